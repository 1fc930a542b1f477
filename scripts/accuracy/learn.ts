import type { ReplyTypeId } from '../../src/core/ids';
import { replyTypeIds } from '../../src/core/ids';
import { detectLanguage } from '../../src/core/reading/language';
import { findSender } from '../../src/core/reading/sender';
import { split } from '../../src/core/reading/split';
import { unwrap } from '../../src/core/reading/unwrap';
import { conceptsOf } from '../../src/core/understanding/automaton';
import { said } from '../../src/core/understanding/scope';
import { isNever } from '../../src/core/understanding/judge';
import { examine, readingOf } from '../../src/core/understanding/understand';
import { nature } from '../../src/core/understanding/words';
import { book } from '../../src/data';
import { recordToMessage } from '../../src/mailfile/record-to-message';
import type { Sample } from './measure';

type Row = { readonly signs: ReadonlySet<string>; readonly types: readonly string[]; readonly may: readonly string[] };

/** A sign must be met this often before it is learned, and its weight is pulled towards nothing. */
const enough = 4;
const rounds = 12;
/** Helpers of the scan and of detection: they say nothing about what is answered. */
const helpers =
  /^(?:NOT|NOT_AFTER|NOT_A_DENIAL|NOT_NEEDED|IF|COUNTERFACTUAL|REPORTED|COLLEAGUE|BULK|TO_USER|REQUESTING|OTHER_BODY|HOUSEKEEPING|PHISHING|OUT_OF_OFFICE)$/u;

/**
 * Learns from labelled replies, never from those held back, which concepts speak for which type: one logistic regression a type
 * (Newton's method, ridge penalty). Gives `signs.json`: weights by type and sign, `start` for the bias.
 */
export function learn(
  samples: readonly Sample[],
  wordings: readonly { readonly types: readonly string[]; readonly text: string; readonly language: string }[],
): Record<string, Record<string, number>> {
  const rows: Row[] = [
    ...samples
      .filter(({ label }) => label.isProviderReply && !label.heldBack)
      .map((sample) => {
        const { message } = recordToMessage(sample);
        const own = split(message, book.reading).own;
        const language = detectLanguage(own.map(({ start, end }) => message.text.slice(start, end)).join('\n'), book.reading);
        return { signs: signsOf(message.text, own, language), types: sample.label.types, may: sample.label.mayBeGiven ?? [] };
      }),
    ...wordings.map(({ types, text, language }) => ({ signs: signsOf(text, [{ start: 0, end: text.length }], language), types, may: [] })),
  ];
  const times = new Map<string, number>();
  for (const { signs } of rows) for (const sign of signs) times.set(sign, (times.get(sign) ?? 0) + 1);
  const names = [...times].filter(([name, count]) => count >= enough && !helpers.test(name.replace(/^[-?]/u, ''))).map(([name]) => name);
  const places = new Map(names.map((name, index) => [name, index]));
  const vectors = rows.map(({ signs }) => [...signs].flatMap((sign) => places.get(sign) ?? []));
  const learned: Record<string, Record<string, number>> = {};
  for (const type of replyTypeIds) {
    const weights = regress(vectors, rows, type, names.length);
    const entries = names.map((name, index) => [name, Math.round((weights[index] ?? 0) * 100) / 100] as const).filter(([, weight]) => Math.abs(weight) >= 0.08);
    learned[type] = { start: Math.round((weights[names.length] ?? -4) * 100) / 100, ...Object.fromEntries(entries.sort((a, b) => b[1] - a[1])) };
  }
  return learned;
}

/** A false alarm counts this many times as much as a reply missed. */
const falseAlarmCosts = 8;
/** Few kinds of other mail are known: the signs of detection are trusted less. */
const detectionPull = 6;

/** Learns what tells a provider's reply from other mail; takes the signs that `learn` wrote for granted. Gives `detection.json`. */
export function learnDetection(samples: readonly Sample[]): Record<string, number> {
  const rows: { readonly signs: ReadonlySet<string>; readonly reply: boolean }[] = [];
  for (const sample of samples) {
    if (sample.label.heldBack) continue;
    const { message } = recordToMessage(sample);
    const whole = split(message, book.reading);
    const inner = unwrap(message, whole, book.reading);
    if (inner.kind !== 'none') continue;
    const own = whole.own.map(({ start, end }) => message.text.slice(start, end)).join('\n');
    const sender = findSender(message, own, book);
    if (isNever({ message, sender, book: book.understanding })) continue;
    const { signs } = examine({ message, split: whole, sender, language: detectLanguage(own, book.reading) }, null, book.understanding);
    rows.push({ signs, reply: sample.label.isProviderReply });
    rows.push({ signs: new Set([...signs].filter((sign) => !sign.startsWith('to:')).concat('to:unknown')), reply: sample.label.isProviderReply });
  }
  const times = new Map<string, number>();
  for (const { signs } of rows) for (const sign of signs) times.set(sign, (times.get(sign) ?? 0) + 1);
  const names = [...times].filter(([, count]) => count >= 2 * enough).map(([name]) => name);
  const places = new Map(names.map((name, index) => [name, index]));
  const vectors = rows.map(({ signs }) => [...signs].flatMap((sign) => places.get(sign) ?? []));
  const weights = solveFor(
    vectors,
    rows.map(({ reply }) => (reply ? 1 : 0)),
    rows.map(({ reply }) => (reply ? 1 : falseAlarmCosts)),
    names.length,
    detectionPull,
  );
  const entries = names.map((name, index) => [name, Math.round((weights[index] ?? 0) * 100) / 100] as const).filter(([, weight]) => Math.abs(weight) >= 0.05);
  return { start: Math.round((weights[names.length] ?? -3) * 100) / 100, ...Object.fromEntries(entries.sort((a, b) => b[1] - a[1])) };
}

function signsOf(text: string, own: readonly { readonly start: number; readonly end: number }[], language: string | null): ReadonlySet<string> {
  const { words, hits, scope } = readingOf(text, own, language, book.understanding);
  const { names } = conceptsOf(book.understanding);
  const signs = new Set<string>();
  for (let sentence = 0; sentence < words.sentences; sentence++)
    for (let hit = hits.from[sentence] ?? 0; hit < (hits.from[sentence + 1] ?? 0); hit++) {
      const meant = scope.of(hit, sentence);
      if ((meant & said.foreign) !== 0) continue;
      const name = names[hits.concept[hit] ?? 0] ?? '';
      signs.add((meant & said.denied) !== 0 ? `-${name}` : name);
      if (((words.nature[sentence] ?? 0) & nature.question) !== 0) signs.add(`?${name}`);
    }
  return signs;
}

function regress(vectors: readonly (readonly number[])[], rows: readonly Row[], type: ReplyTypeId, size: number): Float64Array {
  return solveFor(
    vectors,
    rows.map((row) => (row.types.includes(type) ? 1 : 0)),
    rows.map((row) => (row.may.includes(type) && !row.types.includes(type) ? 0 : 1)),
    size,
  );
}

/** Weights of a ridge logistic regression by Newton's method; the last one is the bias. */
function solveFor(vectors: readonly (readonly number[])[], targets: readonly number[], costs: readonly number[], size: number, pull = 2): Float64Array {
  const width = size + 1;
  const weights = new Float64Array(width);
  for (let round = 0; round < rounds; round++) {
    const gradient = new Float64Array(width);
    const matrix = Array.from({ length: width }, () => new Float64Array(width));
    for (const [index, vector] of vectors.entries()) {
      const cost = costs[index] ?? 0;
      if (cost === 0) continue;
      let sum = weights[size] ?? 0;
      for (const place of vector) sum += weights[place] ?? 0;
      const likely = 1 / (1 + Math.exp(-sum));
      const error = cost * (likely - (targets[index] ?? 0));
      const curve = cost * likely * (1 - likely) + 1e-6;
      const all = [...vector, size];
      for (const a of all) {
        gradient[a] = (gradient[a] ?? 0) + error;
        const line = matrix[a];
        if (line) for (const b of all) line[b] = (line[b] ?? 0) + curve;
      }
    }
    for (let place = 0; place < size; place++) {
      gradient[place] = (gradient[place] ?? 0) + pull * (weights[place] ?? 0);
      const line = matrix[place];
      if (line) line[place] = (line[place] ?? 0) + pull;
    }
    const step = solve(matrix, gradient);
    for (let place = 0; place < width; place++) weights[place] = (weights[place] ?? 0) - (step[place] ?? 0);
  }
  return weights;
}

/** Solves a symmetric positive system (Cholesky). */
function solve(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
  const size = right.length;
  const answer = Float64Array.from(right);
  for (let row = 0; row < size; row++) {
    const line = matrix[row] as Float64Array;
    for (let column = 0; column <= row; column++) {
      const other = matrix[column] as Float64Array;
      let sum = line[column] as number;
      for (let at = 0; at < column; at++) sum -= (line[at] as number) * (other[at] as number);
      line[column] = row === column ? Math.sqrt(Math.max(sum, 1e-9)) : sum / (other[column] as number);
    }
  }
  for (let row = 0; row < size; row++) {
    const line = matrix[row] as Float64Array;
    let sum = answer[row] as number;
    for (let at = 0; at < row; at++) sum -= (line[at] as number) * (answer[at] as number);
    answer[row] = sum / (line[row] as number);
  }
  for (let row = size - 1; row >= 0; row--) {
    let sum = answer[row] as number;
    for (let at = row + 1; at < size; at++) sum -= ((matrix[at] as Float64Array)[row] as number) * (answer[at] as number);
    answer[row] = sum / ((matrix[row] as Float64Array)[row] as number);
  }
  return answer;
}
