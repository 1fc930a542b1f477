import type { DecidingBook } from '../../data/schema/deciding';
import type { Answers } from '../case';
import type { UiLanguage } from '../ids';
import { inForce, sourceOf } from './in-force';
import { holds } from './conditions';
import { factsOf, type Facts, type Situation } from './situation';
import { tests } from './tests';

/** One element of a test: the fact behind it, or none; `contrary` when a known fact speaks against it. */
export type Element = { readonly id: string; readonly says: string; readonly state: 'met' | 'gap' | 'contrary'; readonly fact?: string };
/** A test that applies, element by element. `standard` is the provider's own wording of it, where it is known. */
export type Threshold = {
  readonly id: string;
  readonly name: string;
  readonly source: string;
  readonly standard?: string;
  readonly elements: readonly Element[];
};

type Judged = { readonly state: Element['state']; readonly fact?: string };
const met = (fact: string): Judged => ({ state: 'met', fact });
const gap: Judged = { state: 'gap' };

/**
 * The tests that apply on this day between these states, side by side with the facts entered: which element has no fact behind
 * it. A filled answer counts as a fact; whether it convinces is for the reader. Answers are by question or fact key.
 */
export function thresholds(situation: Situation, answers: Answers, book: DecidingBook, language: UiLanguage): readonly Threshold[] {
  const facts = factsOf(situation, book);
  return book.thresholds
    .filter(({ when, source }) => holds(when, facts) && inForce(sourceOf(source, facts), 'emergency_disclosure', facts))
    .map(({ id, name, source, elements }) => {
      const standard = id === 'provider' ? situation.provider?.emergency.standard : null;
      return {
        id,
        name: name[language],
        source,
        ...(standard ? { standard } : {}),
        elements: elements.map((element) => ({ id: element.id, says: element.says[language], ...judge(element.answers, element.fact, answers, facts) })),
      };
    });
}

function judge(keys: readonly string[], fact: string | null, answers: Answers, facts: Facts): Judged {
  for (const key of keys) {
    const said = answers[key]?.trim();
    if (said) return met(said.length > 120 ? `${said.slice(0, 119)}…` : said);
  }
  return fact === null ? gap : known(fact, facts);
}

/** What the case, the office and the directory say. */
function known(fact: string, facts: Facts): Judged {
  const { case: given, profile, provider } = facts.situation;
  const { offence } = given;
  const place = (code: string | undefined): Judged => {
    if (!code) return gap;
    const state = facts.book.countries.aliases[code.toUpperCase()] ?? code.toUpperCase();
    return state === facts.country ? met(state) : { state: 'contrary', fact: state };
  };
  switch (fact) {
    case 'office':
      return profile?.office || profile?.name ? met([profile.office, profile.name].filter(Boolean).join(', ')) : gap;
    case 'offence':
      return offence?.articles ? met(offence.articles) : gap;
    case 'provider':
      return provider ? met(provider.name) : gap;
    case 'threshold':
      if (facts.threshold === null) return gap;
      return { state: facts.threshold ? 'met' : 'contrary', ...(offence?.maxYears === undefined ? {} : { fact: `${offence.maxYears}` }) };
    case 'three-years':
      if (offence?.maxYears === undefined) return gap;
      return { state: offence.maxYears >= 3 ? 'met' : 'contrary', fact: `${offence.maxYears}` };
    case 'judge':
      return tests['judge-needed'](facts) ? gap : { state: 'met' };
    case 'offence-here':
      return place(given.offenceIn);
    case 'residence-here':
      return place(given.suspectResidesIn);
    default:
      return gap;
  }
}

/** Why the emergency lane should close by the person's own answers; null when nothing speaks against it. */
export type Guard = { readonly id: 'past' | 'deadline' | 'speech'; readonly says: string };

/**
 * Guards the emergency lane against use for a past crime, for no harm to come, for speech alone. It reads only what the person
 * entered, speaks only when nothing there points to a harm ahead, and decides nothing: the person does.
 */
export function guard(answers: Answers, now: string, book: DecidingBook, language: UiLanguage): Guard | null {
  const words = ['nature', 'who_at_risk', 'imminence', 'how_it_averts'].map((key) => answers[key]?.trim() ?? '').filter(Boolean);
  if (words.length === 0) return null;
  const text = words.join('\n').slice(0, 8000).toLowerCase().replace(/’/gu, "'");
  const says = (id: string) => (book.signals[id] ?? []).some((phrase) => text.includes(phrase));
  const as = (id: Guard['id']): Guard => ({ id, says: book.texts[language]?.guards[id] ?? id });
  const ahead = says('harm-ahead');
  const dates = datesIn(answers['imminence'] ?? '');
  if (dates.length > 0 && dates.every((date) => date < now.slice(0, 10))) return as('deadline');
  if (ahead) return null;
  if (says('harm-past')) return as('past');
  if (says('speech-only') && !answers['who_at_risk']?.trim()) return as('speech');
  return null;
}

/** Dates written out in full (`2026-11-24`, `24/11/2026`, `24.11.2026`), as ISO dates; at most twenty. */
function datesIn(text: string): readonly string[] {
  const found: string[] = [];
  for (const [, year, month, day] of text.slice(0, 2000).matchAll(/\b(\d{4})-(\d{2})-(\d{2})\b/gu)) found.push(`${year}-${month}-${day}`);
  for (const [, day = '', month = '', year] of text.slice(0, 2000).matchAll(/\b(\d{1,2})[./](\d{1,2})[./](\d{4})\b/gu))
    found.push(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  return found.slice(0, 20);
}
