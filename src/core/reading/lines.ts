import type { ReadingBook } from '../../data/schema/reading';
import { fold } from './normalise';

/** One line of a mail, with where it stands in the text. `folded` is at most 400 characters long. */
export type Line = { readonly start: number; readonly end: number; readonly folded: string; readonly blank: boolean };

/** Lines that are looked at closely; what lies behind them is taken as it is. */
export const mostLines = 60_000;

/** Cuts a text in lines. The last one may be very long when there are more than `mostLines`. */
export function toLines(text: string, book: ReadingBook): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start <= text.length) {
    const next = lines.length >= mostLines ? -1 : text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    const folded = fold(text.slice(start, Math.min(end, start + 400)), book.confusables).trim();
    lines.push({ start, end, folded, blank: folded === '' });
    if (next < 0) break;
    start = next + 1;
  }
  return lines;
}
