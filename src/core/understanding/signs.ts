import type { UnderstandingBook } from '../../data/schema/understanding';
import type { ReplyTypeId } from '../ids';
import { conceptsOf } from './automaton';
import type { Reading } from './classify';
import { said } from './scope';
import { nature } from './words';

/** What the signs make of a type: how likely it is, and the words that speak for it most. */
export type Likelihood = { readonly type: ReplyTypeId; readonly likely: number; readonly first: number; readonly last: number };

type Ready = { readonly types: readonly ReplyTypeId[]; readonly bias: readonly number[]; readonly weights: readonly (readonly number[] | undefined)[] };
const ready = new WeakMap<UnderstandingBook, Ready>();
/** Sentences that are weighed together: what a mail says about one thing seldom takes more. */
const together = 4;
/** A concept counts once in each of three ways: affirmed, denied, in a question. */
const ways = 3;

function readyOf(book: UnderstandingBook): Ready {
  let known = ready.get(book);
  if (!known) {
    const { numbers } = conceptsOf(book);
    const types = Object.keys(book.signs) as ReplyTypeId[];
    const weights: (number[] | undefined)[] = [];
    const bias: number[] = [];
    for (const [index, type] of types.entries())
      for (const [sign, weight] of Object.entries(book.signs[type] ?? {})) {
        if (sign === 'start') {
          bias[index] = weight;
          continue;
        }
        const way = sign.startsWith('-') ? 1 : sign.startsWith('?') ? 2 : 0;
        const concept = numbers.get(way === 0 ? sign : sign.slice(1));
        if (concept === undefined) continue;
        const row = (weights[concept * ways + way] ??= types.map(() => 0));
        row[index] = weight;
      }
    known = { types, bias: types.map((_, index) => bias[index] ?? -4), weights };
    ready.set(book, known);
  }
  return known;
}

/**
 * Weighs all that a few sentences say for and against each type, where no rule need hold: the sum of the signs' weights as a
 * likelihood from 0 to 1 (logistic), the highest of all stretches of the mail. The weights are learned from labelled mails.
 * Types less likely than `from` are left without proof.
 */
export function weighSigns({ words, hits, scope }: Reading, book: UnderstandingBook, from: number): readonly Likelihood[] {
  const { types, bias, weights } = readyOf(book);
  const count = types.length;
  // Each hit's signs, worked out once.
  const plain = new Int32Array(hits.count).fill(-1);
  for (let sentence = 0; sentence < words.sentences; sentence++)
    for (let hit = hits.from[sentence] ?? 0; hit < (hits.from[sentence + 1] ?? 0); hit++) {
      const meant = scope.of(hit, sentence);
      if ((meant & said.foreign) === 0) plain[hit] = (hits.concept[hit] ?? 0) * ways + ((meant & said.denied) !== 0 ? 1 : 0);
    }
  const stamps = new Int32Array(weights.length + ways).fill(-1);
  const sums = new Float64Array(count);
  const best = new Float64Array(count).fill(Number.NEGATIVE_INFINITY);
  const where = new Int32Array(count);
  const stretches = Math.max(1, words.sentences - together + 1);
  for (let begin = 0; begin < stretches; begin++) {
    for (let type = 0; type < count; type++) sums[type] = bias[type] ?? 0;
    for (let sentence = begin; sentence < Math.min(words.sentences, begin + together); sentence++) {
      const asks = ((words.nature[sentence] ?? 0) & nature.question) !== 0;
      for (let hit = hits.from[sentence] ?? 0; hit < (hits.from[sentence + 1] ?? 0); hit++) {
        const sign = plain[hit] ?? -1;
        if (sign < 0) continue;
        add(sign, begin);
        if (asks) add(sign - (sign % ways) + 2, begin);
      }
    }
    for (let type = 0; type < count; type++)
      if ((sums[type] ?? 0) > (best[type] ?? 0)) {
        best[type] = sums[type] ?? 0;
        where[type] = begin;
      }
  }
  return types.map((type, index) => {
    const likely = 1 / (1 + Math.exp(-(best[index] ?? -9)));
    return { type, likely, ...(likely >= from ? proofOf(index, where[index] ?? 0) : { first: -1, last: -1 }) };
  });

  function add(sign: number, stamp: number): void {
    if (stamps[sign] === stamp) return;
    stamps[sign] = stamp;
    const row = weights[sign];
    if (row) for (let type = 0; type < count; type++) sums[type] = (sums[type] ?? 0) + (row[type] ?? 0);
  }

  /** The words of the stretch that speak for the type most. */
  function proofOf(type: number, begin: number): { readonly first: number; readonly last: number } {
    let first = -1;
    let last = -1;
    let most = 0.15;
    for (let hit = hits.from[begin] ?? 0; hit < (hits.from[Math.min(words.sentences, begin + together)] ?? 0); hit++) {
      const weight = weights[plain[hit] ?? -1]?.[type] ?? 0;
      if (weight <= most) continue;
      most = weight;
      first = hits.first[hit] ?? -1;
      last = hits.last[hit] ?? -1;
    }
    return { first, last };
  }
}
