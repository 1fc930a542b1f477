import { reachability } from '../core/case/reachable';
import type { NextStep } from '../core/assessment';
import type { Store } from './store';
import { dateText, momentText } from './times';

/** Steps that go to somebody at the provider's. */
const toProvider = new Set([
  'answer_emergency_questions',
  'emergency_disclosure',
  'resubmit_designated',
  'add_imminence_facts',
  'preservation_request',
  'preservation_renewal',
  'preservation_followup',
  'chase',
  'verify_requester',
  'epoc_emergency',
]);

/** That it is night, weekend or a holiday where the provider sits: a hint to telephone or to use the emergency line, no change of any deadline. */
export function Reachable({ step, store }: { step: NextStep; store: Store }) {
  const say = store.say.value;
  const seat = step.id === 'epoc_emergency' ? store.provider.value?.euAddressee.state : store.provider.value?.seat;
  const zone = seat ? store.engine.zone?.(seat) : undefined;
  if (!seat || !zone || !toProvider.has(step.id)) return null;
  const { open, why, there, opens } = reachability(store.now.value, zone, store.engine.holidays?.(seat));
  if (open || !why) return null;
  const city = (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
  return (
    <p class="soft" data-testid="reachable">
      {say(`reachable.${why}`, { city, time: there })}{' '}
      {why === 'holiday' && store.engine.holidaysCheckedOn ? (
        <span class="soft">({say('reachable.unverified', { date: dateText(store.engine.holidaysCheckedOn, say) })}) </span>
      ) : null}
      {opens ? say('reachable.opens', { when: momentText(opens, store.now.value, say, store.zone.value) }) : null}
    </p>
  );
}
