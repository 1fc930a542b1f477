import { Remark } from './findings';
import type { Store } from './store';

/** How many remarks are shown at once. */
const shown = 4;

/** A letter of our own: what it lacks, gravest first. */
export function OwnLetterView({ store }: { store: Store }) {
  const say = store.say.value;
  const own = store.own.value;
  if (!own) return null;
  const order = { error: 0, warning: 1, info: 2 } as const;
  const remarks = store.remarks.value.toSorted((a, b) => order[a.severity] - order[b.severity]);
  const rest = remarks.slice(shown);
  if (!own.to) return null;
  return (
    <section aria-labelledby="own">
      <h2 id="own">{say('own.title')}</h2>
      {remarks.length === 0 ? <p class="soft">{say('own.none')}</p> : null}
      <ul class="flat spaced remarks-list">
        {remarks.slice(0, shown).map((finding, index) => (
          <Remark key={`${finding.rule}${index}`} finding={finding} store={store} />
        ))}
      </ul>
      {rest.length > 0 ? (
        <details>
          <summary>{say.count('own.more', rest.length)}</summary>
          <ul class="flat spaced remarks-list">
            {rest.map((finding, index) => (
              <Remark key={`${finding.rule}${index}`} finding={finding} store={store} />
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}
