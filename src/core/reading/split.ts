import type { ReadingBook } from '../../data/schema/reading';
import type { Split } from '../assessment';
import type { Message } from '../message';
import { headerBlockAt } from './header-block';
import { toLines, type Line } from './lines';
import { fold } from './normalise';
import { trimSignature } from './signature';

export type PartKind = 'own' | Split['kinds'][number];

/**
 * Tells the sender's own words from quoted history, signatures, notices and forwarded mails. Spans cover the whole text,
 * in order, without overlap. `complete` is false where the cut is a guess. Linear in the text's length.
 */
export function split(message: Pick<Message, 'text' | 'from' | 'subject' | 'marks'>, book: ReadingBook): Split {
  const lines = toLines(message.text, book);
  const kinds: PartKind[] = lines.map(() => 'own');
  let complete = true;

  markUp(message, lines, kinds);
  for (const [index, line] of lines.entries()) if (/^(?:>|\|\s|＞)/u.test(line.folded)) kinds[index] = 'quote';

  let scanFrom = 0;
  const top = topHeader(lines, kinds, book);
  if (top && isOwnHeader(top.values.from?.text ?? '', message)) {
    for (let index = 0; index <= top.last; index++) kinds[index] = 'envelope';
    scanFrom = top.last + 1;
  }

  for (let index = scanFrom; index < lines.length; index++) {
    const line = lines[index];
    if (!line || line.blank || kinds[index] !== 'own') continue;
    const separator = separatorKind(line, book);
    if (separator) {
      fill(kinds, index, separator);
      break;
    }
    const intro = introAt(lines, index, book);
    if (intro) {
      const next = lines.findIndex((one, at) => at > intro.last && !one.blank);
      if (next >= 0 && kinds[next] === 'quote') {
        for (let at = index; at <= intro.last; at++) kinds[at] = 'quote';
        index = intro.last;
        continue;
      }
      if (intro.sure) fill(kinds, index, 'quote');
      else complete = false;
      if (intro.sure) break;
      continue;
    }
    const block = headerBlockAt(lines, index, book);
    if (block) {
      // A rule or a bare dash line above the block belongs to it.
      fill(kinds, index, firstOwn(lines, kinds) === index ? 'forward' : 'quote');
      break;
    }
  }

  const sure = trimSignature(lines, kinds, book);
  return { ...toSpans(message.text, lines, kinds), complete: complete && sure };
}

function firstOwn(lines: readonly Line[], kinds: readonly PartKind[]): number {
  return lines.findIndex((line, index) => !line.blank && kinds[index] === 'own');
}

/** A header block among the first lines, with at most a few words of a stamp or a mailbox name above it. */
function topHeader(lines: readonly Line[], kinds: readonly PartKind[], book: ReadingBook): ReturnType<typeof headerBlockAt> {
  let seen = 0;
  for (let index = 0; index < lines.length && seen < 6; index++) {
    const line = lines[index];
    if (!line || line.blank || kinds[index] !== 'own') continue;
    const block = headerBlockAt(lines, index, book);
    if (block) return block;
    if (line.folded.length > 120 || /[.!?]$/u.test(line.folded)) return null;
    seen++;
  }
  return null;
}

/** Everything from a line on becomes one kind, except what is known better. */
function fill(kinds: PartKind[], from: number, kind: PartKind): void {
  for (let index = from; index < kinds.length; index++) kinds[index] = kind;
}

function markUp(message: Pick<Message, 'marks'>, lines: readonly Line[], kinds: PartKind[]): void {
  for (const mark of message.marks ?? [])
    for (const [index, line] of lines.entries()) if (!line.blank && line.start >= mark.start && line.start < mark.end) kinds[index] = mark.kind;
}

/** A header block at the top is the mail's own (a print, an OCR reading) unless it names somebody else. */
function isOwnHeader(from: string, message: Pick<Message, 'from' | 'subject'>): boolean {
  const named = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/u.exec(from)?.[0];
  if (!message.from.email) return true;
  if (named) return named === message.from.email;
  const name = fold(message.from.name).trim();
  return from === '' || (name !== '' && (from.includes(name) || name.includes(from)));
}

function separatorKind(line: Line, book: ReadingBook): 'quote' | 'forward' | null {
  const { folded } = line;
  if (!/^[-_=*\s]{0,40}[\p{L}]/u.test(folded) && !/^[-_]{20,}$/u.test(folded)) return null;
  const dashed = /^[-_=*]{2,}/u.test(folded);
  const words = folded.replace(/^[-_=*\s]+|[-_=*:\s]+$/gu, '');
  if (words.length > 60) return null;
  for (const language of Object.values(book.languages)) {
    if (language.original.some((phrase) => words === phrase || (dashed && words.startsWith(phrase)))) return 'quote';
    if (language.forwarded.some((phrase) => words === phrase || words.startsWith(`${phrase}:`) || (dashed && words.startsWith(phrase)))) return 'forward';
    if (language.forwarded.some((phrase) => phrase.includes(' ') && words.startsWith(phrase) && words.length < phrase.length + 4)) return 'forward';
  }
  return null;
}

/** `On … wrote:` over one to four lines. `sure` when a date or an address stands in it. */
function introAt(lines: readonly Line[], first: number, book: ReadingBook): { readonly last: number; readonly sure: boolean } | null {
  const head = lines[first]?.folded ?? '';
  let joined = '';
  for (let index = first; index < Math.min(lines.length, first + 4); index++) {
    const line = lines[index];
    if (!line || line.blank) return null;
    joined = joined === '' ? line.folded : `${joined} ${line.folded}`;
    if (joined.length > 500) return null;
    const closing = joined.replace(/["'*>\s]+$/u, '');
    for (const { intro } of Object.values(book.languages)) {
      const end = intro.ends.find((phrase) => closing.endsWith(phrase) || (phrase.endsWith(':') && closing.endsWith(`${phrase.slice(0, -1)} :`)));
      if (!end) continue;
      const hint = /@|\d{1,2}[:.h]\d{2}|\d{4}|\d{1,2}[./-]\d{1,2}/u.test(joined);
      const begins = intro.begins.some((phrase) => head.startsWith(phrase));
      if (begins && hint) return { last: index, sure: true };
      if (hint && end.endsWith(':') && /^[\w"'<]/u.test(head) && joined.length < 200 && /@/u.test(joined)) return { last: index, sure: true };
      if (begins && end.endsWith(':') && joined.length < 160) return { last: index, sure: false };
    }
  }
  return null;
}

function toSpans(text: string, lines: readonly Line[], kinds: readonly PartKind[]): Omit<Split, 'complete'> {
  const own: { start: number; end: number }[] = [];
  const quoted: { start: number; end: number }[] = [];
  const quotedKinds: Split['kinds'][number][] = [];
  let from = 0;
  // Blank lines go with what stands above them.
  let current: PartKind = kinds[firstFilled(lines)] ?? 'own';
  const close = (to: number) => {
    if (to <= from) return;
    if (current === 'own') own.push({ start: from, end: to });
    else {
      quoted.push({ start: from, end: to });
      quotedKinds.push(current);
    }
    from = to;
  };
  for (const [index, line] of lines.entries()) {
    const kind = kinds[index];
    if (line.blank || kind === undefined || kind === current) continue;
    close(line.start);
    current = kind;
  }
  close(text.length);
  return { own, quoted, kinds: quotedKinds };
}

function firstFilled(lines: readonly Line[]): number {
  return Math.max(
    0,
    lines.findIndex((line) => !line.blank),
  );
}
