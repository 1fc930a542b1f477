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
 */
export function weighSigns({ words, hits, scope }: Reading, book: UnderstandingBook): readonly Likelihood[] {
  const { types, bias, weights } = readyOf(book);
  const best = types.map((type): Likelihood & { sum: number } => ({ type, likely: 0, first: -1, last: -1, sum: Number.NEGATIVE_INFINITY }));
  const stretches = Math.max(1, words.sentences - together + 1);
  for (let from = 0; from < stretches; from++) {
    const to = Math.min(words.sentences, from + together);
    const seen = new Set<number>();
    const sums = [...bias];
    for (let sentence = from; sentence < to; sentence++) {
      const asks = ((words.nature[sentence] ?? 0) & nature.question) !== 0;
      for (let hit = hits.from[sentence] ?? 0; hit < (hits.from[sentence + 1] ?? 0); hit++) {
        const meant = scope.of(hit, sentence);
        if ((meant & said.foreign) !== 0) continue;
        const base = (hits.concept[hit] ?? 0) * ways;
        add(base + ((meant & said.denied) !== 0 ? 1 : 0));
        if (asks) add(base + 2);
      }
    }
    for (const [index, sum] of sums.entries()) {
      const one = best[index];
      if (one && sum > one.sum) best[index] = { ...one, sum, likely: 1 / (1 + Math.exp(-sum)), first: from, last: to };
    }
    function add(feature: number): void {
      if (seen.has(feature)) return;
      seen.add(feature);
      const row = weights[feature];
      if (row) for (let index = 0; index < row.length; index++) sums[index] = (sums[index] ?? 0) + (row[index] ?? 0);
    }
  }
  return best.map(({ type, likely, first, last }, index) => ({ type, likely, ...proofOf(index, first, last) }));

  /** The two words or phrases of the stretch that speak for the type most, when they stand in one sentence; else the strongest. */
  function proofOf(index: number, from: number, to: number): { readonly first: number; readonly last: number } {
    let first = -1;
    let last = -1;
    let most = 0.15;
    for (let sentence = Math.max(0, from); sentence < to; sentence++)
      for (let hit = hits.from[sentence] ?? 0; hit < (hits.from[sentence + 1] ?? 0); hit++) {
        const meant = scope.of(hit, sentence);
        if ((meant & said.foreign) !== 0) continue;
        const weight = weights[(hits.concept[hit] ?? 0) * ways + ((meant & said.denied) !== 0 ? 1 : 0)]?.[index] ?? 0;
        if (weight <= most) continue;
        most = weight;
        first = hits.first[hit] ?? -1;
        last = hits.last[hit] ?? -1;
      }
    return { first, last };
  }
}
