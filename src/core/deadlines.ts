import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc';
import type { Instant } from './case';

dayjs.extend(utc);

export type Unit = 'minute' | 'hour' | 'day' | 'month';

/** A moment later than another, ISO 8601 with the offset that the zone has then. Days and months are those of the zone's calendar. */
export function later(from: Instant, count: number, unit: Unit, zone: string): Instant {
  const start = parsed(from);
  if (unit === 'hour' || unit === 'minute') return written(start + count * (unit === 'hour' ? 3_600_000 : 60_000), zone);
  // Days across a change of the clocks stay days: the wall time is kept; an hour that the day lacks moves on to the next.
  const here = start + offsetAt(start, zone);
  const wall = unit === 'day' ? here + count * dayLength : dayjs.utc(here).add(count, unit).valueOf();
  const before = wall - offsetAt(start, zone);
  const after = wall - offsetAt(before, zone);
  return written(offsetAt(after, zone) === offsetAt(before, zone) ? after : Math.max(before, after), zone);
}

function written(moment: number, zone: string): Instant {
  const offset = offsetAt(moment, zone);
  const minutes = Math.abs(offset) / 60_000;
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${new Date(moment + offset).toISOString().slice(0, 19)}${offset < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
}

const dayLength = 86_400_000;
/** What was read before: advice asks for the same few moments again and again. */
const moments = new Map<string, number>();
const mostKept = 2000;

/** Milliseconds since 1970 of an instant; NaN when it is none. */
function parsed(instant: string): number {
  let moment = moments.get(instant);
  if (moment === undefined) {
    moment = Date.parse(instant);
    if (moments.size >= mostKept) moments.clear();
    moments.set(instant, moment);
  }
  return moment;
}

const clocks = new Map<string, Intl.DateTimeFormat>();
/** Offsets by zone and quarter of an hour: since 1970 clocks change on quarters only. */
const offsets = new Map<string, Map<number, number>>();
const quarter = 900_000;

/** What a zone's clocks are ahead of UTC at a moment, in ms. An unknown zone counts as UTC. */
function offsetAt(moment: number, zone: string): number {
  if (!(moment >= 0)) return readOffset(moment, zone);
  let known = offsets.get(zone);
  if (!known) offsets.set(zone, (known = new Map()));
  const slot = Math.floor(moment / quarter);
  let offset = known.get(slot);
  if (offset === undefined) {
    offset = readOffset(moment, zone);
    if (known.size >= mostKept) known.clear();
    known.set(slot, offset);
  }
  return offset;
}

function readOffset(moment: number, zone: string): number {
  let clock = clocks.get(zone);
  if (!clock) {
    const form = { hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' } as const;
    try {
      clock = new Intl.DateTimeFormat('en-US', { ...form, timeZone: zone });
    } catch {
      clock = new Intl.DateTimeFormat('en-US', { ...form, timeZone: 'UTC' });
    }
    clocks.set(zone, clock);
  }
  const part: Record<string, number> = {};
  for (const { type, value } of clock.formatToParts(moment)) part[type] = Number(value);
  const wall = Date.UTC(part['year'] ?? 0, (part['month'] ?? 1) - 1, part['day'] ?? 1, part['hour'] ?? 0, part['minute'] ?? 0, part['second'] ?? 0);
  return wall - Math.floor(moment / 1000) * 1000;
}

/** Whole days from one moment to another, negative when the second is earlier. A date without time is its midnight, UTC. */
export function daysBetween(from: Instant, to: Instant): number {
  return Math.floor((parsed(to) - parsed(from)) / dayLength);
}

/** Whole hours from one moment to another. */
export function hoursBetween(from: Instant, to: Instant): number {
  return Math.floor((parsed(to) - parsed(from)) / 3_600_000);
}

let lastDate = { moment: '', zone: '', date: '' };

/** The calendar date of a moment in a zone, ISO date. The last answer is kept: an advice asks for one and the same day often. */
export function dateIn(moment: Instant, zone: string): string {
  if (lastDate.moment !== moment || lastDate.zone !== zone) lastDate = { moment, zone, date: later(moment, 0, 'minute', zone).slice(0, 10) };
  return lastDate.date;
}

/** What a zone's clocks show at a moment, as a form's field takes it: `2026-11-25T08:10`. */
export function wallTime(moment: Instant, zone: string): string {
  return Number.isFinite(Date.parse(moment)) ? later(moment, 0, 'minute', zone).slice(0, 16) : '';
}

/** A date some days before another, ISO date. */
export function daysBefore(date: string, days: number): string {
  const day = date.slice(0, 10);
  const midnight = /^[12]\d{3}-\d{2}-\d{2}$/u.test(day)
    ? Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8)) - days)
    : Number.NaN;
  return Number.isNaN(midnight) ? dayjs.utc(day).subtract(days, 'day').format('YYYY-MM-DD') : new Date(midnight).toISOString().slice(0, 10);
}

/** The moment at which a zone's clocks show a wall time (`2026-11-25T08:10`), ISO 8601 with offset; empty when it is no time. */
export function momentOf(wall: string, zone: string): Instant | '' {
  const shown = Date.parse(`${wall.trim().replace(' ', 'T')}${/T\d/u.test(wall.replace(' ', 'T')) ? '' : 'T00:00'}Z`);
  if (Number.isNaN(shown)) return '';
  const guess = shown - offsetAt(shown, zone);
  return written(shown - offsetAt(guess, zone), zone);
}
