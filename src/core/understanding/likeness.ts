import type { Likeness } from '../../data/schema/likeness';
import type { ReplyTypeId } from '../ids';
import type { Symbols } from './symbols';
import { findTraits, findTraitsOf, traitsBuffer, type Traits } from './traits';
import type { Words } from './words';

/** How like a type's example sentences the sentences of a mail are. Odds have no unit: 0 is even, more is likelier. */
export type Like = {
  readonly type: ReplyTypeId;
  /** The sentence that is most like the type, and its odds; -1 where there is none. */
  readonly sentence: number;
  readonly odds: number;
  /** Odds of the next best sentence. */
  readonly next: number;
  /** The best odds that any other type has on that sentence. */
  readonly rival: number;
};

/** Whether a mail's sentences sound like those of a provider that answers an authority: their weighed mean, the most and the least. */
export type Voice = { readonly mean: number; readonly most: number; readonly least: number; readonly sum: number };
export type Likes = { readonly types: readonly Like[]; readonly voice: Voice };

type Ready = {
  readonly rows: number;
  readonly types: readonly ReplyTypeId[];
  readonly bias: readonly number[];
  readonly from: Int32Array;
  readonly row: Uint8Array;
  readonly weight: Float32Array;
};
const made = new WeakMap<Likeness, Ready>();
let traits: Traits | undefined;
const mostSentences = 400;
/** Sentences by which the voice of a mail is told. */
const voiceSentences = 40;
const nothing = -20;

/**
 * Holds each sentence against the example sentences of each type (`lang/<code>/sayings`), through weights that were computed from
 * them. Sentences that are `asked`, as items of a questionnaire, say nothing but what the questionnaire is. Looks at no more than 400 sentences.
 */
export function likeSayings(words: Words, symbols: Symbols, book: Likeness, asked: (sentence: number) => boolean = () => false): Likes {
  const ready = readyOf(book);
  const { rows, types } = ready;
  const voiceRow = types.length;
  const sentences = Math.min(words.sentences, mostSentences);
  const all = new Float64Array(sentences * rows);
  let mean = 0;
  let weight = 0;
  let most = nothing;
  let least = -nothing;
  let sum = 0;
  traits ??= traitsBuffer();
  for (let sentence = 0; sentence < sentences; sentence++) {
    findTraits(traits, words, sentence, symbols);
    const odds = all.subarray(sentence * rows, (sentence + 1) * rows);
    oddsOf(traits, ready, odds);
    if (sentence >= voiceSentences) continue;
    const voice = odds[voiceRow] ?? 0;
    const size = Math.sqrt(Math.min(30, traits.count));
    mean += voice * size;
    weight += size;
    sum += voice;
    most = Math.max(most, voice);
    least = Math.min(least, voice);
  }
  const heard = Math.min(sentences, voiceSentences);
  const left = Uint8Array.from({ length: sentences }, (_, sentence) => (asked(sentence) ? 1 : 0));
  const none = new Uint8Array(sentences);
  return {
    types: types.map((type, row) => bestOf(type, row, all, rows, types.length, type === 'emergency_questionnaire' ? none : left)),
    voice: heard === 0 ? { mean: 0, most: 0, least: 0, sum: 0 } : { mean: weight > 0 ? mean / weight : 0, most, least, sum: sum / Math.sqrt(heard) },
  };
}

/** The odds of each row for what `traits` holds. */
function oddsOf(traits: Traits, { bias, from, row, weight }: Ready, odds: Float64Array): void {
  // Long sentences have more traits; the same weight must not make them surer.
  const share = 1 / Math.sqrt(Math.max(1, traits.count));
  for (let index = 0; index < traits.count; index++) {
    const trait = traits.found[index] ?? 0;
    const stop = from[trait + 1] ?? 0;
    for (let at = from[trait] ?? 0; at < stop; at++) {
      const one = row[at] ?? 0;
      odds[one] = (odds[one] ?? 0) + (weight[at] ?? 0);
    }
  }
  for (let one = 0; one < odds.length; one++) odds[one] = (odds[one] ?? 0) * share + (bias[one] ?? 0);
}

function bestOf(type: ReplyTypeId, row: number, all: Float64Array, rows: number, types: number, left: Uint8Array): Like {
  let sentence = -1;
  let odds = nothing;
  let next = nothing;
  for (let one = 0; one < left.length; one++) {
    if (left[one] === 1) continue;
    const value = all[one * rows + row] ?? nothing;
    if (value > odds) {
      next = odds;
      odds = value;
      sentence = one;
    } else if (value > next) next = value;
  }
  let rival = nothing;
  for (let other = 0; sentence >= 0 && other < types; other++) if (other !== row) rival = Math.max(rival, all[sentence * rows + other] ?? nothing);
  return { type, sentence, odds, next, rival };
}

/** Words that a proof has at least. */
const fewest = 4;

/**
 * The words of a type's best sentence that make it so: words are left away from its ends as long as the rest is as like the type as the
 * whole. Gives the first and the last word.
 */
export function tellingWords(words: Words, { type, sentence }: Like, symbols: Symbols, book: Likeness): { readonly from: number; readonly to: number } {
  const ready = readyOf(book);
  const row = ready.types.indexOf(type);
  const odds = new Float64Array(ready.rows);
  const buffer = (traits ??= traitsBuffer());
  const of = (first: number, stop: number): number => {
    odds.fill(0);
    findTraitsOf(buffer, words, { first, stop, asks: false }, symbols);
    oddsOf(buffer, ready, odds);
    return odds[row] ?? nothing;
  };
  let first = words.first[sentence] ?? 0;
  let stop = Math.min(words.stop[sentence] ?? 0, first + 60);
  let whole = of(first, stop);
  while (stop - first > fewest) {
    const later = of(first + 1, stop);
    const sooner = of(first, stop - 1);
    if (Math.max(later, sooner) < whole) break;
    whole = Math.max(whole, Math.min(later, sooner));
    if (later >= sooner) first++;
    else stop--;
  }
  return { from: first, to: stop - 1 };
}

function readyOf(book: Likeness): Ready {
  let ready = made.get(book);
  if (!ready) {
    ready = unpack(book, atob(book.weights));
    made.set(book, ready);
  }
  return ready;
}

/** Each entry is five bytes: trait (three, little-endian), row, weight (signed, in `step`s); sorted by trait. */
function unpack({ types, bias, step, traits }: Likeness, bytes: string): Ready {
  const count = Math.floor(bytes.length / 5);
  const from = new Int32Array(traits + 1);
  const row = new Uint8Array(count);
  const weight = new Float32Array(count);
  for (let index = 0, at = 0; index < count; index++, at += 5) {
    const trait = bytes.charCodeAt(at) | (bytes.charCodeAt(at + 1) << 8) | (bytes.charCodeAt(at + 2) << 16);
    from[trait + 1] = index + 1;
    row[index] = bytes.charCodeAt(at + 3);
    weight[index] = ((bytes.charCodeAt(at + 4) << 24) >> 24) * step;
  }
  for (let trait = 1; trait <= traits; trait++) from[trait] = Math.max(from[trait] ?? 0, from[trait - 1] ?? 0);
  return { rows: types.length + 1, types, bias, from, row, weight };
}
