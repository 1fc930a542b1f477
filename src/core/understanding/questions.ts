import type { UnderstandingBook } from '../../data/schema/understanding';
import type { Question } from '../assessment';
import type { QuestionKey } from '../ids';
import type { Span } from '../message';
import { conceptsOf } from './automaton';
import type { Reading } from './classify';
import { itemsOf, type Item } from './items';
import { nature } from './words';

/** Questions that are taken from one mail, at most. */
export const mostQuestions = 250;

const keyConcepts: readonly (readonly [string, QuestionKey, number])[] = [
  ['Q_MESSAGE', 'message_copy', 3],
  ['Q_WHY', 'why_not_normal_process', 2.9],
  ['Q_HOW', 'how_it_averts', 2.6],
  ['Q_WHO', 'who_at_risk', 2.3],
  ['Q_NATURE', 'nature', 2.2],
  ['Q_DATA', 'data_requested', 2],
  ['Q_IMMINENCE', 'imminence', 1.9],
  ['Q_REQUESTER', 'requester', 1.8],
  ['Q_IDENT', 'identifier', 1.5],
];
const emergencyKeys = new Set<QuestionKey>(['nature', 'who_at_risk', 'imminence', 'data_requested', 'how_it_averts', 'message_copy', 'why_not_normal_process']);

/** What a stretch of words says and whether it asks. */
type Sense = { readonly key: QuestionKey; readonly asks: boolean; readonly begins: boolean };

/**
 * The questions that a mail asks, in its order and with its own numbers: numbered, lettered, bulleted, in a table, or listed in
 * one sentence. What only lists points of a policy, data that were given, or laws, is no question.
 */
export function questionsIn(reading: Reading, own: readonly Span[], book: UnderstandingBook): readonly Question[] {
  const reader = new Reader(reading, book);
  const lists = own.flatMap((span) => itemsOf(reading.words.text, span, mostQuestions * 2));
  const listed: Question[] = [];
  for (const list of lists) {
    const senses = list.items.map((item) => reader.sense(item));
    const asking = senses.filter(({ asks, begins }) => asks || begins).length;
    const lead = reader.lead(list.items[0]?.mark ?? 0);
    const keyed = senses.filter(({ key }) => emergencyKeys.has(key)).length;
    const whole =
      lead === 'asks' ? asking > 0 || keyed > 0 || senses.some(({ key }) => key !== 'other') : asking * 2 >= senses.length && senses.some(({ asks }) => asks);
    if (!whole && !(senses.some(({ asks }) => asks) && list.items.length >= 2)) continue;
    for (const [index, item] of list.items.entries()) {
      const sense = senses[index];
      if (!sense || (!whole && !sense.asks) || listed.length >= mostQuestions) continue;
      listed.push({
        number: item.label || String(index + 1),
        key: sense.key,
        start: item.start,
        end: item.end,
        text: clean(reading.words.text.slice(item.start, item.end)),
      });
    }
  }
  if (listed.length >= 2) return listed;
  const said = reader.bySentence(own);
  return said.length >= 2 ? said : listed.length > said.length ? listed : said;
}

/** How many different points of an emergency a list of questions covers. */
export function emergencyPoints(questions: readonly Question[]): number {
  return new Set(questions.map(({ key }) => key).filter((key) => emergencyKeys.has(key))).size;
}

class Reader {
  private readonly numbers: readonly number[];
  private readonly questionWord: number;
  private readonly asks: readonly number[];
  private readonly gives: readonly number[];

  constructor(
    private readonly reading: Reading,
    book: UnderstandingBook,
  ) {
    const { numbers } = conceptsOf(book);
    const of = (name: string) => numbers.get(name) ?? -1;
    this.numbers = keyConcepts.map(([name]) => of(name));
    this.questionWord = of('QUESTION_WORD');
    this.asks = ['ASK_ANSWERS', 'NEED', 'GIVE_VALID', 'LET_KNOW', 'MUST'].map(of);
    this.gives = ['GIVEN', 'DATA_READY'].map(of);
  }

  /** First word at or after an offset. */
  private wordAt(offset: number): number {
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
  private sentenceOf(word: number): number {
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

  sense(span: Span): Sense {
    return this.senseOfWords(this.wordAt(span.start), this.wordAt(span.end));
  }

  /** What the words from `from` to `to` say; the first sentence of them counts most, notes below it explain. */
  senseOfWords(from: number, to: number): Sense {
    const { words, hits } = this.reading;
    const counts = new Uint8Array(keyConcepts.length);
    const early = new Uint8Array(keyConcepts.length);
    let asks = false;
    let begins = false;
    const head = this.sentenceOf(from);
    for (let sentence = head; sentence >= 0 && sentence < words.sentences && (words.first[sentence] ?? 0) < to; sentence++) {
      if (((words.nature[sentence] ?? 0) & nature.question) !== 0 && (words.stop[sentence] ?? 0) <= to) asks = true;
      for (let hit = hits.from[sentence] ?? 0; hit < (hits.from[sentence + 1] ?? 0); hit++) {
        const first = hits.first[hit] ?? 0;
        if (first < from || first >= to) continue;
        const concept = hits.concept[hit] ?? 0;
        if (concept === this.questionWord && first - from < 4) begins = true;
        const key = this.numbers.indexOf(concept);
        if (key < 0) continue;
        counts[key] = Math.min(9, (counts[key] ?? 0) + 1);
        if (sentence === head) early[key] = 1;
      }
    }
    let best: QuestionKey = 'other';
    let most = 0;
    for (const [index, [, key, weight]] of keyConcepts.entries()) {
      const count = counts[index] ?? 0;
      const score = count === 0 ? 0 : weight + Math.min(2, count - 1) * 0.5 + (early[index] ?? 0) * 1.5;
      if (score > most) {
        most = score;
        best = key;
      }
    }
    return { key: best, asks, begins };
  }

  /** What the sentence before a list does: asks for what follows, gives it, or neither. */
  lead(offset: number): 'asks' | 'gives' | 'neither' {
    const { hits } = this.reading;
    const word = this.wordAt(offset) - 1;
    const sentence = word >= 0 ? this.sentenceOf(word) : -1;
    if (sentence < 0) return 'neither';
    let asks = false;
    let gives = false;
    for (let hit = hits.from[sentence] ?? 0; hit < (hits.from[sentence + 1] ?? 0); hit++) {
      const concept = hits.concept[hit] ?? 0;
      if (this.asks.includes(concept)) asks = true;
      else if (this.gives.includes(concept)) gives = true;
    }
    return asks ? 'asks' : gives ? 'gives' : 'neither';
  }

  /** Questions that stand in running text: whole sentences, or the clauses of one that asks for several things. */
  bySentence(own: readonly Span[]): readonly Question[] {
    const { words, hits } = this.reading;
    const found: Question[] = [];
    let keyed = 0;
    const push = (from: number, to: number, key: QuestionKey) => {
      const start = words.start[from] ?? 0;
      let end = words.end[to - 1] ?? start;
      if (words.text[end] === '?') end++;
      if (!own.some((span) => span.start <= start && end <= span.end)) return;
      found.push({ number: String(found.length + 1), key, start, end, text: clean(words.text.slice(start, end)) });
      if (emergencyKeys.has(key)) keyed++;
    };
    for (let sentence = 0; sentence < words.sentences && found.length < mostQuestions; sentence++) {
      const from = words.first[sentence] ?? 0;
      const to = words.stop[sentence] ?? 0;
      const question = ((words.nature[sentence] ?? 0) & nature.question) !== 0;
      let asks = question;
      for (let hit = hits.from[sentence] ?? 0; hit < (hits.from[sentence + 1] ?? 0) && !asks; hit++) {
        const concept = hits.concept[hit] ?? 0;
        asks = this.asks.slice(0, 4).includes(concept) || (concept === this.questionWord && (hits.first[hit] ?? 0) === from);
      }
      if (!asks) continue;
      const clauses = this.clauses(from, to);
      if (clauses.length >= 2) for (const [first, last, key] of clauses) push(first, last, key);
      else {
        const { key } = this.senseOfWords(from, to);
        if (key !== 'other' || question) push(from, to, key);
      }
    }
    return keyed >= 2 || found.some(({ text }) => text.endsWith('?')) ? found : [];
  }

  /** The parts of a sentence, cut at its pauses, that ask for different things. */
  private clauses(from: number, to: number): readonly (readonly [number, number, QuestionKey])[] {
    const { words } = this.reading;
    const found: [number, number, QuestionKey][] = [];
    let begin = from;
    for (let at = from + 1; at <= to; at++) {
      if (at < to && ((words.marks[at] ?? 0) & 1) === 0) continue;
      const { key } = this.senseOfWords(begin, at);
      if (key !== 'other' && !found.some(([, , other]) => other === key)) found.push([begin, at, key]);
      begin = at;
    }
    return found;
  }
}

function clean(text: string): string {
  return text.replace(/\s+/gu, ' ').trim().slice(0, 2000);
}

export type { Item };
