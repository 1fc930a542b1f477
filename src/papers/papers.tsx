import { useState } from 'preact/hooks';
import { papers, paperIds, type PaperId } from '../data/papers';
import { contradictions } from '../core/writing/contradictions';
import { factsOfPaper, fillPaper, type Block, type Paper } from '../core/writing/paper';
import type { PaperFacts } from '../wire/paper-facts';
import { factName, sayIn } from '../data/paper-words';

type Answers = Readonly<Record<string, string>>;
type Choice = 'en' | 'it' | 'both';
export type PapersHost = {
  /** Keeps what the person typed, where the panel finds it too. */
  readonly keep: (answers: Answers) => void;
  /** Makes the file and hands it to the browser's download; gives its name. Rejects with a reason. */
  readonly save: (papers: readonly Paper[], name: string, draft: string, language: 'en' | 'it') => Promise<string>;
  readonly print: () => void;
};

/** The page of papers: choose one, see what is missing, fill it in, read it, take it along. */
export function Papers({ facts, given, host }: { readonly facts: PaperFacts; readonly given: Answers; readonly host: PapersHost }) {
  const say = sayIn(facts.language);
  const [id, setId] = useState<PaperId>('epoc_worksheet');
  const [choice, setChoice] = useState<Choice>(facts.language);
  const [answers, setAnswers] = useState(given);
  const [asked, setAsked] = useState<readonly string[]>([]);
  const [read, setRead] = useState('');
  const [status, setStatus] = useState('');

  const languages: readonly ('en' | 'it')[] = choice === 'both' ? [facts.language, facts.language === 'en' ? 'it' : 'en'] : [choice];
  const valuesOf = (language: 'en' | 'it') => ({
    ...facts.values[language],
    ...Object.fromEntries(Object.entries(answers).filter(([, value]) => value.trim() !== '')),
  });
  const made = languages.map((language) =>
    fillPaper(papers[language]?.[id] ?? '', valuesOf(language), (fact) => `[‑‑ ${factName(fact, language)}: ${sayIn(language)('notKnown')} ‑‑]`),
  );
  const [paper] = made;
  if (!paper) return null;
  const fields = [...new Set([...asked, ...paper.missing])];
  const unlike = contradictions(factsOfPaper(papers[languages[0] ?? 'en']?.[id] ?? ''), answers, [
    facts.values[facts.language],
    facts.values[facts.language === 'en' ? 'it' : 'en'],
  ]);
  const mark = `${id} ${choice} ${JSON.stringify(answers)}`;
  const reviewed = read === mark && paper.missing.length === 0;
  const draft = reviewed ? say('reviewedMark', { name: facts.values[facts.language]['name'] ?? '' }) : say('draft');
  const answer = (fact: string, value: string) => {
    const next = { ...answers, [fact]: value };
    // A field that was just filled stays where it is.
    setAsked(fields);
    setAnswers(next);
    host.keep(next);
  };
  const save = async () => {
    try {
      setStatus(say('saved', { name: await host.save(made, id, draft, languages[0] ?? 'en') }));
    } catch (error) {
      setStatus(say('saveFailed', { reason: error instanceof Error ? error.message : String(error) }));
    }
  };
  return (
    <main class="page">
      <header class="top">
        <h1>{say('title')}</h1>
        <p class="soft">{say('intro')}</p>
      </header>
      <section class="side" aria-label={say('which')}>
        <label class="field">
          <span>{say('which')}</span>
          <select
            value={id}
            onChange={({ currentTarget }) => {
              setAsked([]);
              setStatus('');
              setId(currentTarget.value as PaperId);
            }}
          >
            {paperIds.map((one) => (
              <option key={one} value={one}>
                {say(`paper.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          <span>{say('language')}</span>
          <select value={choice} onChange={({ currentTarget }) => setChoice(currentTarget.value as Choice)}>
            {(['en', 'it', 'both'] as const).map((one) => (
              <option key={one} value={one}>
                {say(`language.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <p class={paper.missing.length > 0 ? 'notice warn' : 'notice good'} role="status">
          {paper.missing.length > 0 ? say(paper.missing.length === 1 ? 'missing.one' : 'missing.other', { n: paper.missing.length }) : say('complete')}
        </p>
        <details open>
          <summary>{say('readiness')}</summary>
          <ul class="flat">
            {paper.sections.map(({ heading, facts: all, filled }, index) => (
              <li key={index} class="row">
                <span>{heading}</span>
                <span class={filled < all ? 'open' : 'done'}>{say('section', { filled, facts: all })}</span>
              </li>
            ))}
          </ul>
        </details>
        {fields.length > 0 ? (
          <fieldset>
            <legend>{say('facts')}</legend>
            <p class="soft">{say('factsHelp')}</p>
            {fields.map((fact) => (
              <label key={fact} class="field">
                <span>{factName(fact, facts.language)}</span>
                <textarea rows={2} value={answers[fact] ?? ''} data-fact={fact} onInput={({ currentTarget }) => answer(fact, currentTarget.value)} />
              </label>
            ))}
          </fieldset>
        ) : null}
        {unlike.length > 0 ? (
          <section class="notice warn" aria-labelledby="unlike" data-testid="contradictions">
            <h2 id="unlike">{say('unlike')}</h2>
            <ul class="flat">
              {unlike.map(({ fact, typed, read: other }) => (
                <li key={fact}>
                  {say('unlike.one', { fact: factName(fact, facts.language), typed, other })}{' '}
                  <button type="button" class="button" data-fact={fact} onClick={() => answer(fact, '')}>
                    {say('unlike.take', { fact: factName(fact, facts.language) })}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        {paper.missing.length === 0 ? (
          <label class="tick">
            <input type="checkbox" checked={reviewed} onChange={({ currentTarget }) => setRead(currentTarget.checked ? mark : '')} />
            <span>{say('reviewed')}</span>
          </label>
        ) : null}
        <div class="buttons">
          <button type="button" class="button first" data-testid="save-docx" onClick={() => void save()}>
            {say('save')}
          </button>
          <button type="button" class="button" onClick={host.print}>
            {say('print')}
          </button>
        </div>
        <p role="status" data-testid="status">
          {status}
        </p>
      </section>
      <div class="sheets">
        {made.map((one, index) => (
          <article key={index} class="sheet" lang={languages[index]}>
            <p class="mark">{draft}</p>
            <h2>{one.title}</h2>
            {one.blocks.map((block, at) => (
              <Piece key={at} block={block} check={say('check')} />
            ))}
          </article>
        ))}
      </div>
    </main>
  );
}

function Piece({ block, check }: { readonly block: Block; readonly check: string }) {
  const text = <span class={block.gap ? 'value gap' : 'value'}>{block.text}</span>;
  if (block.kind === 'heading') return <h3>{block.text}</h3>;
  if (block.kind === 'field')
    return (
      <div class="pair">
        <span class="label">{block.label}</span>
        {text}
      </div>
    );
  if (block.kind === 'check')
    return (
      <p class="check" title={check}>
        <span aria-hidden="true">☐ </span>
        {text}
      </p>
    );
  return <p class={block.kind}>{text}</p>;
}
