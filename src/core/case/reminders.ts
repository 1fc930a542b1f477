import type { CaseOverview, Due } from './overview';

/** A date that has to be seen to now: of which case, which date. */
export type Reminder = { readonly case: string; readonly what: Due['what']; readonly on: string };

/** Hours before a date from which it is reminded of; a whole day is reminded of from the day before, in the office's zone. */
const hoursAhead = 24;

/** What is overdue or due within a day, one date for each case: the one to look at first. */
export function remindersOf(cases: readonly { readonly key: string; readonly overview: CaseOverview }[], now: string): readonly Reminder[] {
  const limit = Date.parse(now) + hoursAhead * 3_600_000;
  return cases.flatMap(({ key, overview: { next } }) => (next && Date.parse(next.on) <= limit ? [{ case: key, what: next.what, on: next.on }] : []));
}

/** Identifies a reminder, so that nobody is told twice. */
export const reminderKey = ({ case: of, what, on }: Reminder): string => `${of} ${what} ${on}`;
