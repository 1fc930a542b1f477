import { caseOverview } from '../core/case/overview';
import { paperValues } from '../core/writing/paper-values';
import figures from '../data/settings.json';
import { paperWords } from '../data/paper-words';
import { paperFactsKey, type PaperFacts } from '../wire/paper-facts';
import type { Store } from './store';

/** The page of papers; what it shows is handed over by `handOverFacts` before it opens. */
export const papersPage = '../papers/index.html';
/** The page of cases and their dates; `?case=` opens one. */
export const casesPage = '../timeline/index.html';

/** Hands the facts of the open case to the page of papers, in memory. Without a mail there is nothing to hand over. */
export async function handOverFacts(store: Store): Promise<void> {
  const message = store.message.value;
  const assessment = store.assessment.value;
  if (!message || !assessment) return;
  const { threads, provider } = { threads: store.neighbours.joined.value, provider: store.provider.value };
  const events = [
    ...new Map([...store.events.value, ...threads.flatMap((thread) => thread.events)].map((event) => [`${event.what} ${event.key}`, event])).values(),
  ];
  const rules = provider ? { ...provider.preservation, seat: provider.seat } : undefined;
  const own = { ...figures, ...store.settings.value.heuristics };
  const overview = caseOverview({ facts: store.known.value, events }, rules, own, store.now.value, store.zone.value);
  const valuesIn = (language: 'en' | 'it'): Record<string, string> => {
    const values = paperValues(
      {
        message,
        assessment,
        provider: store.provider.value ?? null,
        case: store.known.value,
        answers: {},
        now: store.now.value,
        language,
        timeline: store.ball.value,
        events,
        overview: { ...overview, timeline: store.ball.value },
        assistanceDays: own.assistanceDays,
        zone: store.zone.value,
        ...(store.office.value ? { profile: store.office.value } : {}),
      },
      paperWords(language),
    );
    return Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== ''));
  };
  const facts: PaperFacts = { threadKey: store.thread.value, language: store.language.value, values: { en: valuesIn('en'), it: valuesIn('it') } };
  await store.host.set('session', paperFactsKey, facts);
}
