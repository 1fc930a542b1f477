import type { Confidence } from '../core/assessment';
import type { ShownFact } from '../core/directory/overlay';
import type { Say } from '../data/directory-words';

/** A fact as text, with its mark when it is not verified. Addresses are text, never links: nothing is opened from here. */
export function FactValues({ fact, say }: { readonly fact: ShownFact; readonly say: Say }) {
  const shown = (value: string) => (fact.correction ? value : say.value(value));
  if (fact.values.length === 0) return <span class="quiet">{say('unknown')}</span>;
  return (
    <>
      {fact.values.length === 1 ? (
        <span>{shown(fact.values[0] ?? '')}</span>
      ) : (
        <ul class="values">
          {fact.values.map((value) => (
            <li key={value}>{shown(value)}</li>
          ))}
        </ul>
      )}
      {fact.correction ? (
        <span class="mark own">{say('correctedBy', { author: fact.correction.author, date: say.date(fact.correction.on) })}</span>
      ) : (
        <ConfidenceMark confidence={fact.confidence} say={say} />
      )}
    </>
  );
}

/** Says how far a fact can be trusted; nothing for a verified one. */
export function ConfidenceMark({ confidence, say }: { readonly confidence: Confidence; readonly say: Say }) {
  if (confidence === 'verified') return null;
  const why = confidence === 'verified-2nd' ? say('secondary') : confidence === 'knowledge' ? say('knowledge') : say('unsure');
  return (
    <span class="mark">
      {say('unverified')}: {why}
    </span>
  );
}
