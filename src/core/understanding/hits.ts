import type { Automaton, Concepts, Place } from './automaton';
import { bit, type Words } from './words';

/** Concepts found in a text, as columns; those of sentence `s` are the rows from `from[s]` to `from[s + 1]`. */
export type Hits = {
  count: number;
  readonly concept: number[];
  readonly first: number[];
  readonly last: number[];
  readonly from: Int32Array;
  /** A bit for each concept that the text says anywhere. */
  readonly said: Int32Array;
  /** How often each concept is said. */
  readonly times: Uint16Array;
};

/** Words that `…` in a phrase may stand for, at most. */
const gap = 4;
/** Concepts kept of one text; hostile text could name thousands. */
const most = 20_000;

/** Every concept that the sentences say. Linear: a phrase has a bounded number of words. */
export function hitsIn(words: Words, automaton: Automaton, concepts: Concepts): Hits {
  const hits: Hits = {
    count: 0,
    concept: [],
    first: [],
    last: [],
    from: new Int32Array(words.sentences + 1),
    said: new Int32Array(concepts.words),
    times: new Uint16Array(concepts.names.length),
  };
  const { classes, begins } = automaton;
  for (let sentence = 0; sentence < words.sentences; sentence++) {
    hits.from[sentence] = hits.count;
    const stop = words.stop[sentence] ?? 0;
    for (let at = words.first[sentence] ?? 0; at < stop; at++) {
      const kind = words.kind[at] ?? 0;
      if (kind === 0) continue;
      for (const pattern of classes[kind] ?? []) {
        const place = begins[pattern];
        if (place && hits.count < most) follow(place, at, at + 1, stop, words, classes, hits);
      }
    }
  }
  hits.from[words.sentences] = hits.count;
  return hits;
}

function follow(place: Place, first: number, next: number, stop: number, words: Words, classes: Automaton['classes'], hits: Hits): void {
  for (const concept of place.concepts) add(hits, concept, first, next - 1);
  if (next >= stop) return;
  if (place.next.size > 0)
    for (const pattern of classes[words.kind[next] ?? 0] ?? []) {
      const further = place.next.get(pattern);
      if (further) follow(further, first, next + 1, stop, words, classes, hits);
    }
  if (!place.gap) return;
  const after = place.gap.next;
  for (let skip = 0; skip <= gap && next + skip < stop; skip++) {
    let found = false;
    for (const pattern of classes[words.kind[next + skip] ?? 0] ?? []) {
      const further = after.get(pattern);
      if (!further) continue;
      found = true;
      follow(further, first, next + skip + 1, stop, words, classes, hits);
    }
    if (found) break;
  }
}

function add(hits: Hits, concept: number, first: number, last: number): void {
  const at = hits.count;
  // The same concept from the same word on: the shorter proof is kept.
  for (let back = at - 1; back >= 0 && back >= at - 6 && hits.first[back] === first; back--)
    if (hits.concept[back] === concept) {
      if (last < (hits.last[back] ?? 0)) hits.last[back] = last;
      return;
    }
  hits.concept[at] = concept;
  hits.first[at] = first;
  hits.last[at] = last;
  hits.count++;
  hits.said[concept >> 5] = (hits.said[concept >> 5] ?? 0) | (1 << (concept & 31));
  hits.times[concept] = (hits.times[concept] ?? 0) + 1;
}

/** Whether a pause stands between two words of a sentence. */
export function pauseBetween(words: Words, from: number, to: number): boolean {
  for (let at = from; at <= to; at++) if (((words.marks[at] ?? 0) & bit.pause) !== 0) return true;
  return false;
}

export function saysAnywhere(hits: Hits, concept: number): boolean {
  return ((hits.said[concept >> 5] ?? 0) & (1 << (concept & 31))) !== 0;
}
