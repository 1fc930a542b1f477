import type { NextStep } from '../core/assessment';
import { restsOn } from '../core/directory/corrected';
import { directoryFacts, type FactRow } from '../core/directory/facts';
import { directoryWords } from '../data/directory-words';
import { OfficeWord } from './office-word';
import type { Store } from './store';
import { dateText } from './times';

/** What nobody has verified about the step that a letter is for, to be checked before it is sent; nothing where everything is. */
export function DraftChecks({ step, store }: { step: NextStep; store: Store }) {
  const say = store.say.value;
  const words = directoryWords(store.language.value);
  const known = store.engine.doubts(store.language.value);
  const provider = store.provider.value;
  const own = new Set(store.corrections.value.filter((one) => one.provider === provider?.id).map(({ row }) => row));
  const laws = step.legalBasis.filter(({ confidence }) => confidence !== 'verified');
  const facts = provider
    ? directoryFacts(provider).filter(({ row, values, confidence }) => confidence !== 'verified' && values.length > 0 && !own.has(row) && leansOn(row, step))
    : [];
  const doubts = step.caveats.filter((text) => known.has(text));
  if (laws.length + facts.length + doubts.length === 0) return <OfficeWord step={step.id} store={store} />;
  return (
    <>
      <section class="doubts" aria-labelledby="draft-checks" data-testid="draft-checks">
        <h3 id="draft-checks">{say('checks.title')}</h3>
        <ul class="flat">
          {laws.map(({ instrument, article, asOf }) => (
            <li key={`${instrument}${article}`}>
              {instrument} {article} <span class="tag">{say('basis.unverified')}</span>{' '}
              <span class="soft">{say('basis.checked', { date: dateText(asOf, say) })}</span>
            </li>
          ))}
          {facts.map(({ row }) => (
            <li key={row}>
              {provider?.name}: {words.row(row)} <span class="tag">{say('basis.unverified')}</span>{' '}
              <span class="soft">{provider ? say('basis.checked', { date: dateText(provider.checkedOn, say) }) : ''}</span>
            </li>
          ))}
          {doubts.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </section>
      <OfficeWord step={step.id} store={store} />
    </>
  );
}

function leansOn(row: FactRow, { id }: NextStep): boolean {
  return restsOn[row]?.includes(id) ?? false;
}
