import type { Concepts } from './automaton';
import { pauseBetween, type Hits } from './hits';
import { bit, type Words } from './words';

/** How a concept is said: 1 denied, 2 only supposed (an if-clause), 4 in somebody else's words (a quotation, a report). */
export const said = { denied: 1, supposed: 2, foreign: 4 } as const;

/** Words over which a denial reaches. */
const reach = 6;

/** Tells how each hit is meant; looks at a sentence when first asked about it. */
export class Scope {
  private readonly known: Int8Array;
  private readonly helpers: readonly (number | undefined)[];
  private sentence = -1;
  private nots: number[] = [];
  private afterNots: number[] = [];
  private ifs: number[] = [];
  private reports: number[] = [];
  private cancels: number[] = [];
  private counterfactuals: number[] = [];

  constructor(
    private readonly words: Words,
    private readonly hits: Hits,
    concepts: Concepts,
  ) {
    this.known = new Int8Array(hits.count).fill(-1);
    this.helpers = ['NOT', 'NOT_AFTER', 'IF', 'REPORTED', 'NOT_A_DENIAL', 'COUNTERFACTUAL'].map((name) => concepts.numbers.get(name));
  }

  /** How a hit of a sentence is meant. */
  of(hit: number, sentence: number): number {
    const known = this.known[hit] ?? -1;
    if (known >= 0) return known;
    if (sentence !== this.sentence) this.gather(sentence);
    const { words, hits } = this;
    const first = hits.first[hit] ?? 0;
    const last = hits.last[hit] ?? 0;
    let meant = 0;
    for (const not of this.nots) {
      const end = hits.last[not] ?? 0;
      if (end < first && first - end <= reach && !pauseBetween(words, end + 1, first)) meant |= said.denied;
    }
    for (const not of this.afterNots) {
      const begin = hits.first[not] ?? 0;
      if (begin > last && begin - last <= reach && !pauseBetween(words, last + 1, begin)) meant |= said.denied;
    }
    if (((words.marks[first] ?? 0) & bit.quoted) !== 0) meant |= said.foreign;
    for (const one of this.ifs)
      if ((hits.first[one] ?? 0) <= first && (hits.last[one] ?? 0) < last && !pauseBetween(words, (hits.last[one] ?? 0) + 1, first)) meant |= said.supposed;
    // "If this were an emergency, we could …": what follows is as unreal as the clause.
    for (const one of this.counterfactuals) if ((hits.last[one] ?? 0) < first) meant |= said.supposed | said.foreign;
    for (const one of this.reports)
      if ((hits.last[one] ?? 0) < first && first - (hits.last[one] ?? 0) <= 14 && !pauseBetween(words, (hits.last[one] ?? 0) + 1, first)) meant |= said.foreign;
    this.known[hit] = meant;
    return meant;
  }

  private gather(sentence: number): void {
    const { hits, helpers } = this;
    this.sentence = sentence;
    const lists = helpers.map((): number[] => []);
    for (let hit = hits.from[sentence] ?? 0; hit < (hits.from[sentence + 1] ?? 0); hit++) {
      const which = helpers.indexOf(hits.concept[hit]);
      if (which >= 0) lists[which]?.push(hit);
    }
    const [nots = [], afterNots = [], ifs = [], reports = [], cancels = [], counterfactuals = []] = lists;
    this.cancels = cancels;
    this.counterfactuals = counterfactuals;
    this.nots = nots.filter((hit) => !this.cancelled(hit));
    this.afterNots = afterNots.filter((hit) => !this.cancelled(hit));
    this.ifs = ifs;
    this.reports = reports;
  }

  /** "not only", "do not hesitate", "no later than" deny nothing. */
  private cancelled(hit: number): boolean {
    const { hits, cancels } = this;
    return cancels.some((one) => (hits.first[one] ?? 0) <= (hits.first[hit] ?? 0) && (hits.last[hit] ?? 0) <= (hits.last[one] ?? 0));
  }
}
