import type { ReadingBook } from '../../data/schema/reading';
import { charSet, trimTail } from './characters';
import type { Line } from './lines';
import type { PartKind } from './split';
import { firstWord, wordingOf, type Wording } from './wording';

const closingTail = charSet(' \t\u00a0,.!;:-');

/** Filled lines that a signature may have, and lines in which one is looked for. */
const most = 14;
const looked = 60;
/** Runs of own words in one mail that are searched; a mail of inline answers has few. */
const mostRuns = 400;

/**
 * Takes signatures, confidentiality notices and servers' banners out of what is left as own words.
 * A closing formula itself stays own; the name and the lines below it are the signature.
 */
export function trimSignature(lines: readonly Line[], kinds: PartKind[], book: ReadingBook): void {
  const words = wordingOf(book);
  banners(lines, kinds, words);
  let runs = 0;
  let index = 0;
  while (index < lines.length && runs < mostRuns) {
    if (kinds[index] !== 'own' || lines[index]?.first === 0) {
      index++;
      continue;
    }
    // A run goes on over blank lines to the next filled line that is not own.
    let bound = index + 1;
    let filledTo = bound;
    while (bound < lines.length && (kinds[bound] === 'own' || lines[bound]?.first === 0)) {
      if (lines[bound]?.first !== 0) filledTo = bound + 1;
      bound++;
    }
    runs++;
    trimRun(lines, kinds, index, filledTo, words, book);
    index = bound;
  }
}

function trimRun(lines: readonly Line[], kinds: PartKind[], runStart: number, bound: number, words: Wording, book: ReadingBook): void {
  const start = Math.max(runStart, bound - looked);
  notices(lines, kinds, start, bound, words, book);
  for (let index = start; index < bound; index++) {
    const line = lines[index];
    if (!line || line.blank || kinds[index] !== 'own') continue;
    if (isDelimiter(line, bound - index)) {
      mark(kinds, index, bound);
      return;
    }
    if (line.length > 70 || !line.passes(words.endGate)) continue;
    const { folded } = line;
    if (words.mobile.get(firstWord(folded))?.some((phrase) => folded.startsWith(phrase)) && filled(lines, kinds, index + 1, bound).length <= 4) {
      mark(kinds, index, bound);
      return;
    }
    if (!isClosing(folded, words)) continue;
    const rest = filled(lines, kinds, index + 1, bound);
    if (rest.length > most || rest.some(isSentence)) continue;
    mark(kinds, index + 1, bound);
    return;
  }
}

/** `-- ` of RFC 3676, or a short rule with a signature's few lines below it. */
function isDelimiter(line: Line, below: number): boolean {
  if (line.first === 45 && line.length <= 4) return line.folded === '--';
  if (line.first !== 95 && line.first !== 45 && line.first !== 42 && line.first !== 61) return false;
  return below <= most && /^(?:_{3,80}|-{3,80}|\*{3,80}|={3,80})$/u.test(line.folded);
}

function isClosing(folded: string, words: Wording): boolean {
  const plain = trimTail(folded, closingTail);
  if (words.closings.has(plain)) return true;
  if (plain.length >= 60) return false;
  const long = words.longClosings.get(firstWord(plain));
  return long?.some((closing) => plain.startsWith(closing) && /^[\s,.;/|-]/u.test(plain.slice(closing.length))) ?? false;
}

function filled(lines: readonly Line[], kinds: readonly PartKind[], from: number, to: number): readonly Line[] {
  const found: Line[] = [];
  for (let index = from; index < to && found.length <= most; index++) {
    const line = lines[index];
    if (line && !line.blank && kinds[index] === 'own') found.push(line);
  }
  return found;
}

/** A line that says something: nine words or more, few of them capitalised or numbers; or a question. */
function isSentence(line: Line): boolean {
  if (line.length < 45) return line.last === 63;
  const { raw } = line;
  if (line.last === 63) return true;
  const all = raw.split(/\s{1,50}/u);
  if (all.length < 9) return false;
  const names = all.filter((word) => /^[\p{Lu}\d+(/|@–—-]|@|\d/u.test(word)).length;
  return names < all.length * 0.4;
}

function mark(kinds: PartKind[], from: number, to: number): void {
  for (let index = from; index < to; index++) if (kinds[index] === 'own') kinds[index] = 'signature';
}

/** Long paragraphs, from the end of the own words up, that may be notices. */
const mostNotices = 6;

/** A paragraph with three phrases of a confidentiality notice is no statement of the sender. They stand at the end, one below the other. */
function notices(lines: readonly Line[], kinds: PartKind[], start: number, end: number, words: Wording, book: ReadingBook): void {
  let last = end - 1;
  let others = 0;
  for (let seen = 0; last >= start && seen < mostNotices && others < 2;) {
    if (lines[last]?.blank) {
      last--;
      continue;
    }
    let first = last;
    let length = lines[last]?.length ?? 0;
    while (first > start && !lines[first - 1]?.blank) length += lines[--first]?.length ?? 0;
    if (length >= 70) {
      seen++;
      if (isNotice(lines, first, last, words, book)) for (let at = first; at <= last; at++) kinds[at] = 'disclaimer';
      else if (length > 150) others++;
    }
    last = first - 1;
  }
}

function isNotice(lines: readonly Line[], first: number, last: number, words: Wording, book: ReadingBook): boolean {
  let paragraph = '';
  for (let at = first; at <= last && paragraph.length < 2000; at++) paragraph += `${lines[at]?.folded ?? ''} `;
  if (!book.noticeStems.some((stem) => paragraph.includes(stem))) return false;
  return words.disclaimers.some((phrases) => {
    let count = 0;
    for (const phrase of phrases) if (paragraph.includes(phrase) && ++count >= 3) return true;
    return false;
  });
}

/** What a mail server put above the mail: `CAUTION: external sender …`, in the first few lines. */
function banners(lines: readonly Line[], kinds: PartKind[], words: Wording): void {
  let seen = 0;
  for (let index = 0; index < lines.length && seen < 3; index++) {
    const line = lines[index];
    if (!line || line.blank || kinds[index] !== 'own') continue;
    seen++;
    if (!line.passes(words.bannerGate)) continue;
    const { folded } = line;
    if (!words.banners.some((phrase) => folded.startsWith(phrase))) continue;
    let last = index;
    while (last + 1 < lines.length && last - index < 4 && kinds[last + 1] === 'own' && !lines[last + 1]?.blank) last++;
    for (let at = index; at <= last; at++) kinds[at] = 'disclaimer';
    index = last;
  }
}
