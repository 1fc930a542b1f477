import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone';
import utc from 'dayjs/plugin/utc';
import type { Instant } from './case';

dayjs.extend(utc);
dayjs.extend(timezone);

export type Unit = 'minute' | 'hour' | 'day' | 'month';

/** A moment later than another, ISO 8601 with the offset that the zone has then. Days and months are those of the zone's calendar. */
export function later(from: Instant, count: number, unit: Unit, zone: string): Instant {
  const start = dayjs(from).tz(zone);
  // Days across a change of the clocks stay days: the wall time is kept.
  const moved =
    unit === 'day' || unit === 'month' ? dayjs.tz(start.add(count, unit).format('YYYY-MM-DDTHH:mm:ss'), zone) : dayjs(from).add(count, unit).tz(zone);
  return moved.format('YYYY-MM-DDTHH:mm:ssZ');
}

/** Whole days from one moment to another, negative when the second is earlier. A date without time is its midnight, UTC. */
export function daysBetween(from: Instant, to: Instant): number {
  return Math.floor((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** Whole hours from one moment to another. */
export function hoursBetween(from: Instant, to: Instant): number {
  return Math.floor((Date.parse(to) - Date.parse(from)) / 3_600_000);
}

/** True when `moment` is on or after the beginning of the day `date` (ISO date, UTC). */
export function isSince(moment: Instant, date: string): boolean {
  return Date.parse(moment) >= Date.parse(`${date}T00:00:00Z`);
}

/** The calendar date of a moment in a zone, ISO date. */
export function dateIn(moment: Instant, zone: string): string {
  return dayjs(moment).tz(zone).format('YYYY-MM-DD');
}

/** A date some days before another, ISO date. */
export function daysBefore(date: string, days: number): string {
  return dayjs.utc(date.slice(0, 10)).subtract(days, 'day').format('YYYY-MM-DD');
}
