import { useState } from 'preact/hooks';
import { asLetterPack, letterFaults, type LetterPack } from '../core/writing/letters';
import { factsOfTemplate, fillTemplate } from '../core/writing/template';
import { writing } from '../data/writing';
import type { Say, UiKey } from '../data/ui';

const languages = ['en', 'it', 'fr', 'de', 'es'] as const;
const ids = Object.keys(writing.templates['en'] ?? {}).toSorted();
/** Every fact that a letter may name: those of the letters that ship. */
const facts = new Set(Object.values(writing.templates).flatMap((letters) => Object.values(letters).flatMap(factsOfTemplate)));

type Props = { readonly start: LetterPack; readonly say: Say; readonly save: (pack: LetterPack) => void; readonly tell: (key: UiKey) => void };

/** The office's own letters: change one, see it filled in, take it back; a pack of them is a file. */
export function Letters({ start, say, save, tell }: Props) {
  const [pack, setPack] = useState(start);
  const [language, setLanguage] = useState<string>(say.language);
  const [id, setId] = useState(ids[0] ?? '');
  const shipped = writing.templates[language]?.[id] ?? '';
  const own = pack[language]?.[id];
  const [typed, setTyped] = useState<string | undefined>();
  const text = typed ?? own ?? shipped;
  const faults = letterFaults(text, facts);
  const name = (fact: string) => say.maybe(`fact.${fact}`) ?? say.maybe(`question.${fact}`) ?? fact.replaceAll('_', ' ');
  const sample = fillTemplate(text, Object.fromEntries([...facts].map((fact) => [fact, `⟨${name(fact)}⟩`])), (fact) => `{${fact}}`);
  const put = (next: LetterPack) => {
    setPack(next);
    setTyped(undefined);
    save(next);
  };
  const choose = (change: () => void) => {
    setTyped(undefined);
    change();
  };
  const takeBack = () => {
    const { [id]: _gone, ...others } = pack[language] ?? {};
    put({ ...pack, [language]: others });
  };
  const download = () => {
    const address = URL.createObjectURL(new Blob([JSON.stringify(pack, null, 2)], { type: 'application/json' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = 'rogatory-letters.json';
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
  };
  const read = async (file: File | undefined) => {
    if (!file) return;
    try {
      const given = asLetterPack(JSON.parse(await file.text()), new Set(ids));
      const sound = Object.fromEntries(
        Object.entries(given).map(([code, letters]) => [
          code,
          Object.fromEntries(Object.entries(letters).filter(([, letter]) => letterFaults(letter, facts).length === 0)),
        ]),
      );
      const count = Object.values(sound).reduce((sum, letters) => sum + Object.keys(letters).length, 0);
      if (count === 0) return tell('options.letters.nothing');
      put(Object.fromEntries([...new Set([...Object.keys(pack), ...Object.keys(sound)])].map((code) => [code, { ...pack[code], ...sound[code] }])));
      tell('options.letters.read');
    } catch {
      tell('options.letters.unreadable');
    }
  };
  return (
    <section class="card" aria-labelledby="letters">
      <h2 id="letters">{say('options.letters')}</h2>
      <p class="soft">{say('options.letters.help')}</p>
      <div class="row">
        <label class="field">
          <span>{say('draft.letter')}</span>
          <select value={id} onChange={({ currentTarget }) => choose(() => setId(currentTarget.value))}>
            {ids.map((one) => (
              <option key={one} value={one}>
                {say.maybe(`letter.${one}`) ?? say.maybe(`step.name.${one}`) ?? one}
                {pack[language]?.[one] === undefined ? '' : ' ✎'}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          <span>{say('draft.language')}</span>
          <select value={language} onChange={({ currentTarget }) => choose(() => setLanguage(currentTarget.value))}>
            {languages.map((code) => (
              <option key={code} value={code}>
                {say(`language.${code}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <label class="field">
        <span>{say('options.letters.text')}</span>
        <textarea rows={14} value={text} spellcheck={false} onInput={({ currentTarget }) => setTyped(currentTarget.value)} aria-describedby="letter-faults" />
      </label>
      <ul id="letter-faults" class="flat" aria-live="polite">
        {faults.map(({ key, value }, index) => (
          <li key={index} class="notice warn">
            {say(`options.letters.fault.${key}`, { value })}
          </li>
        ))}
      </ul>
      <details>
        <summary>{say('options.letters.preview')}</summary>
        <p>
          <strong>{sample.subject}</strong>
        </p>
        <p class="letter-preview">{sample.text}</p>
      </details>
      <div class="buttons">
        <button
          type="button"
          disabled={typed === undefined || faults.length > 0}
          onClick={() => put({ ...pack, [language]: { ...pack[language], [id]: text } })}
        >
          {say('options.letters.save')}
        </button>
        <button type="button" disabled={own === undefined && typed === undefined} onClick={own === undefined ? () => setTyped(undefined) : takeBack}>
          {say('options.letters.reset')}
        </button>
        <button type="button" onClick={download}>
          {say('options.letters.export')}
        </button>
        <label class="file">
          <span>{say('options.letters.import')}</span>
          <input type="file" accept="application/json,.json" onChange={({ currentTarget }) => void read(currentTarget.files?.[0])} />
        </label>
      </div>
    </section>
  );
}
