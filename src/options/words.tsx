import { useState } from 'preact/hooks';
import { asOfficeFile, officeConcepts, readPhrases, type OfficeConcept } from '../core/writing/office-words';
import type { OfficeWords } from '../core/writing/own-words';
import type { Say, UiKey } from '../data/ui';

type Props = { readonly start: OfficeWords; readonly say: Say; readonly save: (words: OfficeWords) => void; readonly tell: (key: UiKey) => void };
type Typed = Readonly<Partial<Record<OfficeConcept, string>>>;

const asTyped = (words: OfficeWords): Typed => Object.fromEntries(officeConcepts.map((concept) => [concept, (words[concept] ?? []).join('\n')]));

/** The office's policy on wording: what counts as said besides the words that ship, and what must not be said. A list of them is a file. */
export function Words({ start, say, save, tell }: Props) {
  const [typed, setTyped] = useState<Typed>(asTyped(start));
  const read = officeConcepts.map((concept) => ({ concept, ...readPhrases(typed[concept] ?? '') }));
  const words: OfficeWords = Object.fromEntries(read.flatMap(({ concept, phrases }) => (phrases.length > 0 ? [[concept, phrases]] : [])));
  const download = () => {
    const address = URL.createObjectURL(new Blob([JSON.stringify(words, null, 2)], { type: 'application/json' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = 'rogatory-words.json';
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
  };
  const take = async (file: File | undefined) => {
    if (!file) return;
    try {
      const given = asOfficeFile(JSON.parse(await file.text()));
      if (!given) return tell('options.words.nothing');
      const next = Object.fromEntries(officeConcepts.map((concept) => [concept, [...new Set([...(words[concept] ?? []), ...(given[concept] ?? [])])]]));
      setTyped(asTyped(next));
      save(next);
      tell('options.words.read');
    } catch {
      tell('options.words.unreadable');
    }
  };
  return (
    <section class="card stack" aria-labelledby="words">
      <h2 id="words">{say('options.words')}</h2>
      <p class="soft">{say('options.words.help')}</p>
      {read.map(({ concept, faults }) => (
        <div key={concept} class="stack">
          <label class="field">
            <span>{say(`options.words.${concept}`)}</span>
            <textarea
              rows={3}
              data-concept={concept}
              value={typed[concept] ?? ''}
              aria-invalid={faults.length > 0}
              aria-describedby={`words-${concept}`}
              onInput={({ currentTarget }) => setTyped({ ...typed, [concept]: currentTarget.value })}
              onChange={() => save(words)}
            />
          </label>
          <ul id={`words-${concept}`} class="flat" aria-live="polite">
            {faults.map(({ key, value }, index) => (
              <li key={index} class="notice warn">
                {say(`options.words.fault.${key}`, { value })}
              </li>
            ))}
          </ul>
        </div>
      ))}
      <div class="buttons">
        <button type="button" onClick={download} disabled={Object.keys(words).length === 0}>
          {say('options.words.export')}
        </button>
        <label class="file">
          <span>{say('options.words.import')}</span>
          <input type="file" accept="application/json,.json" onChange={({ currentTarget }) => void take(currentTarget.files?.[0])} />
        </label>
      </div>
    </section>
  );
}
