import { lastOfWord, mark, type Symbols } from './symbols';
import { nature, type Words } from './words';

/** Number of different traits; a trait is a number below it. */
export const traitCount = 1 << 18;
/** Letters of a word that count for its stem, alone and in a pair. */
const alone = 6;
const paired = 5;
/** Most words of a sentence, and most letters of a word, that are looked at. */
const mostWords = 60;
const mostLetters = 24;
const gram = 4;
const begin = 60;
const finish = 61;
const seed = 0x811c9dc5;

/** Traits of one sentence at a time; the same arrays are used again and again. */
export type Traits = { count: number; readonly found: Int32Array; readonly seen: Int32Array; turn: number; readonly letters: Int32Array };

export function traitsBuffer(): Traits {
  return {
    count: 0,
    found: new Int32Array(mostWords * (mostLetters + 6)),
    seen: new Int32Array(traitCount),
    turn: 0,
    letters: new Int32Array(mostLetters + 2),
  };
}

const mix = (hash: number, value: number): number => Math.imul(hash ^ value, 0x01000193);

function put(traits: Traits, hash: number): void {
  const one = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  const trait = (one ^ (one >>> 13)) & (traitCount - 1);
  if (traits.seen[trait] === traits.turn || traits.count >= traits.found.length) return;
  traits.seen[trait] = traits.turn;
  traits.found[traits.count++] = trait;
}

/**
 * Finds what a sentence is made of, as numbers that stand for it, each once: each word's stem and its stretches of four letters, each two
 * stems that stand next to each other or one or two words apart, the words with which it begins and ends, whether it asks, how long it
 * is. Knows nothing of languages.
 */
export function findTraits(traits: Traits, words: Words, sentence: number, symbols: Symbols): void {
  const asks = ((words.nature[sentence] ?? 0) & nature.question) !== 0;
  findTraitsOf(traits, words, { first: words.first[sentence] ?? 0, stop: words.stop[sentence] ?? 0, asks }, symbols);
}

/** The same of a stretch of words that is no whole sentence. */
export function findTraitsOf(
  traits: Traits,
  words: Words,
  part: { readonly first: number; readonly stop: number; readonly asks: boolean },
  symbols: Symbols,
): void {
  const { first } = part;
  const stop = Math.min(part.stop, first + mostWords);
  traits.count = 0;
  traits.turn++;
  let before = 0;
  let earlier = 0;
  let earliest = 0;
  let head = 0;
  for (let index = first; index < stop; index++) {
    const short = wordTraits(traits, words, index, symbols);
    if (index === first) head = short;
    if (index > first) put(traits, mix(mix(mix(seed, 2), before), short));
    if (index > first + 1) put(traits, mix(mix(mix(seed, 3), earlier), short));
    if (index > first + 2) put(traits, mix(mix(mix(seed, 4), earliest), short));
    earliest = earlier;
    earlier = before;
    before = short;
  }
  put(traits, mix(mix(seed, 5), head));
  put(traits, mix(mix(seed, 6), before));
  if (part.asks) put(traits, mix(seed, 7));
  put(traits, mix(mix(seed, 8), Math.min(4, Math.floor((stop - first) / 6))));
}

/** The traits of one word; gives the hash of its stem in pairs. */
function wordTraits(traits: Traits, words: Words, index: number, symbols: Symbols): number {
  const { text } = words;
  const { letters } = traits;
  const end = words.end[index] ?? 0;
  let size = 0;
  letters[size++] = begin;
  for (let at = words.start[index] ?? 0; at < end && size <= mostLetters; at++) {
    let symbol = symbols.at(text, at);
    if (symbol === mark.several) symbol = symbols.of(text, at).symbols[0] ?? mark.nothing;
    if (symbol > lastOfWord) continue;
    // Every figure is the same figure: numbers name, they do not say.
    letters[size++] = symbol >= 27 && symbol <= 36 ? 27 : symbol;
  }
  letters[size++] = finish;
  let hash = seed;
  let short = 0;
  for (let at = 1; at < size - 1 && at <= alone; at++) {
    hash = mix(hash, letters[at] ?? 0);
    if (at === paired) short = hash;
  }
  if (size - 2 < paired) short = hash;
  put(traits, mix(mix(seed, 1), hash));
  for (let at = 0; at + gram <= size; at++) {
    const four = ((letters[at] ?? 0) << 18) | ((letters[at + 1] ?? 0) << 12) | ((letters[at + 2] ?? 0) << 6) | (letters[at + 3] ?? 0);
    put(traits, mix(mix(seed, 9), four));
  }
  return short;
}
