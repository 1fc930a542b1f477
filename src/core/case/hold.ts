import type { Instant, Preservation } from '../case';

/** How safe the data are: what the panel says about the freeze. */
export type HoldState = 'none' | 'unanswered' | 'confirmed' | 'no-end-known' | 'ending' | 'expired';

/** Days before its end from which a hold counts as ending: time to write and to be answered. */
export const endingWithinDays = 14;

/** The state of a hold at `now`. A confirmed hold whose end has passed is expired, whatever the record says. */
export function holdState(preservation: Preservation | undefined, now: Instant): HoldState {
  if (!preservation || preservation.state === 'none') return 'none';
  if (preservation.state === 'requested') return 'unanswered';
  if (preservation.state === 'expired') return 'expired';
  if (!preservation.expires) return 'no-end-known';
  const end = Date.parse(preservation.expires.length === 10 ? `${preservation.expires}T23:59:59Z` : preservation.expires);
  const left = end - Date.parse(now);
  if (!Number.isFinite(left)) return 'no-end-known';
  return left < 0 ? 'expired' : left < endingWithinDays * 86_400_000 ? 'ending' : 'confirmed';
}
