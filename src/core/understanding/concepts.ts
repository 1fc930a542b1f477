import type { UnderstandingBook } from '../../data/schema/understanding';
import { wordsOf, type Sentence } from './tokens';

/** A concept found in a sentence; `first` and `last` are token numbers. */
export type Hit = {
  readonly concept: string;
  readonly first: number;
  readonly last: number;
  readonly negated: boolean;
  /** Inside an if-clause. */
  readonly conditional: boolean;
  readonly quoted: boolean;
};

type Entry = { readonly concept: string; readonly words: readonly string[] };
export type ConceptIndex = { readonly exact: ReadonlyMap<string, readonly Entry[]>; readonly stems: ReadonlyMap<string, readonly Entry[]> };

const indexes = new WeakMap<UnderstandingBook, Map<string, ConceptIndex>>();
const stemKey = 3;
/** Words that `…` in a phrase may stand for, at most. */
const gap = 4;

/** The index of one language; English stands in for a language without a lexicon. Built once. */
export function conceptIndex(language: string, book: UnderstandingBook): ConceptIndex {
  let languages = indexes.get(book);
  if (!languages) {
    languages = new Map();
    indexes.set(book, languages);
  }
  const code = book.lexicons[language] ? language : 'en';
  let index = languages.get(code);
  if (!index) {
    index = build(book, code);
    languages.set(code, index);
  }
  return index;
}

function build(book: UnderstandingBook, code: string): ConceptIndex {
  const exact = new Map<string, Entry[]>();
  const stems = new Map<string, Entry[]>();
  for (const [concept, phrases] of Object.entries(book.lexicons[code] ?? {}))
    for (const phrase of phrases.flatMap(choices)) {
      const words = wordsOf(phrase, book.confusables);
      const first = words[0];
      if (!first) continue;
      const stem = first.endsWith('*');
      const table = stem ? stems : exact;
      const key = stem ? first.slice(0, stemKey) : first;
      const list = table.get(key) ?? [];
      list.push({ concept, words });
      table.set(key, list);
    }
  return { exact, stems };
}

/** `(a|b) c` → `a c`, `b c`. */
function choices(phrase: string): readonly string[] {
  const match = /\(([^()]*)\)/u.exec(phrase);
  if (!match) return [phrase];
  return (match[1] ?? '').split('|').flatMap((choice) => choices(phrase.slice(0, match.index) + choice + phrase.slice(match.index + match[0].length)));
}

/** Every concept that a sentence says. */
export function conceptsIn(sentence: Sentence, index: ConceptIndex): readonly Hit[] {
  const { tokens } = sentence;
  const raw: { concept: string; first: number; last: number }[] = [];
  for (let first = 0; first < tokens.length; first++) {
    const word = tokens[first]?.word ?? '';
    for (const entry of index.exact.get(word) ?? []) add(entry, first);
    for (const entry of index.stems.get(word.slice(0, stemKey)) ?? []) if (fits(entry.words[0] ?? '', word)) add(entry, first);
  }
  function add(entry: Entry, first: number): void {
    const second = entry.words[1];
    if (second !== undefined && second !== '...' && !fits(second, tokens[first + 1]?.word ?? '')) return;
    const last = matchEnd(entry.words, sentence, first);
    if (last >= 0) raw.push({ concept: entry.concept, first, last });
  }
  if (raw.length === 0) return [];
  const nots = raw.filter(({ concept }) => concept === 'NOT');
  const afterNots = raw.filter(({ concept }) => concept === 'NOT_AFTER');
  const ifs = raw.filter(({ concept }) => concept === 'IF');
  return raw.map((hit) => ({
    ...hit,
    negated:
      nots.some((not) => not.last < hit.first && hit.first - not.last <= 5 && !hasBreak(sentence, not.last + 1, hit.first)) ||
      afterNots.some((not) => not.first > hit.last && not.first - hit.last <= 5 && !hasBreak(sentence, hit.last + 1, not.first)),
    conditional: ifs.some((one) => one.first <= hit.first && one.last < hit.last && !hasBreak(sentence, one.last + 1, hit.first)),
    quoted: sentence.quoted[hit.first] ?? false,
  }));
}

function matchEnd(words: readonly string[], sentence: Sentence, first: number): number {
  let at = first;
  for (let index = 0; index < words.length; index++) {
    const wanted = words[index] ?? '';
    if (wanted === '...') {
      const next = words[index + 1];
      if (next === undefined) return at - 1;
      let found = -1;
      for (let step = 0; step <= gap && at + step < sentence.tokens.length; step++)
        if (fits(next, sentence.tokens[at + step]?.word ?? '')) {
          found = at + step;
          break;
        }
      if (found < 0) return -1;
      at = found + 1;
      index++;
      continue;
    }
    if (!fits(wanted, sentence.tokens[at]?.word ?? '')) return -1;
    at++;
  }
  return at - 1;
}

function fits(wanted: string, word: string): boolean {
  if (wanted.charCodeAt(0) !== word.charCodeAt(0) && wanted !== '*') return false;
  return wanted.endsWith('*') ? word.startsWith(wanted.slice(0, -1)) : word === wanted;
}

function hasBreak(sentence: Sentence, from: number, to: number): boolean {
  for (let at = from; at <= to; at++) if (sentence.breaks.has(at)) return true;
  return false;
}
