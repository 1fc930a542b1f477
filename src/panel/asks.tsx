import { openCase } from './case-strip';
import type { Store } from './store';

/** Facts that would change the advice, each with what it decides. */
export function Asks({ store }: { store: Store }) {
  const say = store.say.value;
  // Whether life is in danger is asked above the advice.
  const asks = (store.assessment.value?.asks ?? []).filter(({ fact }) => fact !== 'emergency');
  if (asks.length === 0) return null;
  return (
    <details class="quietly">
      <summary>{say.count('asks.more', asks.length)}</summary>
      <ul class="flat spaced">
        {asks.map(({ fact, question, decides }) => (
          <li key={fact}>
            {question}
            <span class="soft block">{decides}</span>
          </li>
        ))}
      </ul>
      <button type="button" class="button second small" onClick={openCase}>
        {say('asks.answer')}
      </button>
    </details>
  );
}

/** Steps that were considered and not taken, and why. */
export function RejectedSteps({ store }: { store: Store }) {
  const say = store.say.value;
  const rejected = store.assessment.value?.rejected ?? [];
  if (rejected.length === 0) return null;
  return (
    <details class="quietly">
      <summary>{say.count('rejected.title', rejected.length)}</summary>
      <ul class="flat spaced">
        {rejected.map(({ id, reason }, index) => (
          <li key={`${id}${index}`}>
            <strong>{say(`step.name.${id}`)}</strong>
            <span class="soft block">{reason}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
