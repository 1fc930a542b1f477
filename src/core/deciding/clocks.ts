import type { DecidingText, Step } from '../../data/schema/deciding';
import type { Instant } from '../case';
import { daysBefore, later } from '../deadlines';
import { figures, fill } from './fill';
import type { Facts } from './situation';

export type Clock = { readonly due?: Instant; readonly clock: string; readonly clockEnds?: string };

/** When a step is due, in the requester's zone; what the clock is, from when it counts; what happens at its end. Undefined without one. */
export function clockOf(step: Step, facts: Facts, text: DecidingText, language: string): Clock | undefined {
  // The seven days are those of the British act.
  if (!step.clock || (step.id === 'cloud_act_order' && facts.country !== 'GB')) return undefined;
  const { now, provider } = facts.situation;
  const { settings } = facts.book;
  const { law, from } = step.clock;
  let { count, unit } = facts.danger === 'now' ? step.clock : (step.clock.calm ?? step.clock);
  let due: Instant | undefined;
  switch (from) {
    case 'hold-end': {
      if (!facts.holdEnds) {
        if (step.clock.timers) return undefined;
        return { due: later(now, 1, 'day', facts.zone), clock: words(1, 'day', 'now', law, facts, text, language), ...ends(step, facts, text) };
      }
      const days = step.clock.timers ? nextTimer(facts) : (provider?.preservation.askBeforeDays ?? count);
      count = days;
      unit = 'day';
      due = notBefore(at(daysBefore(facts.holdEnds, days), facts), now, facts);
      break;
    }
    case 'request': {
      const start = facts.situation.case.firstRequest ?? facts.situation.messageDate;
      if (step.id === 'chase') count = settings.chaseFirstHours;
      if (step.id === 'mlat_request') count = settings.lodgeByDay;
      due = notBefore(start && Number.isFinite(Date.parse(start)) ? later(start, count, unit, facts.zone) : later(now, count, unit, facts.zone), now, facts);
      break;
    }
    case 'mail': {
      const start = facts.situation.messageDate;
      if (step.id === 'wait')
        count = facts.danger === 'now' ? settings.chaseFirstHours : facts.orderBar === null ? settings.chaseOrderDays : settings.chaseOrdinaryDays;
      due = notBefore(later(start && Number.isFinite(Date.parse(start)) ? start : now, count, unit, facts.zone), now, facts);
      break;
    }
    case 'receipt': {
      // A clock that has run out is not wound up again: its end is a fact that the next step rests on.
      const served = facts.situation.case.served?.[step.id];
      due = later(served && Number.isFinite(Date.parse(served)) ? served : now, count, unit, facts.zone);
      break;
    }
    default:
      due = later(now, count, unit, facts.zone);
  }
  const assumed = from === 'receipt' && !facts.situation.case.served?.[step.id] ? `; ${text.clocks['receipt-assumed'] ?? ''}` : '';
  return { due, clock: `${words(count, unit, from, law, facts, text, language)}${assumed}`, ...ends(step, facts, text) };
}

/** `10 days from receipt by the addressee, by law (time of Europe/Rome)`. */
function words(count: number, unit: string, from: string, law: boolean, facts: Facts, text: DecidingText, language: string): string {
  const form = plurals(language).select(count) === 'one' ? 'one' : 'other';
  const amount = fill(text.clocks[`${unit}.${form}`] ?? '{count}', { count: `${count}` });
  return `${amount} ${text.clocks[`from.${from}`] ?? ''}, ${text.clocks[law ? 'law' : 'office'] ?? ''} (${fill(text.clocks['zone'] ?? '', { zone: facts.zone })})`;
}

const rules = new Map<string, Intl.PluralRules>();
function plurals(language: string): Intl.PluralRules {
  const known = rules.get(language) ?? new Intl.PluralRules(language);
  rules.set(language, known);
  return known;
}

function ends(step: Step, facts: Facts, text: DecidingText): { readonly clockEnds?: string } {
  const end = text.clocks[`ends.${step.id}`];
  return end ? { clockEnds: fill(end, figures(facts)) } : {};
}

/** The next of the office's warning days before the hold ends; the last when all have passed. */
function nextTimer(facts: Facts): number {
  const { renewDays } = facts.book.settings;
  const upcoming = renewDays
    .toSorted((a, b) => b - a)
    .find((days) => Date.parse(at(daysBefore(facts.holdEnds ?? '', days), facts)) > Date.parse(facts.situation.now));
  return upcoming ?? Math.min(...renewDays);
}

/** Nine in the morning of a date, in the requester's zone. */
function at(date: string, facts: Facts): Instant {
  // The offset of that day's noon is the one of its morning: clocks change at night.
  return `${date}T09:00:00${later(`${date}T12:00:00Z`, 0, 'minute', facts.zone).slice(19)}`;
}

/** A moment that has passed becomes now: the step is due at once. */
function notBefore(due: Instant, now: Instant, facts: Facts): Instant {
  return Date.parse(due) < Date.parse(now) ? later(now, 0, 'minute', facts.zone) : due;
}
