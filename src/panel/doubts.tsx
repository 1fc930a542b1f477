import type { Store } from './store';

export type Doubt = { readonly text: string; readonly ranks: readonly number[] };

/** What is not certain, each thing once: those of the first step, then those that only later steps have. */
export function doubtsOf(store: Store): { readonly first: readonly Doubt[]; readonly later: readonly Doubt[] } {
  const known = store.engine.doubts(store.language.value);
  const found = new Map<string, number[]>();
  for (const { rank, caveats } of store.assessment.value?.nextSteps ?? [])
    for (const text of caveats) if (known.has(text)) found.set(text, [...(found.get(text) ?? []), rank]);
  const all = [...found].map(([text, ranks]) => ({ text, ranks }));
  return { first: all.filter(({ ranks }) => ranks.includes(1)), later: all.filter(({ ranks }) => !ranks.includes(1)) };
}

/** Doubts in a calm line each, with the steps that they are about. */
export function Doubts({ doubts, store, steps = true }: { doubts: readonly Doubt[]; store: Store; steps?: boolean }) {
  const say = store.say.value;
  if (doubts.length === 0) return null;
  return (
    <div class="doubts">
      <strong>{say('doubt.title')}</strong>
      <ul class="flat">
        {doubts.map(({ text, ranks }) => (
          <li key={text}>
            {text}
            {steps ? <span class="soft"> ({say(ranks.length === 1 ? 'doubt.step' : 'doubt.steps', { steps: ranks.join(', ') })})</span> : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
