import type { WritingBook } from '../../data/schema/writing';
import type { UnderstandingBook } from '../../data/schema/understanding';
import type { Span } from '../message';
import { conceptIndex, conceptsIn, type Hit } from '../understanding/concepts';
import { sentencesOf, type Sentence } from '../understanding/tokens';

export type Line = { readonly sentence: Sentence; readonly hits: readonly Hit[] };

const books = new WeakMap<WritingBook, UnderstandingBook>();
/** Characters of a draft that are looked at. */
const looked = 60_000;

/** The sentences of a draft with what they say, in the words of one language. */
export function readDraft(
  text: string,
  own: readonly Span[],
  language: string,
  writing: WritingBook,
  confusables: Readonly<Record<string, string>>,
): readonly Line[] {
  let book = books.get(writing);
  if (!book) {
    book = { replies: [], lexicons: { ...writing.words }, confusables: { ...confusables } };
    books.set(writing, book);
  }
  const index = conceptIndex(language, book);
  let left = looked;
  const lines: Line[] = [];
  for (const span of own) {
    if (left <= 0) break;
    const end = Math.min(span.end, span.start + left);
    left -= end - span.start;
    for (const sentence of sentencesOf(text, span.start, end, confusables)) lines.push({ sentence, hits: conceptsIn(sentence, index) });
  }
  return lines;
}

/** The first place where one of several things is said; negated or not. */
export function firstSaid(lines: readonly Line[], ...concepts: readonly string[]): (Span & { readonly line: Line }) | undefined {
  for (const line of lines)
    for (const hit of line.hits) {
      if (!concepts.includes(hit.concept)) continue;
      const first = line.sentence.tokens[hit.first];
      const last = line.sentence.tokens[hit.last];
      if (first && last) return { start: first.start, end: last.end, line };
    }
  return undefined;
}

/** A sentence that says all of several things. */
export function togetherSaid(lines: readonly Line[], ...concepts: readonly string[]): Line | undefined {
  return lines.find((line) => concepts.every((concept) => line.hits.some((hit) => hit.concept === concept)));
}
