import type { Span } from '../message';
import type { Automaton } from './automaton';
import { alphabet, currency, lastOfWord, mark, otherLetter, type Symbols } from './symbols';

/** Words and sentences of a text as columns of numbers: one row a word, one row a sentence. Offsets point into the text. */
export type Words = {
  readonly text: string;
  /** The stretches that were read. */
  readonly spans: Span[];
  count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Class of the word in the automaton; 0 is a word that no phrase uses. */
  readonly kind: Uint16Array;
  /** Bits: 1 a pause stands before the word, 2 it is inside a quotation, 4 it holds a digit, 8 it begins a paragraph or an item of a list. */
  readonly marks: Uint8Array;
  sentences: number;
  readonly first: Int32Array;
  readonly stop: Int32Array;
  /** Bits: 1 a question, 2 the item of a list, 4 it ends in a colon. */
  readonly nature: Uint8Array;
};

export const bit = { pause: 1, quoted: 2, digit: 4, opens: 8 } as const;
export const nature = { question: 1, item: 2, colon: 4 } as const;

/** Abbreviations after which a full stop ends no sentence. */
const abbreviations = new Set(
  'mr mrs ms dr no nr n art artt inc ltd co corp vs v e g i eg ie cf sig dott avv ss lett proc pen cod abs ziff bzw z b d h ca st sr sra m mme al c p reg ref rif tel us u s a jan feb mar apr aug sept sep oct nov dec approx esp pag num usw kl bl dhr mevr spett egr gent prot ord lic exp ed dir geh ggf evtl inkl sog vgl frau hr fr str ldo exmo ilmo'.split(
    ' ',
  ),
);
/** Words of a sentence after which it is cut, so that no rule looks over a page. */
const longest = 120;
/** A line this short that is followed by a capital letter was ended by its writer, not by the width of the page. */
const shortLine = 46;
const longestQuote = 400;

/** Cuts own words of a text into words and sentences, each word with its class. One pass, linear. */
export function wordsOf(text: string, own: readonly Span[], automaton: Pick<Automaton, 'next' | 'ends' | 'leaves'>, symbols: Symbols, limit: number): Words {
  let length = 0;
  for (const span of own) length += span.end - span.start;
  const room = (Math.min(length, limit) >> 1) + 2;
  const words: Words = {
    text,
    spans: [],
    count: 0,
    start: new Int32Array(room),
    end: new Int32Array(room),
    kind: new Uint16Array(room),
    marks: new Uint8Array(room),
    sentences: 0,
    first: new Int32Array(room),
    stop: new Int32Array(room),
    nature: new Uint8Array(room),
  };
  let left = limit;
  for (const span of own) {
    if (left <= 0) break;
    const stop = Math.min(span.end, span.start + left);
    left -= stop - span.start;
    words.spans.push({ start: span.start, end: stop });
    cut(words, span.start, stop, automaton, symbols);
  }
  return words;
}

function cut(words: Words, from: number, to: number, { next, ends, leaves }: Pick<Automaton, 'next' | 'ends' | 'leaves'>, symbols: Symbols): void {
  const { text, start, end, kind, marks } = words;
  const { table } = symbols;
  let count = words.count;
  let sentenceStart = count;
  let pause = 0;
  let opens: number = bit.opens;
  let item = 0;
  let lines = 0;
  let lineStart = from;
  let quoteFrom = -1;
  let at = from;

  const close = (flags: number): void => {
    if (count > sentenceStart) {
      words.first[words.sentences] = sentenceStart;
      words.stop[words.sentences] = count;
      words.nature[words.sentences] = flags | item;
      words.sentences++;
    }
    sentenceStart = count;
    pause = 0;
    item = 0;
  };

  while (at < to) {
    let symbol = table[text.charCodeAt(at)] || symbols.at(text, at);
    if (symbol === mark.several) {
      const { symbols: parts, width } = symbols.of(text, at);
      if (parts.length > 0 && (parts[0] ?? 99) <= lastOfWord) symbol = otherLetter;
      else {
        if (parts[0] === mark.stop) close(0);
        at += width;
        continue;
      }
    }
    if (symbol <= lastOfWord) {
      // A word.
      const begin = at;
      const head = symbol;
      let node = 1;
      let last = 1;
      let off = false;
      let digit = 0;
      let address = false;
      let size = 0;
      let finish = at;
      for (;;) {
        symbol = at < to ? table[text.charCodeAt(at)] || symbols.at(text, at) : mark.blank;
        // "€50" and "50€" are two words.
        if (symbol === currency ? size > 0 : head === currency && symbol <= lastOfWord) break;
        if (symbol <= lastOfWord) {
          if (symbol > 26) {
            if (symbol < 37) digit = bit.digit;
            else if (symbol === 38) address = true;
          }
          if (!off) {
            node = symbol === otherLetter ? 0 : (next[node * alphabet + symbol] ?? 0);
            if (node === 0) off = true;
            else last = node;
          }
          size++;
          at++;
          finish = at;
          continue;
        }
        if (symbol === mark.nothing && at < to) {
          at++;
          continue;
        }
        if (symbol === mark.several) {
          const { symbols: parts, width } = symbols.of(text, at);
          if (parts.length === 0 || (parts[0] ?? 99) > lastOfWord) break;
          for (const part of parts) {
            if (off) break;
            node = part >= otherLetter ? 0 : (next[node * alphabet + part] ?? 0);
            if (node === 0) off = true;
            else last = node;
          }
          size += parts.length;
          at += width;
          finish = at;
          continue;
        }
        if (size === 1 && symbol === mark.hyphen && isLetter(text, at + 1, to, symbols)) {
          at++;
          continue;
        }
        if (symbol === mark.stop && isInitial(text, begin, at, to, symbols)) {
          at++;
          continue;
        }
        // A word that was cut at the end of a line.
        if (symbol === mark.hyphen && size > 2 && (off || ends[node] === 0)) {
          const joined = lineJoin(text, at + 1, to, symbols);
          if (joined > 0) {
            at = joined;
            continue;
          }
        }
        break;
      }
      if (count < start.length) {
        start[count] = begin;
        end[count] = finish;
        // Whatever the address, it is one: the lexicon's `@`.
        kind[count] = address ? (ends[next[alphabet + 38] ?? 0] ?? 0) : off ? (leaves[last] ?? 0) : (ends[node] ?? 0);
        marks[count] = pause | digit | opens | (quoteFrom >= 0 ? bit.quoted : 0);
        count++;
      }
      pause = 0;
      opens = 0;
      lines = 0;
      if (count - sentenceStart >= longest) close(0);
      continue;
    }
    at++;
    if (symbol === mark.blank || symbol === mark.nothing || symbol === mark.sign || symbol === mark.apostrophe || symbol === mark.hyphen) {
      if (symbol === mark.sign && pause === 0) pause = bit.pause;
      continue;
    }
    if (symbol === mark.pause) {
      pause = bit.pause;
      continue;
    }
    if (symbol === mark.line) {
      lines++;
      const kept = lines >= 2 ? 2 : lineBreak(text, at, to, lineStart, symbols);
      if (kept > 0) {
        const before = text.charCodeAt(lastFilled(text, at - 2, lineStart));
        close(before === 58 ? nature.colon : 0);
        opens = bit.opens;
        if (kept === 3) item = nature.item;
        if (lines >= 2) quoteFrom = endQuote(words, quoteFrom, count);
      }
      lineStart = at;
      continue;
    }
    if (symbol === mark.quote) {
      quoteFrom = quoteFrom < 0 ? count : closeQuote(words, quoteFrom, count);
      if (quoteFrom >= 0 && count - quoteFrom > longestQuote) quoteFrom = endQuote(words, quoteFrom, count);
      continue;
    }
    if (symbol === mark.question) close(nature.question);
    else if (symbol === mark.end) close(0);
    else if (symbol === mark.stop) {
      if (endsHere(text, at, to, count > sentenceStart ? text.slice(start[count - 1], end[count - 1]) : '', symbols)) close(0);
      else pause = bit.pause;
    }
  }
  endQuote(words, quoteFrom, count);
  close(0);
  words.count = count;
}

/** A quotation ended: of four words or fewer it is only a name or a term, and its words count as said. */
function closeQuote(words: Words, from: number, to: number): number {
  if (to - from <= 4) unquote(words, from, to);
  return -1;
}

/** A quotation that never ended was none. */
function endQuote(words: Words, from: number, to: number): number {
  if (from >= 0) unquote(words, from, to);
  return -1;
}

function unquote(words: Words, from: number, to: number): void {
  for (let index = from; index < to; index++) words.marks[index] = (words.marks[index] ?? 0) & ~bit.quoted;
}

function isLetter(text: string, at: number, to: number, symbols: Symbols): boolean {
  return at < to && symbols.at(text, at) <= 26;
}

/** Inside `U.S.`, `M.L.A.T.`, `z.B.`: single letters, each with its stop. `U. S.` counts too. */
function isInitial(text: string, begin: number, at: number, to: number, symbols: Symbols): boolean {
  if (at - begin > 12) return false;
  for (let index = begin; index < at; index++) if (index % 2 === begin % 2 ? !isLetter(text, index, to, symbols) : text.charCodeAt(index) !== 46) return false;
  return (at - begin) % 2 === 1 && isLetter(text, at + 1, to, symbols) && !isLetter(text, at + 2, to, symbols);
}

/** Where a word goes on that a hyphen cut at the end of its line; 0 when it does not. */
function lineJoin(text: string, at: number, to: number, symbols: Symbols): number {
  let index = at;
  while (index < to && (text.charCodeAt(index) === 13 || text.charCodeAt(index) === 32)) index++;
  if (text.charCodeAt(index) !== 10) return 0;
  index++;
  while (index < to && text.charCodeAt(index) === 32 && index - at < 12) index++;
  const code = text.charCodeAt(index);
  return isLetter(text, index, to, symbols) && !(code >= 65 && code <= 90) ? index : 0;
}

function lastFilled(text: string, at: number, from: number): number {
  let index = at;
  while (index > from && text.charCodeAt(index) <= 32) index--;
  return index;
}

/** Whether a line's end is a sentence's end: 0 no, 1 yes, 3 an item of a list follows. */
function lineBreak(text: string, at: number, to: number, lineStart: number, symbols: Symbols): number {
  let index = at;
  while (index < to && index - at < 24 && (text.charCodeAt(index) === 32 || text.charCodeAt(index) === 9 || text.charCodeAt(index) === 160)) index++;
  if (index >= to) return 1;
  const head = text.slice(index, index + 8);
  if (/^(?:[-*•·–▪◦●○▫□✓☐☒]\s|\(?[A-Za-z0-9]{1,3}[.)\]:]\s|Q\d)/u.test(head)) return 3;
  const length = at - 1 - lineStart;
  const code = text.charCodeAt(index);
  const capital = (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || (code >= 192 && code <= 222);
  return capital && length < shortLine && symbols.at(text, index) <= lastOfWord ? 1 : 0;
}

function endsHere(text: string, at: number, to: number, word: string, symbols: Symbols): boolean {
  if (at >= to) return true;
  const next = symbols.at(text, at);
  if (next !== mark.blank && next !== mark.line && next !== mark.quote && next !== mark.pause && next !== mark.nothing) return false;
  if (next === mark.line) return true;
  let index = at;
  while (index < to && index - at < 4 && symbols.at(text, index) !== mark.line && symbols.at(text, index) > lastOfWord) index++;
  const code = text.charCodeAt(index);
  const capital = (code >= 65 && code <= 90) || (code >= 192 && code <= 222);
  if (/^\d+$/u.test(word)) return word.length > 2 && capital;
  const plain = word.replaceAll('.', '');
  if (plain.length > 6) return true;
  if (plain.length === 1) return false;
  return !abbreviations.has(plain.toLowerCase());
}
