import type { QuestionKeys } from '../../data/schema/question-keys';
import type { Symbols } from './symbols';
import { findTraitsOf, traitsBuffer, type Traits } from './traits';
import type { Words } from './words';

/** Some words of a text: the numbers of the first and of the one behind the last; whether a question mark ends them. */
export type Stretch = { readonly first: number; readonly stop: number; readonly asks: boolean };

type Ready = { readonly table: Int8Array; readonly keys: QuestionKeys['keys']; readonly width: number };
const made = new WeakMap<QuestionKeys, Ready>();
let traits: Traits | undefined;

/**
 * What some words ask for, by their likeness to the example questions of each key (`lang/<code>/questions`). Adds to `sums` a
 * log-likelihood for each of `book.keys`, times `share`.
 */
export function addLikelihoods(sums: Float64Array, words: Words, part: Stretch, share: number, book: QuestionKeys, symbols: Symbols): void {
  const { table, width } = readyOf(book);
  traits ??= traitsBuffer();
  findTraitsOf(traits, words, part, symbols);
  const each = (share * book.step) / Math.sqrt(Math.max(1, traits.count));
  for (let key = 0; key < width; key++) sums[key] = (sums[key] ?? 0) + share * (book.bias[key] ?? 0);
  for (let index = 0; index < traits.count; index++) {
    const row = ((traits.found[index] ?? 0) % book.rows) * width;
    for (let key = 0; key < width; key++) sums[key] = (sums[key] ?? 0) + (table[row + key] ?? 0) * each;
  }
}

/** The likelihood of each key, from 0 to 1, of sums that `addLikelihoods` made. */
export function likelihoods(sums: Float64Array): Float64Array {
  let most = Number.NEGATIVE_INFINITY;
  for (const sum of sums) most = Math.max(most, sum);
  let whole = 0;
  const shares = new Float64Array(sums.length);
  for (let key = 0; key < sums.length; key++) whole += shares[key] = Math.exp((sums[key] ?? 0) - most);
  for (let key = 0; key < sums.length; key++) shares[key] = (shares[key] ?? 0) / whole;
  return shares;
}

function readyOf(book: QuestionKeys): Ready {
  let ready = made.get(book);
  if (!ready) {
    const table = Int8Array.from(atob(book.weights), (character) => character.charCodeAt(0));
    ready = { table, keys: book.keys, width: book.keys.length };
    made.set(book, ready);
  }
  return ready;
}
