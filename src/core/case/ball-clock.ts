import type { Instant } from '../case';

/** Time left until a moment, in the two units that matter at that distance; `late` when it has passed. */
export type Countdown = {
  readonly late: boolean;
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
  /** `soon`: under 24 hours · `near`: under 7 days · `far`. */
  readonly pressure: 'late' | 'soon' | 'near' | 'far';
};

/** Counts down to `due`. Undefined when `due` is no readable moment. */
export function countdown(due: Instant, now: Instant): Countdown | undefined {
  const difference = Date.parse(due) - Date.parse(now);
  if (!Number.isFinite(difference)) return undefined;
  const late = difference < 0;
  const all = Math.floor(Math.abs(difference) / 60_000);
  const pressure = late ? 'late' : all < 24 * 60 ? 'soon' : all < 7 * 24 * 60 ? 'near' : 'far';
  return { late, days: Math.floor(all / 1440), hours: Math.floor((all % 1440) / 60), minutes: all % 60, pressure };
}
