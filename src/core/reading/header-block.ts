import type { ReadingBook } from '../../data/schema/reading';
import type { HeaderLine, Line } from './lines';
import { shapeOf, wordingOf, type Label, type Wording } from './wording';

/** `below`: the value stands on a line of its own, without its label. */
export type HeaderValue = { readonly text: string; readonly line: number; readonly below?: true };

/** A block like `From: … Sent: … To: … Subject: …` above an older mail. `first` and `last` are line numbers. */
export type HeaderBlock = {
  readonly first: number;
  readonly last: number;
  /** Values as far as they stand behind their label, folded. */
  readonly values: Readonly<Partial<Record<Label, HeaderValue>>>;
};

/** Lines that a block can span. */
const longest = 32;
const edge = /^[*_|>\s]{1,6}|[\s*_]{1,6}$/gu;

/** What a line is as a header line, or nothing. */
function readLabel(line: Line, words: Wording): HeaderLine | null {
  if (line.header === undefined) line.header = labelOf(line, words);
  return line.header;
}

function labelOf(line: Line, words: Wording): HeaderLine | null {
  // Labels are short: most lines are dismissed without folding them.
  if (!mayBeLabel(line.first) || !line.passes(words.headerGate) || !line.hasColonEarly(40)) return null;
  const { folded } = line;
  const colon = colonOf(folded);
  if (colon < 1) return null;
  const label = folded
    .slice(0, colon)
    .replace(edge, '')
    .replace(/\s{2,30}/gu, ' ');
  if (label.length === 0 || label.length > 26) return null;
  const kinds = words.labels.get(label) ?? (label.length >= 4 ? words.shapes.get(shapeOf(label)) : undefined);
  return kinds ? { kinds, value: folded.slice(colon + 1).replace(/^[\s*_]{1,8}/u, '') } : null;
}

function mayBeLabel(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 42 || code === 95 || code === 124 || code === 48 || code >= 0xa9;
}

/** Where the label ends: a colon within 34 characters; scanners also read it as a semicolon. */
function colonOf(folded: string): number {
  const head = folded.length > 34 ? folded.slice(0, 34) : folded;
  const colon = head.indexOf(':');
  return colon >= 0 ? colon : head.indexOf(';');
}

/** Further labels on the same line, where a client or a scanner ran the lines together. */
function furtherLabels(value: string, words: Wording, found: Set<Label>): void {
  for (const match of value.matchAll(/(?<![\p{L}\p{N}])(\p{L}{1,12}(?: \p{L}{1,4})?)\s?:(?=\s)/gu)) {
    const label = match[1] ?? '';
    for (const kind of words.labels.get(label) ?? words.labels.get(label.replace(/^.{1,12} /u, '')) ?? []) found.add(kind);
  }
}

/**
 * The header block that begins at a line, or nothing. It takes a sender and at least two of date, recipient and subject;
 * values may stand below their labels, all labels may stand on one line, and single stray lines (stamps, OCR noise) may lie between.
 */
export function headerBlockAt(lines: readonly Line[], first: number, book: ReadingBook): HeaderBlock | null {
  return blockAt(lines, first, wordingOf(book));
}

/** The same for a caller that has the wording at hand. */
export function blockAt(lines: readonly Line[], first: number, words: Wording): HeaderBlock | null {
  const head = lines[first];
  if (!head || head.first === 0) return null;
  const start = readLabel(head, words);
  if (!start || !start.kinds.some((kind) => kind !== 'cc' && kind !== 'attachments')) return null;
  const begins = start.kinds.some((kind) => kind === 'from' || kind === 'sent');
  const values: Partial<Record<Label, HeaderValue>> = {};
  const sameLine = new Set<Label>();
  let last = first;
  let misses = 0;
  for (let index = first; index < Math.min(lines.length, first + longest); index++) {
    const line = lines[index];
    if (!line) break;
    if (line.blank) {
      if (misses > 0 && index - last > 3) break;
      continue;
    }
    const found = readLabel(line, words);
    const kind = found?.kinds.find((one) => !values[one]);
    if (found && kind) {
      values[kind] = { text: found.value, line: index };
      last = index;
      misses = 0;
      if (index === first && found.value.length > 30) furtherLabels(found.value, words, sameLine);
    } else if (++misses > (begins ? 6 : 1) || (misses > 2 && Object.keys(values).length >= 4) || isProse(line)) break;
  }
  const has = (label: Label) => values[label] !== undefined || sameLine.has(label);
  const rest = [has('sent'), has('to'), has('subject')].filter(Boolean).length;
  if (!has('from') || rest < 2 || (!begins && rest < 3)) return null;
  const listed = Object.values(values);
  if (sameLine.size >= 2) return { first, last: Math.max(first, last), values };
  // Labels that stand in a column of their own are followed by their values in the same order.
  const empty = listed.filter((value) => value && value.text === '');
  const column =
    empty.length >= 3 &&
    empty.every(
      (value) =>
        !value || !lines[value.line + 1] || lines[value.line + 1]?.blank || readLabel(lines[value.line + 1] as Line, words) !== null || value.line === last,
    );
  if (column) {
    const waiting = labelsOf(values).filter((label) => values[label]?.text === '');
    for (let index = last + 1, until = Math.min(lines.length, last + 16); index < until && waiting.length > 0; index++) {
      const line = lines[index];
      if (!line || line.blank) continue;
      const label = waiting.shift();
      if (label) values[label] = { text: line.folded, line: index, below: true };
      last = index;
    }
    return { first, last, values };
  }
  // The last value may stand below its label.
  const lastValue = listed.find((value) => value?.line === last);
  if (lastValue?.text === '' && lines[last + 1] && !lines[last + 1]?.blank) last++;
  // A long recipient list or subject runs on below its label.
  while (lines[last + 1] && !lines[last + 1]?.blank && /^(?:[\w.+-]{1,60}@|<|;|,|\[mailto)/u.test(lines[last + 1]?.folded ?? '')) last++;
  return { first, last, values };
}

function labelsOf(values: Readonly<Partial<Record<Label, HeaderValue>>>): Label[] {
  return Object.keys(values) as Label[];
}

/** A long line that ends like a sentence belongs to a body, not to a header. */
function isProse(line: Line): boolean {
  return line.length > 90 && (line.last === 46 || line.last === 63 || line.last === 33);
}
