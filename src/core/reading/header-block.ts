import type { ReadingBook } from '../../data/schema/reading';
import type { Line } from './lines';

type Label = 'from' | 'sent' | 'to' | 'cc' | 'subject' | 'attachments';

/** A block like `From: … Sent: … To: … Subject: …` above an older mail. `first` and `last` are line numbers. */
export type HeaderBlock = {
  readonly first: number;
  readonly last: number;
  /** Values as far as they stand behind their label, folded. */
  readonly values: Readonly<Partial<Record<Label, { readonly text: string; readonly line: number }>>>;
};

const tables = new WeakMap<ReadingBook, Map<string, readonly Label[]>>();

/** Every label of every language; one word can mean different things in different languages (`a`, `de`). */
function labels(book: ReadingBook): Map<string, readonly Label[]> {
  let table = tables.get(book);
  if (!table) {
    const made = new Map<string, Label[]>();
    for (const language of Object.values(book.languages))
      for (const [label, words] of Object.entries(language.headers))
        for (const word of words) {
          const list = made.get(word) ?? [];
          if (!list.includes(label as Label)) list.push(label as Label);
          made.set(word, list);
        }
    table = made;
    tables.set(book, table);
  }
  return table;
}

const labelled = /^[*_|>\s]{0,6}([\p{L}][\p{L}\s.-]{0,24}?)\s{0,2}[*_]{0,2}\s{0,2}:[*_]{0,2}(?:\s|$)(.{0,300})/u;

/** What a line is as a header line, or nothing. */
function readLabel(line: Line, book: ReadingBook): { readonly kinds: readonly Label[]; readonly value: string } | null {
  const match = labelled.exec(line.folded);
  if (!match) return null;
  const kinds = labels(book).get((match[1] ?? '').replace(/\s+/gu, ' ').trim());
  return kinds ? { kinds, value: (match[2] ?? '').trim() } : null;
}

/**
 * The header block that begins at a line, or nothing. It takes a sender and at least two of date, recipient and subject;
 * values may stand below their labels, and single stray lines (stamps, OCR noise) may lie between.
 */
export function headerBlockAt(lines: readonly Line[], first: number, book: ReadingBook): HeaderBlock | null {
  const head = lines[first];
  if (!head || head.blank) return null;
  const start = readLabel(head, book);
  if (!start || !start.kinds.some((kind) => kind === 'from' || kind === 'sent')) return null;
  const values: Partial<Record<Label, { text: string; line: number }>> = {};
  let last = first;
  let misses = 0;
  for (let index = first; index < Math.min(lines.length, first + 28); index++) {
    const line = lines[index];
    if (!line) break;
    if (line.blank) {
      if (misses > 0 && index - last > 2) break;
      continue;
    }
    const found = readLabel(line, book);
    const kind = found?.kinds.find((one) => !values[one]);
    if (found && kind) {
      values[kind] = { text: found.value, line: index };
      last = index;
      misses = 0;
    } else if (++misses > 6 || (misses > 2 && Object.keys(values).length >= 4)) break;
  }
  const has = (label: Label) => values[label] !== undefined;
  const rest = [has('sent'), has('to'), has('subject')].filter(Boolean).length;
  if (!has('from') || rest < 2) return null;
  // Labels that stand in a column of their own are followed by their values in the same order.
  const column = Object.values(values).filter((value) => value && value.text === '').length;
  if (column >= 3) {
    let left = Object.keys(values).length;
    for (let index = last + 1; index < Math.min(lines.length, last + 14) && left > 0; index++) {
      const line = lines[index];
      if (line?.blank) continue;
      left--;
      if (left === 0) last = index;
    }
  } else {
    // A long recipient list or subject runs on below its label.
    while (lines[last + 1] && !lines[last + 1]?.blank && /^(?:[\w.+-]{1,60}@|<|;|,)/u.test(lines[last + 1]?.folded ?? '')) last++;
  }
  return { first, last, values };
}
