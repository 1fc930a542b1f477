import type { Case, Instant } from '../case';
import { dateIn, daysBefore, later } from '../deadlines';
import { assistanceHorizon, dateOf, holdPlan, type HoldPlan, type HoldRules, type Horizon } from './hold-plan';
import { timeline, type Timeline } from './timeline';

/** Figures of experience, which the office may set; hours and days. */
export type CaseFigures = {
  readonly chaseFirstHours: number;
  readonly chaseSecondHours: number;
  readonly chaseOrdinaryDays: number;
  readonly lodgeByDay: number;
  readonly assistanceDays: number;
  readonly renewDays: readonly number[];
};

/** What is remembered of a case, as far as its dates depend on it. */
export type CaseRecord = {
  readonly facts: Case;
  readonly events: readonly {
    readonly at: Instant;
    readonly by: 'us' | 'provider';
    readonly what: string;
    readonly step?: string;
    readonly replyTypes?: readonly string[];
  }[];
};

/** Something that is due. `on` is an ISO date for a whole day, a moment with offset otherwise. */
export type Due = {
  readonly what: 'renew' | 'ask-extension' | 'hold-ends' | 'chase' | 'chase-again' | 'lodge' | 'order-answer';
  readonly on: string;
  /** Days before the end of the hold: of a reminder. */
  readonly days?: number;
  /** `passed`: gone by, and a later date took its place; `late`: gone by, and still to be done. */
  readonly state: 'ahead' | 'passed' | 'late';
};

/** Days after which a date that nobody kept is history: the matter was settled in another way. */
const historyAfterDays = 90;

/** All dates of one case. */
export type CaseOverview = {
  readonly timeline: Timeline;
  readonly hold?: HoldPlan;
  readonly horizon: Horizon;
  /** In order of time. */
  readonly dues: readonly Due[];
  /** The one to look at first: the earliest that is late, else the earliest ahead. */
  readonly next?: Due;
};

/** The dates of a case at `now`, read in the office's zone. */
export function caseOverview(record: CaseRecord, rules: HoldRules | undefined, figures: CaseFigures, now: Instant, zone: string): CaseOverview {
  const moves = record.events.filter(({ what }) => what === 'message');
  const ball = timeline(moves, now, zone);
  const plan = holdPlan(record.facts.preservation, rules, figures.renewDays, zone);
  const assistance = record.events.find(({ what, step }) => what === 'draft-inserted' && step === 'mlat_request');
  const horizon = assistanceHorizon(plan, assistance?.at, now, figures.assistanceDays, zone);
  const dues = [
    ...holdDues(plan, now, zone),
    ...chases(record.facts, ball, figures, now, zone),
    ...orderAnswers(record.facts, now, zone),
    ...lodging(record, ball, assistance !== undefined, figures, now, zone),
  ].toSorted((a, b) => timeOf(a.on) - timeOf(b.on));
  const next = dues.find(({ state }) => state === 'late') ?? dues.find(({ state }) => state === 'ahead');
  return { timeline: ball, ...(plan ? { hold: plan } : {}), horizon, dues, ...(next ? { next } : {}) };
}

function holdDues(plan: HoldPlan | undefined, now: Instant, zone: string): Due[] {
  if (!plan?.ends) return [];
  const today = dateIn(now, zone);
  const of = (what: Due['what'], on: string, days?: number): Due => ({
    what,
    on,
    ...(days === undefined ? {} : { days }),
    state: on < today ? 'passed' : 'ahead',
  });
  return [
    ...plan.reminders.map(({ days, on }) => of('renew', on, days)),
    ...(plan.askBy ? [of('ask-extension', plan.askBy)] : []),
    { what: 'hold-ends', on: plan.ends, state: stateOf(plan.ends, now, zone) },
  ];
}

/** When to ask again: the provider has the ball. Life at risk counts in hours, everything else in days. */
function chases({ emergency }: Case, { open }: Timeline, figures: CaseFigures, now: Instant, zone: string): Due[] {
  if (open?.holder !== 'provider') return [];
  const { since } = open;
  if (emergency !== 'now') {
    const on = daysBefore(dateIn(since, zone), -figures.chaseOrdinaryDays);
    return [{ what: 'chase', on, state: stateOf(on, now, zone) }];
  }
  const gone = (on: Instant) => Date.parse(on) < Date.parse(now);
  const first = later(since, figures.chaseFirstHours, 'hour', zone);
  const second = later(since, figures.chaseSecondHours, 'hour', zone);
  return [
    { what: 'chase', on: first, state: gone(second) ? 'passed' : gone(first) ? 'late' : 'ahead' },
    { what: 'chase-again', on: second, state: gone(second) ? 'late' : 'ahead' },
  ];
}

/** By when an order that was served must be answered: Art. 10(2) and (4) Reg. (EU) 2023/1543, from receipt. */
function orderAnswers({ served }: Case, now: Instant, zone: string): Due[] {
  const answers = [
    ...(served?.epoc ? [later(served.epoc, 10, 'day', zone)] : []),
    ...(served?.epoc_emergency ? [later(served.epoc_emergency, 8, 'hour', zone)] : []),
  ];
  return answers.map((on) => {
    const day = stateOf(dateIn(on, zone), now, zone);
    return { what: 'order-answer', on, state: day === 'passed' ? day : Date.parse(on) < Date.parse(now) ? 'late' : 'ahead' };
  });
}

function lodging(record: CaseRecord, { first }: Timeline, lodged: boolean, { lodgeByDay }: CaseFigures, now: Instant, zone: string): Due[] {
  const start = dateOf(record.facts.firstRequest ?? first, zone);
  // The data came: nothing is left to ask another state for, as far as is known here.
  if (lodged || !start || record.events.some(({ replyTypes }) => replyTypes?.includes('data_disclosed'))) return [];
  const on = daysBefore(start, -lodgeByDay);
  return [{ what: 'lodge', on, state: stateOf(on, now, zone) }];
}

/** The state of a whole day that takes nobody's place. */
function stateOf(on: string, now: Instant, zone: string): Due['state'] {
  const today = dateIn(now, zone);
  return on >= today ? 'ahead' : on >= daysBefore(today, historyAfterDays) ? 'late' : 'passed';
}

/** A due date as a number to sort by: a whole day counts from its beginning. */
function timeOf(on: string): number {
  return Date.parse(on.length === 10 ? `${on}T00:00:00Z` : on);
}
