import type { Instant } from '../case';
import { daysBetween, hoursBetween, later, momentOf } from '../deadlines';

/** What a person knows about a threat, as it is typed. Times are wall times of `zone`, `2026-11-25T08:10`; a day alone is its midnight. */
export type ImminenceFacts = {
  readonly act?: string;
  readonly victim?: string;
  readonly from?: string;
  readonly to?: string;
  /** Last time that the suspects were in contact, or acted. */
  readonly lastContact?: string;
  /** Days between two contacts. */
  readonly rhythm?: number;
  /** Where the knowledge comes from, and when it was obtained. */
  readonly basis?: string;
  readonly basisAt?: string;
  readonly unknown?: string;
};

/** A sentence for the answer. `computed`: it follows from dates that were entered, nobody observed it. */
export type Statement = { readonly id: string; readonly text: string; readonly computed: boolean };

/** Sentences by key with `{…}` for what is filled in: `fixes.json` of a language. */
export type Phrases = Readonly<Record<string, string>>;

/** A rhythm that was broken this often says nothing any more. */
const mostMissed = 12;

/**
 * The answer to "how imminent, until when", from what is known: fact by fact, computed statements marked as computed. Nothing is
 * said that was not entered or does not follow from it. `gaps` names what a provider will ask for next.
 */
export function tellImminence(
  facts: ImminenceFacts,
  place: { readonly now: Instant; readonly zone: string; readonly language: string },
  phrases: Phrases,
): { readonly statements: readonly Statement[]; readonly text: string; readonly gaps: readonly ('act' | 'victim' | 'window' | 'basis')[] } {
  const { now, zone } = place;
  const show = (moment: Instant) => shown(moment, place);
  const statements: Statement[] = [];
  const tell = (id: string, values: Readonly<Record<string, string>>, computed = false) => {
    const text = fill(phrases[`imminence.${id}`] ?? '', values);
    if (text !== '') statements.push({ id, text: computed ? `${text} ${phrases['imminence.computed'] ?? ''}`.trim() : text, computed });
  };
  const words = (text: string | undefined) => (text ?? '').trim().replace(/(?<![.\s])[.\s]+$/u, '');

  const act = words(facts.act);
  const victim = words(facts.victim);
  if (act) tell('act', { act });
  if (victim) tell('victim', { victim });
  const from = facts.from ? momentOf(facts.from, zone) : '';
  const to = facts.to ? momentOf(facts.to, zone) : '';
  if (from && to && Date.parse(to) > Date.parse(from)) tell('window', { from: show(from), to: show(to) });
  else if (from || to) tell('at', { at: show(from || to) });
  const start = from || to;
  if (start && Date.parse(start) > Date.parse(now)) tell('left', { hours: String(hoursBetween(now, start)), now: show(now) }, true);
  const next = nextContact(facts, now, zone);
  if (next) tell('rhythm', { days: String(facts.rhythm), last: show(next.last), next: show(next.at) }, true);
  const basis = words(facts.basis);
  const basisAt = facts.basisAt ? momentOf(facts.basisAt, zone) : '';
  if (basis) tell(basisAt ? 'basis-at' : 'basis', { basis, at: basisAt ? show(basisAt) : '' });
  // Knowledge decays: how old it is, is for the reader to weigh.
  if (basisAt && Date.parse(basisAt) < Date.parse(now)) {
    const hours = hoursBetween(basisAt, now);
    if (hours < 72) tell('age-hours', { hours: String(hours) }, true);
    else tell('age-days', { days: String(daysBetween(basisAt, now)) }, true);
  }
  const unknown = words(facts.unknown);
  if (unknown) tell('unknown', { unknown });
  const gaps = [
    ...(act ? [] : ['act' as const]),
    ...(victim ? [] : ['victim' as const]),
    ...(start || next ? [] : ['window' as const]),
    ...(basis ? [] : ['basis' as const]),
  ];
  return { statements, text: statements.map(({ text }) => text).join('\n'), gaps };
}

/** The next contact after `now` when a rhythm holds; undefined without a last contact and a rhythm of 1 to 366 days, or when a dozen contacts were missed. */
export function nextContact(
  facts: Pick<ImminenceFacts, 'lastContact' | 'rhythm'>,
  now: Instant,
  zone: string,
): { readonly last: Instant; readonly at: Instant } | undefined {
  const last = facts.lastContact ? momentOf(facts.lastContact, zone) : '';
  const rhythm = Math.floor(facts.rhythm ?? 0);
  if (!last || rhythm < 1 || rhythm > 366) return undefined;
  const passed = Math.max(0, Math.floor(daysBetween(last, now) / rhythm));
  if (passed > mostMissed) return undefined;
  const next = [passed, passed + 1].filter((turn) => turn > 0).map((turn) => later(last, turn * rhythm, 'day', zone));
  const at = next.find((moment) => Date.parse(moment) > Date.parse(now));
  return at ? { last, at } : undefined;
}

/** `25 November 2026, 08:10 (UTC+01:00)` in the language of the letter. */
export function shown(moment: Instant, { zone, language }: { readonly zone: string; readonly language: string }): string {
  const whole = later(moment, 0, 'minute', zone);
  const day = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }).format(
    new Date(`${whole.slice(0, 16)}Z`),
  );
  return `${day} (UTC${whole.slice(19)})`;
}

function fill(phrase: string, values: Readonly<Record<string, string>>): string {
  return phrase.replace(/\{(\w+)\}/gu, (whole, key: string) => values[key] ?? whole);
}
