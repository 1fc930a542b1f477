import type { Case, Instant } from '../core/case';

/** Key in `storage.session` of a day that is replayed; written by the demonstration, which no page can do. */
export const replayKey = 'replay';

/** A day of a story that is told again: what time it was, and what the file knew. */
export type Replay = { readonly now: Instant; readonly facts?: Case; readonly answers?: Readonly<Record<string, string>> };

/** A replayed day as stored, or null for anything that is none. */
export function asReplay(value: unknown): Replay | null {
  if (typeof value !== 'object' || value === null) return null;
  const { now } = value as Partial<Replay>;
  return typeof now === 'string' && Number.isFinite(Date.parse(now)) ? (value as Replay) : null;
}
