// Computes the weights of `src/data/question-keys.json` from example questions: one softmax regression over the keys, by the same
// steps in the same order every time.
import { questionKeys, type QuestionKey } from '../../src/core/ids';
import { choices } from '../../src/core/understanding/automaton';
import { symbolsFor } from '../../src/core/understanding/symbols';
import { findTraitsOf, traitsBuffer } from '../../src/core/understanding/traits';
import { wordsOf } from '../../src/core/understanding/words';
import type { QuestionKeys } from '../../src/data/schema/question-keys';
import shared from '../../src/data/reading/shared.json';

/** Lines of one file: a key (or `none`) in a language. `asking` holds the words with which anything may be asked for, `about` those that any question may end with. */
export type Examples = readonly {
  readonly code: string;
  readonly key: string;
  readonly lines: readonly string[];
  /** Lines without choices. */ readonly plain?: true;
}[];

const keys = [...questionKeys, 'none'] as const;
type Key = QuestionKey | 'none';
const rows = 1 << 14;
/** Wordings of one line that are learned, at most. */
const mostWordings = 14;
const passes = 8;
/** Share of wordings that are learned a second time with words behind them that any question may have. */
const aboutShare = 0.8;
/** What a sentence without choices counts, beside a line with them. */
const plainWeight = 0.12;
const rate = 0.4;
const pull = 3e-4;

const symbols = symbolsFor(shared.confusables);
const buffer = traitsBuffer();
const blind = { next: new Uint16Array(0), ends: new Uint16Array(0), leaves: new Uint16Array(0) };

function traitsOf(text: string): Int32Array {
  const words = wordsOf(text, [{ start: 0, end: text.length }], blind, symbols, 4000);
  findTraitsOf(buffer, words, { first: 0, stop: words.count, asks: text.trimEnd().endsWith('?') }, symbols);
  return Int32Array.from(new Set(Array.from(buffer.found.slice(0, buffer.count)).map((trait) => trait % rows)));
}

/** The same numbers every time. */
function chance(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}

function shuffled<T>(items: readonly T[], next: () => number): T[] {
  const all = [...items];
  for (let index = all.length - 1; index > 0; index--) {
    const other = Math.floor(next() * (index + 1));
    [all[index], all[other]] = [all[other] as T, all[index] as T];
  }
  return all;
}

/** The wordings that a line with choices `(a|b)` and `(a )?` before a word stands for, a mixed sample of them. */
export function wordings(line: string, next: () => number): readonly string[] {
  const all = choices(line.replace(/\)\?(?=[\p{L}(])/gu, '|)')).map((one) => one.replace(/\s+/gu, ' ').trim());
  return shuffled([...new Set(all)], next).slice(0, mostWordings);
}

/** Questions of fewer words are the same whoever asks them. */
const fewWords = 4;
const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N} ]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();

/** Learns the book of keys from all wordings but those that are `kept` for measuring. */
export function learnKeys(examples: Examples, kept: readonly string[], madeFrom: string): QuestionKeys {
  const next = chance(11);
  const apart = new Set(kept.map(bare).filter((text) => text.split(' ').length >= fewWords));
  const heads = [...apart].filter((text) => text.split(' ').length > fewWords);
  const isKept = (text: string): boolean => {
    const one = bare(text);
    return apart.has(one) || heads.some((head) => one.startsWith(`${head} `) || (one.split(' ').length > fewWords && head.startsWith(`${one} `)));
  };
  const cases: { readonly traits: Int32Array; readonly key: number; readonly weight: number; readonly plain: boolean }[] = [];
  for (const { code, key, lines, plain } of examples) {
    const number = keys.indexOf(key as Key);
    if (number < 0) continue;
    const asking = examples.find((one) => one.code === code && one.key === 'asking')?.lines.flatMap((line) => wordings(line, next)) ?? [];
    const about = examples.find((one) => one.code === code && one.key === 'about')?.lines.flatMap((line) => wordings(line, next)) ?? [];
    for (const line of lines) {
      const all = plain ? [line] : wordings(line, next).filter((text) => !isKept(text));
      if (all.length === 0) continue;
      const weight = plain ? plainWeight : 1 / Math.sqrt(all.length);
      for (const text of all) {
        cases.push({ traits: traitsOf(text), key: number, weight, plain: plain ?? false });
        // Anything can be asked for with the same words before it.
        if (asking.length > 0 && !text.endsWith('?') && key !== 'none' && next() < 0.5)
          cases.push({ traits: traitsOf(`${asking[Math.floor(next() * asking.length)]} ${text}`), key: number, weight, plain: false });
        // Any question may name the emergency, the account, or how much is to be told.
        if (about.length > 0 && key !== 'none' && next() < aboutShare) {
          const tail = about[Math.floor(next() * about.length)];
          cases.push({ traits: traitsOf(text.endsWith('?') ? `${text.slice(0, -1)} ${tail}?` : `${text} ${tail}`), key: number, weight, plain: false });
        }
      }
    }
  }
  const width = keys.length;
  const totals = new Float64Array(width);
  for (const { key, weight, plain } of cases) if (!plain) totals[key] = (totals[key] ?? 0) + weight;
  const mean = totals.reduce((sum, one) => sum + one, 0) / width;
  const weights = new Float64Array(rows * width);
  const squares = new Float64Array(rows * width).fill(1e-2);
  const bias = new Float64Array(width);
  const sums = new Float64Array(width);
  for (let pass = 0; pass < passes; pass++)
    for (const { traits, key, weight, plain } of shuffled(cases, next)) {
      const share = 1 / Math.sqrt(Math.max(1, traits.length));
      sums.set(bias);
      for (const trait of traits) for (let other = 0; other < width; other++) sums[other] = (sums[other] ?? 0) + (weights[trait * width + other] ?? 0) * share;
      const most = Math.max(...sums);
      let whole = 0;
      for (let other = 0; other < width; other++) whole += sums[other] = Math.exp((sums[other] ?? 0) - most);
      const cost = plain ? weight : weight * Math.sqrt(mean / (totals[key] ?? mean));
      for (let other = 0; other < width; other++) {
        const error = cost * ((sums[other] ?? 0) / whole - (other === key ? 1 : 0));
        bias[other] = (bias[other] ?? 0) - 0.01 * error;
        if (Math.abs(error) < 1e-4) continue;
        for (const trait of traits) {
          const at = trait * width + other;
          const slope = error * share + pull * (weights[at] ?? 0);
          squares[at] = (squares[at] ?? 0) + slope * slope;
          weights[at] = (weights[at] ?? 0) - (rate * slope) / Math.sqrt(squares[at] ?? 1);
        }
      }
    }
  let largest = 0;
  for (const one of weights) largest = Math.max(largest, Math.abs(one));
  const step = largest / 127;
  return {
    madeFrom,
    keys: [...keys],
    bias: [...bias].map((one) => Number(one.toFixed(4))),
    step: Number(step.toPrecision(6)),
    rows,
    weights: Buffer.from(Int8Array.from(weights, (one) => Math.round(one / step)).buffer).toString('base64'),
  };
}
