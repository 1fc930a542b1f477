import type { UnderstandingBook } from '../../data/schema/understanding';
import type { Question } from '../assessment';
import type { QuestionKey } from '../ids';
import type { Span } from '../message';
import { conceptIndex, conceptsIn, type Hit } from './concepts';
import { sentencesOf } from './tokens';

/** Questions that are taken from one mail, at most. */
export const mostQuestions = 250;

type Item = Span & { readonly label: string; readonly listed: boolean };

const label =
  /^[ \t>]{0,12}(?:(?:q(?:uestion)?|domanda|frage|pregunta|pergunta|vraag|punto|point|punkt)\s{0,2}(?:n\.?\s?)?(\d{1,3})\s{0,2}[.:)\]–-]?|\(?(\d{1,3}|[a-z]|[ivx]{1,4})\s?[.)\]:|\t]|([-*•·–▪◦]))[ \t]+/iu;
const inline = /(?:^|[\s:;,])\(?((?:\d{1,2}|[a-h]|i{1,3}|iv|vi{0,3}))\)\s+/giu;
const keyConcepts: readonly (readonly [string, QuestionKey, number])[] = [
  ['Q_MESSAGE', 'message_copy', 3],
  ['Q_HOW', 'how_it_averts', 2.6],
  ['Q_WHY', 'why_not_normal_process', 2.9],
  ['Q_WHO', 'who_at_risk', 2.3],
  ['Q_NATURE', 'nature', 2.2],
  ['Q_DATA', 'data_requested', 2],
  ['Q_IMMINENCE', 'imminence', 1.9],
  ['Q_REQUESTER', 'requester', 1.8],
  ['Q_IDENT', 'identifier', 1.5],
];
const emergencyKeys = new Set<QuestionKey>(['nature', 'who_at_risk', 'imminence', 'data_requested', 'how_it_averts', 'message_copy', 'why_not_normal_process']);

/**
 * The questions that a mail asks, in its order and with its own numbers: numbered, lettered, bulleted, in a table, or listed in
 * one sentence. Numbers that a scan moved into or behind their line are put back.
 */
export function questionsIn(text: string, own: readonly Span[], language: string, book: UnderstandingBook): readonly Question[] {
  const index = conceptIndex(language, book);
  const judge = (span: Span): { key: QuestionKey; asks: boolean; hits: readonly Hit[] } => {
    const sentences = sentencesOf(text, span.start, Math.min(span.end, span.start + 4000), book.confusables);
    const each = sentences.map((sentence) => conceptsIn(sentence, index));
    const hits = each.flat();
    const asks = sentences.some(({ question }) => question) || hits.some(({ concept }) => concept === 'QUESTION_WORD');
    return { key: keyOf(hits, each[0] ?? []), asks, hits };
  };
  const items = own.flatMap((span) => itemsOf(text, span));
  const found: Question[] = [];
  let running = 0;
  for (const item of items) {
    if (found.length >= mostQuestions) break;
    const { key, asks } = judge(item);
    if (!asks || (!item.listed && key === 'other')) continue;
    if (!item.listed) running++;
    found.push({
      number: item.label || (item.listed ? '' : String(running)),
      key,
      start: item.start,
      end: item.end,
      text: clean(text.slice(item.start, item.end)),
    });
  }
  // Where the mail numbers its questions, what stands around the list only introduces it.
  const listed = found.filter((question) => items.some((item) => item.listed && item.start === question.start));
  if (listed.length >= 2) return listed.map((question, place) => (question.number === '' ? { ...question, number: String(place + 1) } : question));
  return found.length >= 2 && found.filter(({ key }) => emergencyKeys.has(key)).length >= 2 ? found : inOneSentence(text, own, index, book);
}

/** How many different points of an emergency a list of questions covers. */
export function emergencyPoints(questions: readonly Question[]): number {
  return new Set(questions.map(({ key }) => key).filter((key) => emergencyKeys.has(key))).size;
}

function keyOf(hits: readonly Hit[], head: readonly Hit[]): QuestionKey {
  let best: QuestionKey = 'other';
  let most = 0;
  for (const [concept, key, weight] of keyConcepts) {
    const count = hits.filter((hit) => hit.concept === concept).length;
    if (count === 0) continue;
    // What the first sentence asks counts most; notes below it explain.
    const early = head.some((hit) => hit.concept === concept) ? 1.5 : 0;
    const score = weight + Math.min(2, count - 1) * 0.5 + early;
    if (score > most) {
      most = score;
      best = key;
    }
  }
  return best;
}

/** Cuts own words into list items, and paragraphs where a number stands inside or behind them. */
function itemsOf(text: string, own: Span): readonly Item[] {
  const items: Item[] = [];
  let open: { start: number; label: string; listed: boolean } | null = null;
  let at = own.start;
  let blank = true;
  let expected = 1;
  const close = (end: number) => {
    if (open && end > open.start) {
      const body = text.slice(open.start, end);
      const moved = open.label === '' ? movedNumber(body, expected) : null;
      const trimmed = end - (body.length - body.trimEnd().length);
      const labelled = open.label || moved || '';
      if (/^\d+$/u.test(labelled)) expected = Number(labelled) + 1;
      if (trimmed > open.start) items.push(...splitInline(text, { start: open.start, end: trimmed, label: labelled, listed: open.listed || moved !== null }));
    }
    open = null;
  };
  while (at < own.end && items.length < mostQuestions * 4) {
    let next = text.indexOf('\n', at);
    if (next < 0 || next > own.end) next = own.end;
    const line = text.slice(at, Math.min(next, at + 400));
    if (line.trim() === '') {
      // A numbered item goes on over a blank line only when a scan has torn it: then the next line begins in lower case.
      const following = text.slice(next + 1, next + 3).trim();
      if (!/^\p{Ll}/u.test(following) || !open) close(at);
      blank = true;
    } else {
      const match = label.exec(line);
      if (match) {
        close(at);
        open = { start: at + match[0].length, label: (match[1] ?? match[2] ?? '').toLowerCase(), listed: true };
      } else if (blank || !open) {
        if (!open) open = { start: at + (line.length - line.trimStart().length), label: '', listed: false };
      }
      blank = false;
    }
    at = next + 1;
  }
  close(own.end);
  return items;
}

/** A number like `3.` inside or behind a paragraph that has none in front; only the one that is due counts. */
function movedNumber(body: string, expected: number): string | null {
  return new RegExp(String.raw`(?:\s)${expected}\.(?=\s|$)`, 'u').test(body.slice(0, 2000)) ? String(expected) : null;
}

/** `(a) … (b) … (c) …` within one item. */
function splitInline(text: string, item: Item): readonly Item[] {
  const body = text.slice(item.start, Math.min(item.end, item.start + 4000));
  const marks = [...body.matchAll(inline)].slice(0, 40);
  if (marks.length < 2) return [item];
  const labels = marks.map((mark) => (mark[1] ?? '').toLowerCase());
  if (!['a', '1', 'i'].includes(labels[0] ?? '')) return [item];
  return marks.map((mark, index) => {
    const start = item.start + (mark.index ?? 0) + mark[0].length;
    const stop = marks[index + 1]?.index;
    return { start, end: stop === undefined ? item.end : item.start + stop, label: labels[index] ?? '', listed: true };
  });
}

/** `Please tell us who is at risk, when …, and which data you need`: clauses of one sentence. */
function inOneSentence(text: string, own: readonly Span[], index: ReturnType<typeof conceptIndex>, book: UnderstandingBook): readonly Question[] {
  for (const span of own)
    for (const sentence of sentencesOf(text, span.start, Math.min(span.end, span.start + 20_000), book.confusables)) {
      const hits = conceptsIn(sentence, index);
      if (!hits.some(({ concept }) => concept === 'ASK_ANSWERS' || concept === 'NEED' || concept === 'QUESTION_WORD')) continue;
      const cuts = [0, ...sentence.breaks, sentence.tokens.length].sort((a, b) => a - b);
      const found: Question[] = [];
      for (let cut = 0; cut + 1 < cuts.length; cut++) {
        const from = cuts[cut] ?? 0;
        const to = cuts[cut + 1] ?? 0;
        const inside = hits.filter((hit) => hit.first >= from && hit.last < to);
        const key = keyOf(inside, inside);
        const first = sentence.tokens[from];
        const last = sentence.tokens[to - 1];
        if (key === 'other' || !first || !last || found.some((one) => one.key === key)) continue;
        found.push({ number: String(found.length + 1), key, start: first.start, end: last.end, text: clean(text.slice(first.start, last.end)) });
      }
      if (found.length >= 3) return found;
    }
  return [];
}

function clean(text: string): string {
  return text.replace(/\s+/gu, ' ').trim().slice(0, 2000);
}
