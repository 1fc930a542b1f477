import type { UnderstandingBook } from '../../data/schema/understanding';
import type { QuestionKey } from '../ids';
import { conceptsOf } from './automaton';
import type { Reading } from './classify';
import { addLikelihoods, likelihoods } from './keying';
import { symbolsFor } from './symbols';
import { bit, nature } from './words';

/** What some words ask for: the likeliest key; how likely it is; how likely it is that they ask for nothing. */
export type Sense = { readonly key: QuestionKey; readonly likely: number; readonly nothing: number; readonly asks: boolean; readonly begins: boolean };

/** Sentences behind the first that still say what an item asks, and how much each counts. */
const notes = 2;
const noteShare = 0.35;
/** A first sentence of so few words is a heading: what follows says as much. */
const heading = 3;
/** Pauses of one sentence between which its parts are looked for, and how many of the stretches between them one part may take. */
const mostPauses = 40;
const mostJoined = 4;
/** What one more part has to be worth, in log-likelihood. */
const partCosts = 1.1;
const otherCosts = 2.5;
/** What it costs besides to begin where nothing parts the words but a question word. */
const weakCosts = 1.5;

/** What a phrase of the lexicon adds for its key, in log-likelihood; it adds once. */
const phraseAdds = 1.2;
/** Below this a key is a guess. */
const guess = 0.4;
const phrases: readonly (readonly [concept: string, key: QuestionKey])[] = [
  ['Q_MESSAGE', 'message_copy'],
  ['Q_WHY', 'why_not_normal_process'],
  ['Q_HOW', 'how_it_averts'],
  ['Q_WHO', 'who_at_risk'],
  ['Q_NATURE', 'nature'],
  ['Q_DATA', 'data_requested'],
  ['Q_IMMINENCE', 'imminence'],
  ['Q_REQUESTER', 'requester'],
  ['Q_IDENT', 'identifier'],
  ['AGENCIES', 'other'],
];

/** Part of a sentence: its words and what they ask. */
export type Part = { readonly first: number; readonly stop: number; readonly sense: Sense };

/** Looks into a text for what asks, and for what. */
export class Askings {
  private readonly sums: Float64Array;
  private readonly none: number;
  private readonly other: number;
  /** The key's place among the sums, by concept; -1 for none. */
  private readonly speaksFor: Int8Array;
  private readonly questionWord: number;
  private readonly closing: number;
  private readonly asking: readonly number[];
  private readonly must: number;
  private readonly giving: readonly number[];

  constructor(
    private readonly reading: Reading,
    private readonly book: UnderstandingBook,
  ) {
    const { numbers } = conceptsOf(book);
    const of = (name: string) => numbers.get(name) ?? -1;
    const { keys } = book.questionKeys;
    this.sums = new Float64Array(keys.length);
    this.none = keys.indexOf('none');
    this.other = keys.indexOf('other');
    this.speaksFor = new Int8Array(numbers.size).fill(-1);
    for (const [concept, key] of phrases) if (of(concept) >= 0) this.speaksFor[of(concept)] = keys.indexOf(key);
    this.questionWord = of('QUESTION_WORD');
    this.closing = of('QUESTION_CLOSE');
    this.asking = ['ASK_ANSWERS', 'NEED', 'GIVE_VALID', 'LET_KNOW'].map(of);
    this.must = of('MUST');
    this.giving = ['GIVEN', 'DATA_READY'].map(of);
  }

  /** First word at or after an offset. */
  wordAt(offset: number): number {
    const { words } = this.reading;
    let low = 0;
    let high = words.count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((words.start[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The sentence that holds a word; -1 for none. */
  sentenceOf(word: number): number {
    const { words } = this.reading;
    let low = 0;
    let high = words.sentences;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((words.stop[middle] ?? 0) <= word) low = middle + 1;
      else high = middle;
    }
    return low < words.sentences ? low : -1;
  }

  isQuestion(sentence: number): boolean {
    return ((this.reading.words.nature[sentence] ?? 0) & nature.question) !== 0;
  }

  /** What the words from `from` to `to` ask; the first sentence of them counts most, notes below it explain. */
  sense(from: number, to: number): Sense {
    const { words, hits } = this.reading;
    this.sums.fill(0);
    let asks = false;
    let begins = false;
    let share = 1;
    let whole = 0;
    const head = this.sentenceOf(from);
    for (let sentence = head; sentence >= 0 && sentence <= head + notes && sentence < words.sentences; sentence++) {
      const first = Math.max(from, words.first[sentence] ?? 0);
      const stop = Math.min(to, words.stop[sentence] ?? 0);
      if (first >= stop) break;
      const question = this.isQuestion(sentence) && (words.stop[sentence] ?? 0) <= to;
      asks ||= question;
      addLikelihoods(this.sums, words, { first, stop, asks: question }, share, this.book.questionKeys, symbolsFor(this.book.confusables));
      whole += share;
      share = sentence === head && stop - first <= heading ? 1 : noteShare;
    }
    if (head >= 0) {
      let told = 0;
      for (let hit = hits.from[head] ?? 0; hit < (hits.from[head + 1] ?? 0); hit++) {
        const first = hits.first[hit] ?? 0;
        if (first < from || (hits.last[hit] ?? 0) >= to) continue;
        const concept = hits.concept[hit] ?? 0;
        begins ||= concept === this.questionWord && first - from < 4;
        const key = this.speaksFor[concept] ?? -1;
        if (key < 0 || (told & (1 << key)) !== 0) continue;
        told |= 1 << key;
        this.sums[key] = (this.sums[key] ?? 0) + phraseAdds;
      }
    }
    if (whole > 0) for (let key = 0; key < this.sums.length; key++) this.sums[key] = (this.sums[key] ?? 0) / Math.min(whole, 1.5);
    return this.told(likelihoods(this.sums), asks, begins);
  }

  private told(shares: Float64Array, asks: boolean, begins: boolean): Sense {
    let best = this.other;
    for (let key = 0; key < shares.length; key++) if (key !== this.none && (shares[key] ?? 0) > (shares[best] ?? 0)) best = key;
    const likely = shares[best] ?? 0;
    // A key that is no likelier than the others is none; what asks for nothing is no guess.
    const sure = likely >= guess * (1 - (shares[this.none] ?? 0));
    return { key: sure ? ((this.book.questionKeys.keys[best] ?? 'other') as QuestionKey) : 'other', likely, nothing: shares[this.none] ?? 0, asks, begins };
  }

  /** What a sentence does for what follows it: asks for it, gives it, or neither. */
  leads(sentence: number): 'asks' | 'gives' | 'neither' {
    const { hits } = this.reading;
    let must = false;
    let asks = Number.POSITIVE_INFINITY;
    let gives = Number.POSITIVE_INFINITY;
    for (let hit = hits.from[sentence] ?? 0; hit < (hits.from[sentence + 1] ?? 0); hit++) {
      const concept = hits.concept[hit] ?? 0;
      const first = hits.first[hit] ?? 0;
      if (this.asking.includes(concept)) asks = Math.min(asks, first);
      else if (this.giving.includes(concept)) gives = Math.min(gives, first);
      must ||= concept === this.must;
    }
    // "Please find the information below" gives, "please provide the following" asks: what is said first tells.
    if (asks !== gives) return asks < gives ? 'asks' : 'gives';
    return must || asks < Number.POSITIVE_INFINITY ? 'asks' : 'neither';
  }

  /** Whether a sentence that does not ask by its own words may still list what is wanted: it has phrases of several keys, one and a question word, or several of these. */
  mayList(sentence: number): boolean {
    const { hits } = this.reading;
    let signs = 0;
    for (let hit = hits.from[sentence] ?? 0; hit < (hits.from[sentence + 1] ?? 0); hit++) {
      const concept = hits.concept[hit] ?? 0;
      if (concept === this.closing) return false;
      const key = this.speaksFor[concept] ?? -1;
      if (key >= 0 && key !== this.other) signs += 2;
      else if (concept === this.questionWord) signs++;
    }
    return signs >= 3;
  }

  /** Whether a sentence asks for an answer by its own words; "do write if you have any question" asks for none. */
  asks(sentence: number): boolean {
    const { words, hits } = this.reading;
    let asks = this.isQuestion(sentence);
    for (let hit = hits.from[sentence] ?? 0; hit < (hits.from[sentence + 1] ?? 0); hit++) {
      const concept = hits.concept[hit] ?? 0;
      if (concept === this.closing) return false;
      asks ||= this.asking.includes(concept) || (concept === this.questionWord && hits.first[hit] === words.first[sentence]);
    }
    return asks;
  }

  /**
   * The parts of a sentence that each ask for something, cut at its pauses and at question words behind "and": the cut under which the
   * parts are likeliest. Words that ask for nothing belong to no part; neighbours that ask for the same are one.
   */
  parts(sentence: number): readonly Part[] {
    const { words } = this.reading;
    const from = words.first[sentence] ?? 0;
    const stop = words.stop[sentence] ?? 0;
    const { cuts, weak } = this.cuts(sentence, from, stop);
    const best: { worth: number; back: number; sense: Sense | null }[] = [{ worth: 0, back: -1, sense: null }];
    for (let end = 1; end < cuts.length; end++) {
      let found: { worth: number; back: number; sense: Sense | null } = { worth: best[end - 1]?.worth ?? 0, back: end - 1, sense: null };
      for (let begin = Math.max(0, end - mostJoined); begin < end; begin++) {
        const sense = this.sense(cuts[begin] ?? 0, cuts[end] ?? 0);
        const costs = (sense.key === 'other' ? otherCosts : partCosts) + (weak.has(cuts[begin] ?? 0) ? weakCosts : 0);
        const worth = (best[begin]?.worth ?? 0) + Math.log((sense.likely + 1e-6) / (1 - sense.likely + 1e-6)) - costs;
        if (worth > found.worth) found = { worth, back: begin, sense };
      }
      best.push(found);
    }
    const parts: Part[] = [];
    for (let end = cuts.length - 1; end > 0;) {
      const { back, sense } = best[end] ?? { back: end - 1, sense: null };
      const next = parts[0];
      if (sense && next && next.sense.key === sense.key && next.first === cuts[end] && !next.sense.begins) parts[0] = { ...next, first: cuts[back] ?? 0 };
      else if (sense) parts.unshift({ first: cuts[back] ?? 0, stop: cuts[end] ?? 0, sense });
      end = back;
    }
    const head = parts[0];
    if (head) parts[0] = this.behindLead(sentence, head);
    return parts;
  }

  /** A part without the words before it that only ask for it: those up to a colon, or up to a word of asking. */
  private behindLead(sentence: number, part: Part): Part {
    const { words, hits } = this.reading;
    const ends: number[] = [];
    for (let hit = hits.from[sentence] ?? 0; hit < (hits.from[sentence + 1] ?? 0); hit++)
      if (this.asking.includes(hits.concept[hit] ?? -1)) ends.push((hits.last[hit] ?? 0) + 1);
    for (let at = part.first + 1; at < part.stop; at++)
      if (((words.marks[at] ?? 0) & bit.pause) !== 0 && words.text.slice(words.end[at - 1], words.start[at]).includes(':')) ends.push(at);
    for (const first of ends.sort((a, b) => b - a).slice(0, mostPauses)) {
      if (first <= part.first || first >= part.stop) continue;
      const sense = this.sense(first, part.stop);
      if (sense.key === part.sense.key && sense.likely >= 0.5) return { ...part, first, sense };
    }
    return part;
  }

  /** Words at which a part may begin, and the end. */
  private cuts(sentence: number, from: number, stop: number): { readonly cuts: readonly number[]; readonly weak: ReadonlySet<number> } {
    const { words, hits } = this.reading;
    const cuts = new Set([from]);
    const weak = new Set<number>();
    for (let at = from + 1; at < stop; at++) if (((words.marks[at] ?? 0) & bit.pause) !== 0) cuts.add(at);
    for (let hit = hits.from[sentence] ?? 0; hit < (hits.from[sentence + 1] ?? 0); hit++) {
      const first = hits.first[hit] ?? 0;
      if (first <= from || first >= stop) continue;
      if (hits.concept[hit] === this.questionWord) weak.add(first);
      // What is asked for begins behind the words that ask.
      if (this.asking.includes(hits.concept[hit] ?? -1) && (hits.last[hit] ?? 0) + 1 < stop) cuts.add((hits.last[hit] ?? 0) + 1);
    }
    for (let at = from + 1; at < stop - 1; at++) if (joining.has(words.text.slice(words.start[at], words.end[at]).toLowerCase())) cuts.add(at + 1);
    for (const at of cuts) weak.delete(at);
    return { cuts: [...[...cuts, ...weak].sort((a, b) => a - b).slice(0, mostPauses), stop], weak };
  }
}

const joining = new Set(['and', 'e', 'ed', 'et', 'und', 'sowie', 'y', 'og', 'nonché', 'or', 'o', 'ou', 'oder', 'eller', 'nor', 'né', 'ni', 'noch', 'nem']);
