import type { Instant } from '../case';

export type Side = 'us' | 'provider';
/** Somebody wrote: the ball goes to the other side. */
export type Move = { readonly at: Instant; readonly by: Side };
/** A stretch in which one side had to act. `days` are calendar days between the two dates in the office's zone. */
export type Stretch = { readonly holder: Side; readonly from: Instant; readonly to: Instant; readonly days: number };
export type Timeline = {
  /** Closed stretches, older first; neighbouring ones of the same holder are one. */
  readonly stretches: readonly Stretch[];
  /** Who has to act now, and since when; absent when nobody ever wrote. */
  readonly open?: { readonly holder: Side; readonly since: Instant; readonly days: number };
  /** Calendar days from the first to the last move. */
  readonly days: number;
  readonly ourDays: number;
  readonly providerDays: number;
  readonly first?: Instant;
  readonly last?: Instant;
};

/** Calendar days between two moments as dated in a zone; negative when the second is earlier. An unknown zone counts as UTC. */
export function calendarDays(from: Instant, to: Instant, zone: string): number {
  return Math.round((dayNumber(to, zone) - dayNumber(from, zone)) / 86_400_000);
}

/**
 * Who had the ball when. Moves may be in any order and repeat; those without a readable date or after `now` are left out.
 * Two moves of one side in a row don't pass the ball twice.
 */
export function timeline(moves: readonly Move[], now: Instant, zone: string): Timeline {
  const limit = Date.parse(now);
  const known = moves
    .map((move) => ({ ...move, time: Date.parse(move.at) }))
    .filter(({ time }) => Number.isFinite(time) && !(time > limit))
    .toSorted((a, b) => a.time - b.time);
  const first = known[0];
  const last = known.at(-1);
  if (!first || !last) return { stretches: [], days: 0, ourDays: 0, providerDays: 0 };

  const turns = known.filter((move, index) => index === 0 || move.by !== known[index - 1]?.by);
  const stretches: Stretch[] = [];
  for (const [index, turn] of turns.entries()) {
    const next = turns[index + 1];
    if (next) stretches.push({ holder: other(turn.by), from: turn.at, to: next.at, days: calendarDays(turn.at, next.at, zone) });
  }
  const turn = turns.at(-1) ?? first;
  const daysOf = (side: Side) => stretches.filter(({ holder }) => holder === side).reduce((sum, { days }) => sum + days, 0);
  return {
    stretches,
    open: { holder: other(turn.by), since: turn.at, days: Math.max(0, calendarDays(turn.at, now, zone)) },
    days: calendarDays(first.at, last.at, zone),
    ourDays: daysOf('us'),
    providerDays: daysOf('provider'),
    first: first.at,
    last: last.at,
  };
}

function other(side: Side): Side {
  return side === 'us' ? 'provider' : 'us';
}

function dayNumber(at: Instant, zone: string): number {
  const [year, month, day] = dayIn(at, zone).split('-').map(Number);
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1);
}

/** The date (`2016-04-28`) of a moment in a zone. */
export function dayIn(at: Instant, zone: string): string {
  const date = new Date(Date.parse(at));
  try {
    return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(date);
  } catch {
    return date.toISOString().slice(0, 10);
  }
}
