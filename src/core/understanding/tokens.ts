import { normalise } from '../reading/normalise';

/** A word with its place in the original text. */
export type Token = { readonly word: string; readonly start: number; readonly end: number };

/** Words of one sentence. `breaks` holds the numbers of tokens before which a comma, colon or bracket stands. */
export type Sentence = {
  readonly tokens: readonly Token[];
  readonly breaks: ReadonlySet<number>;
  /** True for each token inside a quotation of more than four words. */
  readonly quoted: readonly boolean[];
  readonly question: boolean;
  readonly start: number;
  readonly end: number;
};

/** Abbreviations after which a full stop ends no sentence. */
const abbreviations = new Set([
  'mr',
  'mrs',
  'ms',
  'dr',
  'no',
  'nr',
  'n',
  'art',
  'artt',
  'inc',
  'ltd',
  'co',
  'corp',
  'vs',
  'v',
  'e',
  'g',
  'i',
  'eg',
  'ie',
  'cf',
  'sig',
  'dott',
  'avv',
  'ss',
  'lett',
  'proc',
  'pen',
  'cod',
  'abs',
  'ziff',
  'bzw',
  'z',
  'b',
  'd',
  'h',
  'ca',
  'st',
  'sr',
  'sra',
  'm',
  'mme',
  'al',
  'c',
  'p',
  'reg',
  'ref',
  'rif',
  'tel',
  'us',
  'u',
  's',
  'a',
  'jan',
  'feb',
  'mar',
  'apr',
  'aug',
  'sept',
  'sep',
  'oct',
  'nov',
  'dec',
  'approx',
  'esp',
  'pag',
  'num',
  'usw',
  'etc',
  'kl',
  'bl',
  'dhr',
  'mevr',
]);

const pieces = /u\.\s?s\.(?:\s?a\.)?|[\p{L}\p{N}§@]+|[.!?…;:,()[\]"\n]|\s+/gu;
/** Words of a sentence after which it is cut, so that no rule looks over a page. */
const longest = 120;

/** Cuts a part of a text in sentences of folded words; offsets point into the whole text. Linear. */
export function sentencesOf(text: string, from: number, to: number, confusables: Readonly<Record<string, string>>): readonly Sentence[] {
  const folded = normalise(text.slice(from, to), confusables);
  const sentences: Sentence[] = [];
  let tokens: Token[] = [];
  let breaks = new Set<number>();
  let quotes: number[] = [];
  let question = false;
  let lineBreaks = 0;
  const at = (offset: number) => from + folded.toOriginal(offset);

  const close = () => {
    const first = tokens[0];
    const last = tokens[tokens.length - 1];
    if (first && last) sentences.push({ tokens, breaks, quoted: quotedOf(tokens.length, quotes), question, start: first.start, end: last.end });
    tokens = [];
    breaks = new Set();
    quotes = [];
    question = false;
  };

  for (const match of folded.text.matchAll(pieces)) {
    const piece = match[0];
    const offset = match.index;
    if (piece === '\n') {
      lineBreaks++;
      if (lineBreaks >= 2) close();
      continue;
    }
    if (/^\s/u.test(piece)) {
      const newlines = piece.split('\n').length - 1;
      const startsItem = newlines > 0 && /^(?:[-*•·–]\s|\(?[a-z0-9]{1,3}[.)]\s|q\d)/u.test(folded.text.slice(offset + piece.length, offset + piece.length + 6));
      if (newlines + lineBreaks >= 2 || startsItem) close();
      lineBreaks = 0;
      continue;
    }
    lineBreaks = 0;
    if (/^[\p{L}\p{N}§@]/u.test(piece)) {
      const word = piece.startsWith('u.') ? 'us' : piece;
      const previous = tokens[tokens.length - 1];
      // A word that was cut at the end of a line.
      const end = at(offset + piece.length - 1) + 1;
      if (previous && folded.text.slice(offset - 2, offset) === '-\n' && previous.word.length > 1)
        tokens[tokens.length - 1] = { word: previous.word + word, start: previous.start, end };
      else tokens.push({ word, start: at(offset), end });
      if (tokens.length >= longest) close();
      continue;
    }
    if (piece === '"') quotes.push(tokens.length);
    else if (piece === '?') {
      question = true;
      close();
    } else if (piece === '!' || piece === '…' || piece === ';') close();
    else if (piece === '.') {
      const last = tokens[tokens.length - 1]?.word ?? '';
      const next = folded.text.slice(offset + 1, offset + 3);
      if (/^\s|^$|^["')\]]/u.test(next) && !(abbreviations.has(last) && !/^\s*\n/u.test(next)) && !/^\d+$/u.test(last)) close();
      else breaks.add(tokens.length);
    } else breaks.add(tokens.length);
  }
  close();
  return sentences;
}

function quotedOf(count: number, marks: readonly number[]): readonly boolean[] {
  const inside = Array.from({ length: count }, () => false);
  for (let index = 0; index + 1 < marks.length; index += 2) {
    const start = marks[index] ?? 0;
    const end = marks[index + 1] ?? 0;
    if (end - start > 4) inside.fill(true, start, end);
  }
  return inside;
}

/** The words of a phrase of the lexicon, folded like a text. */
export function wordsOf(phrase: string, confusables: Readonly<Record<string, string>>): readonly string[] {
  return (
    normalise(phrase, confusables)
      .text.match(/u\.\s?s\.(?:\s?a\.)?|[\p{L}\p{N}§@]+\*?|\.\.\./gu)
      ?.map((word) => (word.startsWith('u.') ? 'us' : word)) ?? []
  );
}
