import type { NextStep } from '../core/assessment';
import { momentOf, wallTime } from '../core/deadlines';
import type { StepId } from '../core/ids';
import type { Store } from './store';

/** Orders whose clock the law lets run from the addressee's receipt. */
const served: ReadonlySet<StepId> = new Set(['epoc', 'epoc_emergency', 'cloud_act_order', 'sap_direct_order']);

/** When the addressee received the order: without it the clock is shown as if that were now. */
export function ServedOn({ step, store }: { step: NextStep; store: Store }) {
  if (!served.has(step.id) || !step.due) return null;
  const say = store.say.value;
  const zone = store.zone.value;
  const known = store.facts.value.served ?? {};
  const at = known[step.id];
  const keep = (wall: string) => {
    const moment = momentOf(wall, zone);
    const { [step.id]: _before, ...rest } = known;
    store.setFacts({ served: moment ? { ...rest, [step.id]: moment } : rest });
  };
  return (
    <label class="field">
      <span>{say('served.on')}</span>
      <input
        type="datetime-local"
        data-testid={`served-${step.id}`}
        value={at ? wallTime(at, zone) : ''}
        onChange={({ currentTarget }) => keep(currentTarget.value)}
      />
    </label>
  );
}
