import { timeline } from '../core/case/timeline';
import type { Store } from './store';
import { dateText } from './times';

/** Another thread carries the same reference: the person says whether both are one case. */
export function JoinOffer({ store }: { store: Store }) {
  const say = store.say.value;
  const [other] = store.neighbours.likely.value;
  if (!other) return null;
  const { first } = timeline(
    other.events.filter(({ what }) => what === 'message'),
    store.now.value,
    store.zone.value,
  );
  const name = store.engine.provider(other.provider ?? undefined)?.name ?? say('join.unknown');
  return (
    <div class="card stack" data-testid="join-offer">
      <p>{say('join.offer', { name, when: dateText(first ?? other.updatedAt, say, store.zone.value) })}</p>
      <div class="buttons">
        <button type="button" class="button second small" onClick={() => void store.neighbours.join(other.threadKey).then(() => store.tell('ok', 'join.done'))}>
          {say('join.yes')}
        </button>
        <button type="button" class="plain" onClick={() => store.neighbours.refuse(other.threadKey)}>
          {say('join.no')}
        </button>
      </div>
    </div>
  );
}
