import type { ReadingBook } from '../../data/schema/reading';
import { mailLanguages, type MailLanguage } from '../ids';
import { fold } from './normalise';

/** Characters that are looked at, at most, and known words after which a clear lead ends the search. */
const mostCharacters = 6000;
const enough = 60;

type Vote = { readonly language: number; readonly weight: number };
type Table = { readonly votes: ReadonlyMap<string, readonly Vote[]>; readonly count: number };

/** Letters and marks that one language has and its neighbours lack. */
const letters: ReadonlyMap<number, MailLanguage> = new Map(
  (
    [
      ['de', 'ß'],
      ['es', 'ñ¿¡'],
      ['pt', 'ãõ'],
      ['da', 'øåæ'],
      ['fr', 'êœç'],
      ['it', 'ìò'],
    ] as const
  ).flatMap(([language, all]) => [...all].map((letter) => [letter.charCodeAt(0), language] as const)),
);

/**
 * The language of a text by its frequent short words and its letters; null when there are too few of them, when it is another
 * language, or when two languages are too close. In a text of two languages the longer part counts.
 */
export function detectLanguage(text: string, book: ReadingBook): MailLanguage | null {
  const { votes, count } = tableOf(book);
  const scores = new Float64Array(count);
  let words = 0;
  let known = 0;
  const end = Math.min(text.length, mostCharacters);
  for (let at = 0; at < end; at++) {
    const code = text.charCodeAt(at);
    if (!isLetter(code)) {
      if (code > 127) letterVote(code, scores);
      continue;
    }
    let stop = at + 1;
    let plain = code < 128;
    while (stop < end) {
      const next = text.charCodeAt(stop);
      if (!isLetter(next)) break;
      if (next > 127) plain = false;
      stop++;
    }
    words++;
    if (stop - at <= 14) {
      const word = text.slice(at, stop).toLowerCase();
      const found = votes.get(word);
      if (found) {
        known++;
        for (const { language, weight } of found) scores[language] = (scores[language] ?? 0) + weight;
        if (known >= enough && (known & 15) === 0 && leads(scores, 1.6)) break;
      }
      if (!plain) for (let index = 0; index < word.length; index++) letterVote(word.charCodeAt(index), scores);
    }
    at = stop - 1;
  }
  const [first, second] = bestTwo(scores);
  const top = scores[first] ?? 0;
  if (top < (words <= 4 ? 2 : words <= 14 ? 2.3 : 3) || top <= (scores[second] ?? 0) * (words <= 14 ? 1.2 : 1.12)) return null;
  // A long text in which hardly a word is known is in none of these languages.
  if (words >= 20 && known / words < 0.14) return null;
  return mailLanguages[first] ?? null;
}

function letterVote(code: number, scores: Float64Array): void {
  const language = letters.get(code);
  if (!language) return;
  const index = mailLanguages.indexOf(language);
  scores[index] = (scores[index] ?? 0) + (language === 'fr' || language === 'it' ? 0.7 : 2);
}

function leads(scores: Float64Array, by: number): boolean {
  const [first, second] = bestTwo(scores);
  return (scores[first] ?? 0) > (scores[second] ?? 0) * by;
}

function bestTwo(scores: Float64Array): readonly [number, number] {
  let first = 0;
  let second = 1;
  for (let index = 0; index < scores.length; index++) {
    if ((scores[index] ?? 0) > (scores[first] ?? 0)) {
      second = first;
      first = index;
    } else if (index !== first && ((scores[index] ?? 0) > (scores[second] ?? 0) || second === first)) second = index;
  }
  return [first, second];
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 0xc0 && code < 0x250 && code !== 0xd7 && code !== 0xf7);
}

const tables = new WeakMap<ReadingBook, Table>();

/** A word of one language says more than a word of four. */
function tableOf(book: ReadingBook): Table {
  const made = tables.get(book);
  if (made) return made;
  const lists = [...mailLanguages.map((code) => book.languages[code]?.stopwords ?? []), ...Object.values(book.otherLanguages)];
  const owners = new Map<string, Set<number>>();
  for (const [language, list] of lists.entries())
    for (const word of list)
      for (const form of [word, fold(word)]) {
        const set = owners.get(form) ?? new Set();
        set.add(language);
        owners.set(form, set);
      }
  const votes = new Map<string, readonly Vote[]>();
  for (const [word, set] of owners) {
    // A single letter says little.
    const base = word.length === 1 ? 0.5 : 1;
    const weight = base * (set.size === 1 ? 2.4 : set.size === 2 ? 1.4 : 1);
    votes.set(
      word,
      [...set].map((language) => ({ language, weight })),
    );
  }
  const table = { votes, count: lists.length };
  tables.set(book, table);
  return table;
}
