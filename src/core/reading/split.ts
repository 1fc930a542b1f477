import type { ReadingBook } from '../../data/schema/reading';
import type { Split } from '../assessment';
import type { Message } from '../message';
import { addressIn } from './characters';
import { blockAt, type HeaderBlock } from './header-block';
import { introEndingAt } from './intro';
import { toLines, type Line } from './lines';
import { fold } from './normalise';
import { isRule, separatorKind } from './separator';
import { trimSignature } from './signature';
import { wordingOf, type Wording } from './wording';

export type PartKind = 'own' | Split['kinds'][number];
type Given = Pick<Message, 'text' | 'from' | 'subject' | 'marks'>;

/**
 * Tells the sender's own words from quoted history, signatures, notices and forwarded mails. Spans cover the whole text,
 * in order, without overlap. `complete` is false where the cut is a guess. Linear in the text's length.
 */
export function split(message: Given, book: ReadingBook): Split {
  const lines = toLines(message.text, book);
  const words = wordingOf(book);
  const kinds: PartKind[] = lines.map(() => 'own');
  markUp(message, lines, kinds, words);
  const marked = quotedLines(lines, kinds);
  const sure = cut(message, lines, kinds, words);
  const woven = marked === 0 || brokenQuotes(lines, kinds);
  trimSignature(lines, kinds, book);
  const complete = sure && woven && !(marked === 0 && answersInside(lines, kinds, words));
  return { ...toSpans(message.text, lines, kinds), complete };
}

/** Finds where history begins, from the top; gives false where it had to guess. */
function cut(message: Given, lines: readonly Line[], kinds: PartKind[], words: Wording): boolean {
  let scanFrom = 0;
  const top = topHeader(lines, kinds, words);
  const heading = top !== null && isLetterhead(top, message);
  if (top && (heading || isOwnHeader(top.values.from?.text ?? '', message))) {
    for (let index = 0; index <= top.last; index++) kinds[index] = 'envelope';
    scanFrom = top.last + 1;
  }
  const free = (index: number) => index >= scanFrom && kinds[index] === 'own';
  let sure = !heading;
  for (let index = scanFrom; index < lines.length; index++) {
    const line = lines[index];
    if (!line || line.first === 0 || kinds[index] !== 'own') continue;
    const separator = separatorKind(line, words);
    if (separator && (separator === 'forward' || isDashed(line) || opensBelow(lines, index, words))) {
      const next = nextFilled(lines, index + 1);
      if (next >= 0 && lines[next]?.first === 62) {
        kinds[index] = separator;
        continue;
      }
      fill(lines, kinds, index, separator);
      return sure;
    }
    const intro = introEndingAt(lines, index, free, words);
    if (intro) {
      const next = nextFilled(lines, index + 1);
      if (next >= 0 && (kinds[next] === 'quote' || kinds[next] === 'forward')) {
        for (let at = intro.first; at <= intro.last; at++) kinds[at] = 'quote';
        continue;
      }
      if (next < 0) continue;
      if (intro.sure) {
        fill(lines, kinds, intro.first, 'quote');
        return sure;
      }
      sure = false;
      continue;
    }
    const block = blockAt(lines, index, words);
    if (block) {
      fill(lines, kinds, index, firstOwn(lines, kinds) === index ? 'forward' : 'quote');
      return sure;
    }
    if (isGroupWise(line)) {
      fill(lines, kinds, index, 'quote');
      return sure;
    }
  }
  return sure;
}

function isDashed(line: Line): boolean {
  return (line.first | 32) < 97 || (line.first | 32) > 122;
}

/** Whether a heading like `Original message` without dashes stands above something that a mail program wrote. */
function opensBelow(lines: readonly Line[], index: number, words: Wording): boolean {
  let seen = 0;
  for (let at = index + 1; at < lines.length && seen < 2; at++) {
    const line = lines[at];
    if (!line || line.first === 0) continue;
    seen++;
    if (line.first === 62 || blockAt(lines, at, words) || introEndingAt(lines, at, (one) => one > index, words)) return true;
  }
  return false;
}

/** `>>> Name <a@b> 22/11/2016 14:10 >>>` stands above a quotation whose lines carry no mark. */
function isGroupWise(line: Line): boolean {
  return line.first === 62 && line.last === 62 && line.code(1) === 62 && /^>>> .{3,200} >>>$/u.test(line.folded);
}

function firstOwn(lines: readonly Line[], kinds: readonly PartKind[]): number {
  return lines.findIndex((line, index) => line.first !== 0 && kinds[index] === 'own');
}

function nextFilled(lines: readonly Line[], from: number): number {
  for (let index = from; index < lines.length; index++) if (lines[index]?.first !== 0) return index;
  return -1;
}

/** A header block among the first lines, with at most a few words of a stamp or a mailbox name above it. */
function topHeader(lines: readonly Line[], kinds: readonly PartKind[], words: Wording): ReturnType<typeof blockAt> {
  let seen = 0;
  for (let index = 0; index < lines.length && seen < 6; index++) {
    const line = lines[index];
    if (!line || line.first === 0 || kinds[index] !== 'own') continue;
    const block = blockAt(lines, index, words);
    if (block) return block;
    if (line.length > 120 || line.last === 46 || line.last === 33 || line.last === 63 || line.last === 44) return null;
    seen++;
  }
  return null;
}

/** Everything from a line on becomes one kind; a rule above the line goes with it. */
function fill(lines: readonly Line[], kinds: PartKind[], from: number, kind: PartKind): void {
  for (let index = from; index < kinds.length; index++) kinds[index] = kind;
  for (let index = from - 1; index >= 0 && index > from - 4; index--) {
    const line = lines[index];
    if (!line || line.first === 0) continue;
    if (kinds[index] === 'own' && isRule(line)) kinds[index] = kind;
    return;
  }
}

/** What the mark-up says; a quotation that begins like a forward is one. */
function markUp(message: Given, lines: readonly Line[], kinds: PartKind[], words: Wording): void {
  for (const mark of message.marks ?? []) {
    let low = 0;
    let high = lines.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((lines[middle]?.start ?? 0) < mark.start) low = middle + 1;
      else high = middle;
    }
    let kind: PartKind = mark.kind;
    for (let index = low; index < lines.length; index++) {
      const line = lines[index];
      if (!line || line.start >= mark.end) break;
      if (line.first === 0) continue;
      if (kind === 'quote' && index - low < 3 && separatorKind(line, words) === 'forward') kind = 'forward';
      if (kinds[index] === 'own') kinds[index] = kind;
    }
  }
}

/** Lines that begin with a quotation mark of mail programs; gives how many. */
function quotedLines(lines: readonly Line[], kinds: PartKind[]): number {
  let count = 0;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    const first = line?.first;
    if (!line || (first !== 62 && first !== 0xff1e && first !== 124)) continue;
    if (first === 124 && line.code(1) !== 32) continue;
    if (isGroupWise(line)) continue;
    if (kinds[index] === 'own') kinds[index] = 'quote';
    count++;
  }
  return count;
}

/** The tail of a quoted line that a client broke stands without its mark between two marked lines; gives false where one was found. */
function brokenQuotes(lines: readonly Line[], kinds: PartKind[]): boolean {
  let sure = true;
  for (let index = 1; index + 1 < lines.length; index++) {
    const line = lines[index];
    if (!line || line.first === 0 || kinds[index] !== 'own' || kinds[index - 1] !== 'quote' || kinds[index + 1] !== 'quote') continue;
    const before = lines[index - 1];
    if (!before || before.first !== 62 || lines[index + 1]?.first !== 62 || before.length < 55 || line.length > 40) continue;
    if (before.last === 46 || before.last === 63 || before.last === 58) continue;
    if (!/^[\p{Ll}\d(]/u.test(line.raw)) continue;
    kinds[index] = 'quote';
    sure = false;
  }
  return sure;
}

/** True when the sender says, in a few words above the history, that the answers stand in it, and it carries no marks. */
function answersInside(lines: readonly Line[], kinds: readonly PartKind[], words: Wording): boolean {
  if (kinds.at(-1) !== 'quote' && kinds.at(-1) !== 'forward') return false;
  let own = '';
  for (let index = 0; index < lines.length && own.length <= 600; index++) {
    const line = lines[index];
    if (!line || line.first === 0) continue;
    if (kinds[index] === 'quote' || kinds[index] === 'forward') return words.inline.some((phrase) => own.includes(phrase));
    if (kinds[index] === 'own') own += `${line.folded} `;
  }
  return false;
}

/** `From: Legal Department / To: Procura / Subject: …` on top of a mail that is neither an answer nor a forward is the head of its letter. */
function isLetterhead(top: HeaderBlock, { from, subject }: Given): boolean {
  if (from.email === '' || /^\s{0,9}\p{L}{1,8}\s?:/u.test(subject)) return false;
  return !Object.values(top.values).some((value) => value?.text.includes('@'));
}

/** A header block at the top is the mail's own (a print, an OCR reading) unless it names somebody else. */
function isOwnHeader(from: string, message: Given): boolean {
  const named = addressIn(from);
  if (!message.from.email) return true;
  if (named) return named === message.from.email;
  const name = fold(message.from.name).trim();
  return from === '' || (name !== '' && (from.includes(name) || name.includes(from)));
}

function toSpans(text: string, lines: readonly Line[], kinds: readonly PartKind[]): Omit<Split, 'complete'> {
  const own: { start: number; end: number }[] = [];
  const quoted: { start: number; end: number }[] = [];
  const quotedKinds: Split['kinds'][number][] = [];
  let from = 0;
  // Blank lines go with what stands above them.
  let current: PartKind = kinds[Math.max(0, nextFilled(lines, 0))] ?? 'own';
  const close = (to: number) => {
    if (to <= from) return;
    if (current === 'own') own.push({ start: from, end: to });
    else {
      quoted.push({ start: from, end: to });
      quotedKinds.push(current);
    }
    from = to;
  };
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    const kind = kinds[index];
    if (!line || line.first === 0 || kind === undefined || kind === current) continue;
    close(line.start);
    current = kind;
  }
  close(text.length);
  return { own, quoted, kinds: quotedKinds };
}
