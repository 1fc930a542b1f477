import type { Instant } from '../case';
import { later } from '../deadlines';

/**
 * National holidays of one state: fixed days (`12-25`), days from Easter Sunday (`1` is Easter Monday), and weekdays of a month
 * (`11-4-4` is the fourth Thursday of November, `05-1--1` the last Monday of May; Monday is 1).
 */
export type Holidays = { readonly fixed: readonly string[]; readonly easter: readonly number[]; readonly weekdays: readonly string[] };
export type Reachability = {
  readonly open: boolean;
  /** Why somebody is hardly at the desk; it moves no deadline. */
  readonly why?: 'night' | 'weekend' | 'holiday';
  /** Wall time there, `HH:MM`. */
  readonly there: string;
  /** When a day of work begins there next, ISO 8601 with offset; absent while it is open. */
  readonly opens?: Instant;
};

const opening = 9;
const closing = 18;

/** Whether an ordinary office of a state is open at a moment. Holidays of regions, and moved ones, are not known. */
export function reachability(now: Instant, zone: string, holidays: Holidays | undefined): Reachability {
  const local = later(now, 0, 'minute', zone);
  const hour = Number(local.slice(11, 13));
  const why = closed(local.slice(0, 10), holidays) ?? (hour < opening || hour >= closing ? 'night' : undefined);
  const there = local.slice(11, 16);
  if (!why) return { open: true, there };
  let date = hour < opening ? local.slice(0, 10) : dayAfter(local.slice(0, 10));
  for (let tries = 0; closed(date, holidays) && tries < 14; tries++) date = dayAfter(date);
  const offset = later(`${date}T12:00:00Z`, 0, 'minute', zone).slice(19);
  return { open: false, why, there, opens: `${date}T0${opening}:00:00${offset}` };
}

function closed(date: string, holidays: Holidays | undefined): 'weekend' | 'holiday' | undefined {
  if (holidays && isHoliday(date, holidays)) return 'holiday';
  const day = new Date(`${date}T00:00:00Z`).getUTCDay();
  return day === 0 || day === 6 ? 'weekend' : undefined;
}

function isHoliday(date: string, { fixed, easter, weekdays }: Holidays): boolean {
  const year = Number(date.slice(0, 4));
  if (fixed.includes(date.slice(5))) return true;
  const sunday = Date.parse(`${easterSunday(year)}T00:00:00Z`);
  if (easter.includes((Date.parse(`${date}T00:00:00Z`) - sunday) / 86_400_000)) return true;
  return weekdays.some((rule) => weekdayOf(year, rule) === date);
}

/** `11-4-4` in a year, ISO date. */
function weekdayOf(year: number, rule: string): string {
  const [, month = '1', weekday = '1', turn = '1'] = /^(\d{2})-(\d)-(-?\d)$/u.exec(rule) ?? [];
  const wanted = Number(weekday) % 7;
  const nth = Number(turn);
  const start = nth > 0 ? Date.UTC(year, Number(month) - 1, 1) : Date.UTC(year, Number(month), 0);
  const day = new Date(start).getUTCDay();
  const shift = nth > 0 ? ((wanted - day + 7) % 7) + (nth - 1) * 7 : -((day - wanted + 7) % 7) + (nth + 1) * 7;
  return new Date(start + shift * 86_400_000).toISOString().slice(0, 10);
}

/** Easter Sunday of the western churches, ISO date (the anonymous Gregorian method). */
export function easterSunday(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return `${year}-${String(Math.floor(f / 31)).padStart(2, '0')}-${String((f % 31) + 1).padStart(2, '0')}`;
}

function dayAfter(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
