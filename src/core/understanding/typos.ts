import type { Automaton } from './automaton';
import { alphabet, lastOfWord, mark, type Symbols } from './symbols';
import type { Words } from './words';

/** Shorter words are too like each other to be mended. */
const shortest = 6;
const longestWord = 24;
/** Words of one mail that are tried, and answers that are kept for the next mail. */
const mostTried = 600;
const mostKept = 20_000;

/**
 * Gives mistyped and badly scanned words of a mail the class of the word that was meant: one letter dropped, doubled, swapped or
 * misread, after a right first letter. True when any was mended.
 */
export function mendTypos(words: Words, automaton: Automaton, symbols: Symbols): boolean {
  let mended = false;
  let tried = 0;
  for (let index = 0; index < words.count && tried < mostTried; index++) {
    if (words.kind[index] !== 0) continue;
    const from = words.start[index] ?? 0;
    const to = words.end[index] ?? 0;
    if (to - from < shortest || to - from > longestWord) continue;
    const word = words.text.slice(from, to);
    let kind = automaton.mistyped.get(word);
    if (kind === undefined) {
      tried++;
      kind = meant(letterSymbols(word, symbols), automaton);
      if (automaton.mistyped.size >= mostKept) automaton.mistyped.clear();
      automaton.mistyped.set(word, kind);
    }
    if (kind === 0) continue;
    words.kind[index] = kind;
    mended = true;
  }
  return mended;
}

function letterSymbols(word: string, symbols: Symbols): number[] {
  const found: number[] = [];
  for (let at = 0; at < word.length; at++) {
    const symbol = symbols.at(word, at);
    if (symbol <= lastOfWord) found.push(readAs(symbol, found.length));
    else if (symbol === mark.several) found.push(...symbols.of(word, at).symbols.filter((one) => one <= lastOfWord));
  }
  return found;
}

/** Figures that a scan puts for letters: 0 o, 1 l, 5 s. */
function readAs(symbol: number, place: number): number {
  if (place === 0) return symbol;
  return symbol === 27 ? 15 : symbol === 28 ? 12 : symbol === 32 ? 19 : symbol;
}

function meant(word: readonly number[], automaton: Automaton): number {
  if (word.length < shortest) return 0;
  const plain = classOf(word, automaton);
  if (plain > 0) return plain;
  // A letter behind the place where the word leaves the tree cannot be the wrong one.
  for (const candidate of candidates(word, depthOf(word, automaton) + 1)) {
    const kind = classOf(candidate, automaton);
    if (kind > 0) return kind;
  }
  return 0;
}

/** Only words that leave nothing of weight behind count: the whole word, or a stem of at least five letters. */
function classOf(word: readonly number[], { next, ends, leaves }: Automaton): number {
  let node = 1;
  for (let at = 0; at < word.length; at++) {
    const to = next[node * alphabet + (word[at] ?? 0)] ?? 0;
    if (to === 0) return at >= 5 ? (leaves[node] ?? 0) : 0;
    node = to;
  }
  return ends[node] ?? 0;
}

/** How many letters of a word the tree knows. */
function depthOf(word: readonly number[], { next }: Automaton): number {
  let node = 1;
  let depth = 0;
  for (; depth < word.length; depth++) {
    node = next[node * alphabet + (word[depth] ?? 0)] ?? 0;
    if (node === 0) break;
  }
  return depth;
}

/** What may have been meant: letters swapped, one too many, one too few, a pair misread. */
function* candidates(word: readonly number[], deepest: number): Generator<number[]> {
  // Endings are inflection, not error.
  const size = Math.min(word.length - 2, deepest + 1);
  for (let at = 1; at < size; at++)
    if (word[at] !== word[at + 1]) {
      const swapped = [...word];
      swapped[at] = word[at + 1] ?? 0;
      swapped[at + 1] = word[at] ?? 0;
      yield swapped;
    }
  for (let at = 1; at < size; at++) yield [...word.slice(0, at), ...word.slice(at + 1)];
  for (let at = 1; at < size; at++) {
    // `rn` read for `m`, `ii` for `u`, `vv` for `w`, `cl` for `d`, `c` for `e`, `l` for `i`.
    const here = word[at];
    const after = word[at + 1];
    if (here === 18 && after === 14) yield [...word.slice(0, at), 13, ...word.slice(at + 2)];
    if (here === 22 && after === 22) yield [...word.slice(0, at), 23, ...word.slice(at + 2)];
    if (here === 3 && after === 12) yield [...word.slice(0, at), 4, ...word.slice(at + 2)];
    if (here === 13) yield [...word.slice(0, at), 18, 14, ...word.slice(at + 1)];
    const misread = here === 3 ? 5 : here === 5 ? 3 : here === 12 ? 9 : here === 9 ? 12 : here === 21 ? 14 : here === 14 ? 21 : 0;
    if (misread > 0) yield [...word.slice(0, at), misread, ...word.slice(at + 1)];
  }
  if (word.length >= 8)
    for (let at = 1; at < size; at++)
      for (const vowel of [1, 5, 9, 15, 21])
        if (word[at] !== vowel && [1, 5, 9, 15, 21].includes(word[at] ?? 0)) yield [...word.slice(0, at), vowel, ...word.slice(at + 1)];
  for (let at = 1; at < size; at++) for (let letter = 1; letter <= 26; letter++) yield [...word.slice(0, at), letter, ...word.slice(at)];
}
