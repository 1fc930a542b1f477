import type { ReadingBook } from '../../data/schema/reading';
import { fold } from './normalise';
import type { Label } from './wording';

/** Lines that are looked at closely; what lies behind them is taken as it is. */
export const mostLines = 60_000;
/** Characters of a line that are folded. */
const mostFolded = 400;

/** A label and what stands behind it. */
export type HeaderLine = { readonly kinds: readonly Label[]; readonly value: string };

/** One line of a mail, with where it stands in the text. Folded only when somebody asks, as most lines are never looked at closely. */
export class Line {
  readonly start: number;
  readonly end: number;
  /** Code of the first and of the last visible character; 0 in a blank line. */
  readonly first: number;
  readonly last: number;
  /** Offset of the first visible character. */
  readonly from: number;
  private readonly text: string;
  private readonly confusables: Readonly<Record<string, string>>;
  private known: string | undefined;
  /** What the line is as a header line, once somebody has looked; null when it is none. */
  header: HeaderLine | null | undefined;

  constructor(text: string, start: number, end: number, confusables: Readonly<Record<string, string>>) {
    this.text = text;
    this.start = start;
    this.end = end;
    this.confusables = confusables;
    let from = start;
    while (from < end && isSpace(text.charCodeAt(from))) from++;
    this.from = from;
    if (from === end) {
      this.first = 0;
      this.last = 0;
    } else {
      let to = end - 1;
      while (isSpace(text.charCodeAt(to))) to--;
      this.first = text.charCodeAt(from);
      this.last = text.charCodeAt(to);
    }
  }

  get blank(): boolean {
    return this.first === 0;
  }

  get length(): number {
    return this.end - this.from;
  }

  /** Code of a character of the visible line, counted from its first; NaN behind its end. */
  code(offset: number): number {
    return this.from + offset < this.end ? this.text.charCodeAt(this.from + offset) : Number.NaN;
  }

  /** Whether the line's beginning passes a first look. */
  passes(gate: { opens(text: string, at: number): boolean }): boolean {
    return gate.opens(this.text, this.from);
  }

  /** True when a colon, or a scanner's semicolon, stands within the first characters. */
  hasColonEarly(within: number): boolean {
    for (let at = this.from, stop = Math.min(this.end, this.from + within); at < stop; at++) {
      const code = this.text.charCodeAt(at);
      if (code === 58 || code === 59 || code === 0xff1a) return true;
    }
    return false;
  }

  /** The first 400 characters, lower-case and without accents, trimmed. */
  get folded(): string {
    return (this.known ??= fold(this.text.slice(this.from, Math.min(this.end, this.from + mostFolded)), this.confusables).trim());
  }

  /** The line as it stands, trimmed, at most 400 characters. */
  get raw(): string {
    return this.text.slice(this.from, Math.min(this.end, this.from + mostFolded)).trim();
  }
}

/** Spaces of any width, and marks that show nothing. */
function isSpace(code: number): boolean {
  return (
    code === 32 ||
    (code >= 9 && code <= 13) ||
    (code >= 0xa0 &&
      (code === 0xa0 ||
        code === 0xad ||
        (code >= 0x2000 && code <= 0x200f) ||
        (code >= 0x2028 && code <= 0x202f) ||
        code === 0x205f ||
        code === 0x2060 ||
        code === 0x3000 ||
        code === 0xfeff))
  );
}

/** Cuts a text in lines. The last one may be very long when there are more than `mostLines`. */
export function toLines(text: string, book: ReadingBook): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  // Some old programs end lines with a carriage return alone.
  const mark = !text.includes('\n') && text.includes('\r') ? '\r' : '\n';
  while (start <= text.length) {
    const next = lines.length >= mostLines ? -1 : text.indexOf(mark, start);
    const end = next < 0 ? text.length : next;
    lines.push(new Line(text, start, end, book.confusables));
    if (next < 0) break;
    start = next + 1;
  }
  return lines;
}
