import type { CaseOverview } from '../case/overview';

/** Sentences of the picture in words; `{n}` is for the caller to fill. */
export type BarWords = {
  readonly stretch: (holder: 'us' | 'provider', days: number) => string;
  readonly open: (holder: 'us' | 'provider', days: number) => string;
  readonly hold: string;
  readonly extension: string;
  readonly assistance: string;
  readonly noHold: string;
  readonly next: (what: string, days: number | undefined) => string;
};

/** Longest bar, in block characters: fits a line of a page beside its words. */
const longest = 28;
/** One block for each kind: told apart in print without colour. */
const blocks = { provider: '█', us: '▓', hold: '█', extension: '▒', assistance: '░' } as const;

/** The exchange as bars to scale, a line each: who had the ball, for how many days, from when to when. Undefined where nobody wrote. */
export function exchangeBars({ timeline }: CaseOverview, day: (iso: string) => string, words: BarWords): string | undefined {
  const { stretches, open } = timeline;
  const shown = stretches.filter(({ days }) => days > 0);
  if (shown.length === 0 && !open) return undefined;
  // A ball that was left lying would press everything else flat: it is cut at the full width.
  const scale = scaleOf(shown.length > 0 ? shown.map(({ days }) => days) : [open?.days ?? 0]);
  return [
    ...shown.map(({ holder, days, from, to }) => `${bar(blocks[holder], days, scale)} ${words.stretch(holder, days)} (${day(from)} – ${day(to)})`),
    ...(open ? [`${bar(blocks[open.holder], open.days, scale)} ${words.open(open.holder, open.days)} (${day(open.since)} – …)`] : []),
  ].join('\n');
}

/** The hold, what extends it, and the time that assistance takes, as bars to one scale; then what is due next. */
export function holdBars({ hold, horizon, next }: CaseOverview, day: (iso: string) => string, words: BarWords): string {
  const periods = [
    ...(hold?.begins && hold.ends ? [{ block: blocks.hold, name: words.hold, from: hold.begins, to: hold.ends }] : []),
    ...(hold?.extensions ?? []).map(({ from, to }) => ({ block: blocks.extension, name: words.extension, from, to })),
    { block: blocks.assistance, name: words.assistance, from: horizon.from, to: horizon.to },
  ].map((period) => ({ ...period, days: Math.round((Date.parse(period.to) - Date.parse(period.from)) / 86_400_000) }));
  const scale = scaleOf(periods.map(({ days }) => days));
  return [
    ...(hold?.ends ? (hold.begins ? [] : [`${words.hold}: … – ${day(hold.ends)}`]) : [words.noHold]),
    ...periods.map(({ block, name, from, to, days }) => `${bar(block, days, scale)} ${name} (${day(from)} – ${day(to)})`),
    ...(next ? [`${words.next(next.what, next.days)}: ${day(next.on)}`] : []),
  ].join('\n');
}

const scaleOf = (days: readonly number[]): number => longest / Math.max(1, ...days);
const bar = (block: string, days: number, scale: number): string => block.repeat(Math.min(longest, Math.max(1, Math.round(days * scale))));
