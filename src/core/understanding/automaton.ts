import type { LexiconBook } from '../../data/schema/understanding';
import { alphabet } from './symbols';
import { symbolsOfPhrase } from './phrase';

/** A place in the net of phrases: which words lead on, which concepts end here. */
export type Place = { readonly next: Map<number, Place>; gap: Place | undefined; concepts: number[] };

/** How one language says its concepts, ready for one pass over a text. */
export type Automaton = {
  /** Letter by letter: `next[node * alphabet + symbol]`; 0 is nowhere, 1 the beginning of a word. */
  readonly next: Uint16Array;
  /** Class of a word that ends at a node, and of one that leaves the tree behind it. */
  readonly ends: Uint16Array;
  readonly leaves: Uint16Array;
  /** The word patterns that a class fulfils; class 0 fulfils none. */
  readonly classes: readonly (readonly number[])[];
  /** Where a phrase may begin, by word pattern. */
  readonly begins: readonly (Place | undefined)[];
  /** Classes of words that were mistyped; filled as they are met. */
  readonly mistyped: Map<string, number>;
};

/** Numbers of the concepts of a book, the same in every language. */
export type Concepts = { readonly names: readonly string[]; readonly numbers: ReadonlyMap<string, number>; readonly words: number };

const concepts = new WeakMap<LexiconBook, Concepts>();
const automata = new WeakMap<LexiconBook, Map<string, Automaton>>();

/** Every concept that any lexicon of the book names. */
export function conceptsOf(book: LexiconBook): Concepts {
  let known = concepts.get(book);
  if (!known) {
    const names = [...new Set(Object.values(book.lexicons).flatMap((lexicon) => Object.keys(lexicon)))];
    known = { names, numbers: new Map(names.map((name, index) => [name, index])), words: Math.ceil(names.length / 32) };
    concepts.set(book, known);
  }
  return known;
}

/** The automaton of one language; English stands in for a language without a lexicon. Built once, when first asked for. */
export function automatonOf(language: string, book: LexiconBook): Automaton {
  let languages = automata.get(book);
  if (!languages) {
    languages = new Map();
    automata.set(book, languages);
  }
  const code = book.lexicons[language] ? language : 'en';
  let automaton = languages.get(code);
  if (!automaton) {
    automaton = build(book, code);
    languages.set(code, automaton);
  }
  return automaton;
}

function build(book: LexiconBook, code: string): Automaton {
  const { numbers } = conceptsOf(book);
  const tree = new Tree();
  const patterns = new Map<string, number>();
  const begins: (Place | undefined)[] = [];
  const place = (): Place => ({ next: new Map(), gap: undefined, concepts: [] });
  const pattern = (word: { readonly key: string; readonly symbols: readonly number[]; readonly stem: boolean }): number => {
    const known = patterns.get(word.key);
    if (known !== undefined) return known;
    const number = patterns.size;
    patterns.set(word.key, number);
    tree.add(word.symbols, word.stem, number);
    return number;
  };
  for (const [concept, phrases] of Object.entries(book.lexicons[code] ?? {})) {
    const number = numbers.get(concept) ?? 0;
    for (const phrase of phrases.flatMap(choices)) {
      let at: Place | undefined;
      for (const word of symbolsOfPhrase(phrase, book.confusables)) {
        if (word === 'gap') {
          if (!at) continue;
          at.gap ??= place();
          at = at.gap;
          continue;
        }
        const id = pattern(word);
        if (!at) {
          at = begins[id] ?? place();
          begins[id] = at;
        } else {
          const next: Place = at.next.get(id) ?? place();
          at.next.set(id, next);
          at = next;
        }
      }
      if (at && !at.concepts.includes(number)) at.concepts.push(number);
    }
  }
  return { ...tree.flatten(), begins, mistyped: new Map() };
}

/** `(a|b) c` → `a c`, `b c`. */
export function choices(phrase: string): readonly string[] {
  const match = /\(([^()]*)\)/u.exec(phrase);
  if (!match) return [phrase];
  return (match[1] ?? '').split('|').flatMap((choice) => choices(phrase.slice(0, match.index) + choice + phrase.slice(match.index + match[0].length)));
}

/** The words of a lexicon, letter by letter. */
class Tree {
  private readonly edges: Map<number, number>[] = [new Map(), new Map()];
  private readonly exact: number[][] = [[], []];
  private readonly stems: number[][] = [[], []];

  add(symbols: readonly number[], stem: boolean, pattern: number): void {
    let node = 1;
    for (const symbol of symbols) {
      let next = this.edges[node]?.get(symbol);
      if (next === undefined) {
        next = this.edges.length;
        if (next > 65_000) throw new Error('A lexicon has more than 65,000 letters in its tree: shorten it or widen the table.');
        this.edges[node]?.set(symbol, next);
        this.edges.push(new Map());
        this.exact.push([]);
        this.stems.push([]);
      }
      node = next;
    }
    (stem ? this.stems : this.exact)[node]?.push(pattern);
  }

  flatten(): Pick<Automaton, 'next' | 'ends' | 'leaves' | 'classes'> {
    const count = this.edges.length;
    const next = new Uint16Array(count * alphabet);
    const ends = new Uint16Array(count);
    const leaves = new Uint16Array(count);
    const classes: (readonly number[])[] = [[]];
    const known = new Map<string, number>([['', 0]]);
    const classOf = (several: readonly number[]): number => {
      const key = several.join();
      let number = known.get(key);
      if (number === undefined) {
        number = classes.length;
        classes.push([...several]);
        known.set(key, number);
      }
      return number;
    };
    const walk: { node: number; above: readonly number[] }[] = [{ node: 1, above: [] }];
    for (let step = walk.pop(); step; step = walk.pop()) {
      const { node, above } = step;
      const stems = [...above, ...(this.stems[node] ?? [])];
      leaves[node] = classOf(stems);
      ends[node] = classOf([...stems, ...(this.exact[node] ?? [])]);
      for (const [symbol, to] of this.edges[node] ?? []) {
        next[node * alphabet + symbol] = to;
        walk.push({ node: to, above: stems });
      }
    }
    return { next, ends, leaves, classes };
  }
}
