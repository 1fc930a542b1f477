import type { ReadingBook } from '../../data/schema/reading';
import type { LexiconBook } from '../../data/schema/understanding';
import type { LintWriting } from '../rulebook';
import type { Span } from '../message';
import { detectLanguage } from '../reading/language';
import { automatonOf, conceptsOf } from '../understanding/automaton';
import { hitsIn } from '../understanding/hits';
import { said, Scope } from '../understanding/scope';
import { symbolsFor } from '../understanding/symbols';
import { nature, wordsOf } from '../understanding/words';

/** A concept that a sentence says; `start` and `end` point into the text, `first` counts words. */
export type Hit = Span & {
  readonly concept: string;
  readonly denied: boolean;
  readonly supposed: boolean;
  readonly foreign: boolean;
  readonly first: number;
  readonly last: number;
};
/** A sentence of the draft with what it says. */
export type Line = Span & { readonly hits: readonly Hit[]; readonly question: boolean; readonly colon: boolean; readonly text: string };

/** Characters of a draft that are looked at. */
const looked = 60_000;
/** Words that a paragraph needs before its language is asked for on its own. */
const enoughWords = 14;

const books = new WeakMap<LintWriting, Map<string, LexiconBook>>();

/** The lexicons as a book of concepts, with the office's own words added. Built once for each set of words. */
function bookOf(writing: LintWriting, confusables: Readonly<Record<string, string>>, extra: OfficeWords | undefined): LexiconBook {
  let known = books.get(writing);
  if (!known) {
    known = new Map();
    books.set(writing, known);
  }
  const key = extra ? JSON.stringify(extra) : '';
  let book = known.get(key);
  if (!book) {
    const lexicons = Object.fromEntries(
      Object.entries(writing.words).map(([language, words]) => [
        language,
        extra
          ? {
              ...words,
              ...Object.fromEntries(
                Object.entries(extra).map(([concept, phrases]) => [concept, [...(words[concept] ?? []), ...phrases.filter((one) => one.trim() !== '')]]),
              ),
            }
          : words,
      ]),
    );
    book = { lexicons, confusables: { ...confusables } };
    if (known.size > 8) known.clear();
    known.set(key, book);
  }
  return book;
}

/** Phrases that an office adds to a concept of the lexicon, by its policy; the same in every language. */
export type OfficeWords = Readonly<Record<string, readonly string[]>>;

/** The sentences of a draft with what they say. A paragraph in another language is read in its own. */
export function readDraft(
  text: string,
  own: readonly Span[],
  language: string,
  books: { readonly writing: LintWriting; readonly reading: ReadingBook },
  extra?: OfficeWords,
): readonly Line[] {
  const book = bookOf(books.writing, books.reading.confusables, extra);
  const lines: Line[] = [];
  let left = looked;
  for (const part of byLanguage(text, own, language, books)) {
    if (left <= 0) break;
    read(text, part.spans, part.language, book, left, lines);
    for (const { start, end } of part.spans) left -= end - start;
  }
  return lines;
}

function byLanguage(
  text: string,
  own: readonly Span[],
  language: string,
  { writing, reading }: { readonly writing: LintWriting; readonly reading: ReadingBook },
): readonly { readonly language: string; readonly spans: Span[] }[] {
  const parts: { language: string; spans: Span[] }[] = [];
  for (const span of own) {
    let from = span.start;
    const cut = /\n[ \t]*\n/gu;
    cut.lastIndex = span.start;
    while (from < span.end) {
      const found = cut.exec(text);
      const end = found && found.index < span.end ? Math.min(found.index + found[0].length, span.end) : span.end;
      const paragraph = text.slice(from, Math.min(end, from + 1500));
      const words = paragraph.split(/\s+/u).length;
      const own = words >= enoughWords ? detectLanguage(paragraph, reading) : null;
      const chosen = own && writing.words[own] ? own : language;
      const last = parts[parts.length - 1];
      const lastSpan = last?.spans[last.spans.length - 1];
      if (last && last.language === chosen) {
        if (lastSpan && lastSpan.end === from) last.spans[last.spans.length - 1] = { start: lastSpan.start, end };
        else last.spans.push({ start: from, end });
      } else parts.push({ language: chosen, spans: [{ start: from, end }] });
      from = end;
      if (!found || found.index >= span.end) break;
    }
  }
  return parts;
}

/**
 * The text with its ends of sentences made plain; every character keeps its place. Signs inside a link, and the full stop of a title
 * or of "no.", end none. A stop behind a figure or a bracket does, and so does the end of a line that opens with a label.
 */
function evened(text: string): string {
  return text
    .replace(/(?<=\d{3}|[:./]\d{2}|\/\d|[\d\p{L}]\)|\d\s?(?:h|UTC|CET))\.(?=\s+\p{Lu}\p{L})/gu, '!')
    .replace(/https?:\/\/[^\s<>"]{4,400}/giu, (link) => link.replace(/[?!;]/gu, '/'))
    .replace(
      /(?<![\p{L}\d.])((?:\p{L}\.){0,2}\p{L}{0,4}n[ro]s?|p|pp|all|anl|art|arts|ref|rif|réf|proc|prot|dil|exp|az|abs|insp|isp|cap|ten|mar|cne|cdt|lt|col|sgt|sig|dott|dr|mr|mrs|ms|cst|det|supt|subinsp|hptm|stv|pol|atto|rep)\.(?=\s[\p{Lu}\d])/giu,
      '$1 ',
    )
    .replace(/^([^\S\n]{0,40}\p{Lu}[^:\n]{1,40}:[^\S\n]{1,40}[^\n]{2,400})\n(?=[^\S\n]{0,40}\p{Lu})/gmu, '$1!');
}

function read(text: string, spans: readonly Span[], language: string, book: LexiconBook, limit: number, lines: Line[]): void {
  const automaton = automatonOf(language, book);
  const concepts = conceptsOf(book);
  const words = wordsOf(evened(text), spans, automaton, symbolsFor(book.confusables), limit);
  const hits = hitsIn(words, automaton, concepts);
  const scope = new Scope(words, hits, concepts);
  for (let sentence = 0; sentence < words.sentences; sentence++) {
    const first = words.first[sentence] ?? 0;
    const stop = words.stop[sentence] ?? 0;
    const start = words.start[first] ?? 0;
    const end = words.end[stop - 1] ?? 0;
    const found: Hit[] = [];
    for (let hit = hits.from[sentence] ?? 0; hit < (hits.from[sentence + 1] ?? 0); hit++) {
      const meant = scope.of(hit, sentence);
      found.push({
        concept: concepts.names[hits.concept[hit] ?? 0] ?? '',
        start: words.start[hits.first[hit] ?? 0] ?? 0,
        end: words.end[hits.last[hit] ?? 0] ?? 0,
        denied: (meant & said.denied) !== 0,
        supposed: (meant & said.supposed) !== 0,
        foreign: (meant & said.foreign) !== 0,
        first: (hits.first[hit] ?? 0) - first,
        last: (hits.last[hit] ?? 0) - first,
      });
    }
    const kind = words.nature[sentence] ?? 0;
    lines.push({ start, end, hits: found, question: (kind & nature.question) !== 0, colon: (kind & nature.colon) !== 0, text: text.slice(start, end) });
  }
}

/** Whether a sentence says a concept: `NAME` affirmed, `-NAME` denied, `~NAME` either way, `=NAME` affirmed and not in quotation marks. */
export function says(line: Line, spec: string): Hit | undefined {
  const mode = spec[0] ?? '';
  const concept = '-~='.includes(mode) ? spec.slice(1) : spec;
  for (const hit of line.hits) if (hit.concept === concept && (mode === '~' || hit.denied === (mode === '-')) && !(mode === '=' && hit.foreign)) return hit;
  return undefined;
}

/** The first sentence that says all of several things; see `says`. The span is that of the first thing. */
export function findLine(lines: readonly Line[], ...specs: readonly string[]): (Span & { readonly line: Line }) | undefined {
  for (const line of lines) {
    const first = says(line, specs[0] ?? '');
    if (first && specs.every((spec) => says(line, spec))) return { start: first.start, end: first.end, line };
  }
  return undefined;
}
