import type { ReadingBook } from '../../data/schema/reading';
import { mailLanguages, type MailLanguage } from '../ids';
import { fold } from './normalise';

/** The language of a text by its frequent short words; null when there are too few of them, or two languages are close. Looks at 6,000 characters. */
export function detectLanguage(text: string, book: ReadingBook): MailLanguage | null {
  const words = fold(text.slice(0, 6000)).match(/[a-z]{1,14}/gu) ?? [];
  if (words.length < 4) return null;
  const tables = stopwords(book);
  let best: MailLanguage | null = null;
  let first = 0;
  let second = 0;
  for (const language of mailLanguages) {
    const table = tables.get(language);
    if (!table) continue;
    let count = 0;
    for (const word of words) if (table.has(word)) count++;
    if (count > first) {
      second = first;
      first = count;
      best = language;
    } else if (count > second) second = count;
  }
  return first >= 2 && first / words.length >= 0.08 && first > second * 1.1 ? best : null;
}

const known = new WeakMap<ReadingBook, Map<string, Set<string>>>();

function stopwords(book: ReadingBook): Map<string, Set<string>> {
  let table = known.get(book);
  if (!table) {
    table = new Map(Object.entries(book.languages).map(([code, language]) => [code, new Set(language.stopwords)]));
    known.set(book, table);
  }
  return table;
}
