import type { NextStep } from '../core/assessment';
import { Doubts, doubtsOf } from './doubts';
import { OfficeWord } from './office-word';
import { ServedOn } from './served-on';
import { StepDetails } from './step-details';
import type { Store } from './store';
import { dueText } from './times';

/** The other steps: those that run beside the first, then those that follow. */
export function Lanes({ store }: { store: Store }) {
  const say = store.say.value;
  const rest = store.assessment.value?.nextSteps.slice(1) ?? [];
  if (rest.length === 0) return null;
  const beside = rest.some(({ parallel }) => parallel === true) || rest.every(({ parallel }) => parallel === undefined);
  return (
    <section aria-labelledby="lanes">
      <h2 id="lanes">{say(beside ? 'lanes.title' : 'lanes.next')}</h2>
      <ol class="lanes">
        {rest.map((step) => (
          <Lane key={`${step.rank}${step.id}`} step={step} store={store} />
        ))}
      </ol>
      <Doubts doubts={doubtsOf(store).later} store={store} />
    </section>
  );
}

function Lane({ step, store }: { step: NextStep; store: Store }) {
  const say = store.say.value;
  const due = dueText(step.due, store.now.value, say, store.zone.value);
  return (
    <li data-testid="next-step" data-step={step.id} data-rank={step.rank}>
      <details>
        <summary class="lane">
          <span class="rank">{step.rank}</span>
          <span class="what">
            {step.title || say(`step.name.${step.id}`)}
            <span class="sub">
              {sentence(step.reason)}
              {step.signedBy === 'judge' || step.signedBy === 'prosecutor' || step.signedBy === 'prosecutor-48h' ? (
                <span class="tag calm">{say(`step.signed.${step.signedBy}`)}</span>
              ) : null}
            </span>
          </span>
          {due ? <span class={`due ${due.pressure}`}>{due.big}</span> : null}
        </summary>
        <div class="inside">
          <p>{step.reason}</p>
          <OfficeWord step={step.id} store={store} />
          <ServedOn step={step} store={store} />
          <StepDetails step={step} say={say} now={store.now.value} zone={store.zone.value} />
          {step.template && !store.lookalike.value ? (
            <button
              type="button"
              class="button second small"
              onClick={() => {
                store.step.value = step.id;
                store.view.value = 'draft';
              }}
            >
              {say('step.draft')}
            </button>
          ) : null}
        </div>
      </details>
    </li>
  );
}

/** The first sentence of a reason, for one line; a full stop inside a citation doesn't end it. */
function sentence(text: string): string {
  const end = text.search(/[.;:] /u);
  const first = end > 25 ? text.slice(0, end) : text;
  return first.length <= 90 ? first : `${first.slice(0, 84).trimEnd()} …`;
}
