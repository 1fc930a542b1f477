import { render } from 'preact';
import { readStored, watchStored, writeStored } from '../platform/panel-browser';
import { answersKey } from '../wire/calls';
import { asPaperFacts, paperFactsKey } from '../wire/paper-facts';
import { Papers, type PapersHost } from './papers';
import { sayIn } from '../data/paper-words';

const app = document.getElementById('app');
if (app) {
  void start(app);
  // The panel may hand over the facts while this page is loading, or later those of another case.
  watchStored((area, keys) => {
    if (area === 'session' && keys.includes(paperFactsKey)) void start(app);
  });
}

async function start(place: HTMLElement): Promise<void> {
  const facts = asPaperFacts(await readStored('session', paperFactsKey));
  const language = facts?.language ?? (navigator.language.startsWith('it') ? 'it' : 'en');
  document.documentElement.lang = language;
  document.title = `${sayIn(language)('title')} · Rogatory`;
  if (!facts) {
    render(<p class="page">{sayIn(language)('noCase')}</p>, place);
    return;
  }
  const under = answersKey(facts.threadKey);
  const given = (await readStored('session', under)) as Record<string, string> | undefined;
  const host: PapersHost = {
    keep: (answers) => void writeStored('session', under, answers),
    print: () => print(),
    save: async (papers, name, draft, paperLanguage) => {
      const { docxBlob } = await import('./docx');
      const file = `${name}.docx`;
      const address = URL.createObjectURL(await docxBlob(papers, { draft, language: paperLanguage }));
      const link = document.createElement('a');
      link.href = address;
      link.download = file;
      link.click();
      setTimeout(() => URL.revokeObjectURL(address), 60_000);
      return file;
    },
  };
  render(<Papers key={facts.threadKey} facts={facts} given={given ?? {}} host={host} />, place);
}
