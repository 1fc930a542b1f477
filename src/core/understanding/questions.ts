import type { UnderstandingBook } from '../../data/schema/understanding';
import type { Question } from '../assessment';
import type { QuestionKey } from '../ids';
import type { Span } from '../message';
import { charSet, trimTail } from '../reading/characters';
import { Askings, type Part, type Sense } from './askings';
import type { Reading } from './classify';
import { formsIn } from './forms';
import { itemsOf, type Item } from './items';
import { nature } from './words';

/** Questions that are taken from one mail, at most. */
export const mostQuestions = 250;

const emergencyKeys = new Set<QuestionKey>(['nature', 'who_at_risk', 'imminence', 'data_requested', 'how_it_averts', 'message_copy', 'why_not_normal_process']);

/** Below this likelihood of asking nothing an item asks. */
const asksBelow = 0.5;
/** Share of a list's items that must ask, by what the sentence before it does. */
const shareOf = { asks: 0.4, neither: 0.67, gives: 0.85 } as const;
/** A sentence by itself must be this surely of its key. */
const surely = 0.5;
/** One that does not ask by its own words, behind one that does, must be surer. */
const alone = 0.8;
/** The parts of a sentence that does not ask by its own words must all be as sure as this: two of them, or more. */
const certain = { two: 0.8, more: 0.6 } as const;
/** A line of so few words may be the heading of the next. */
const headingWords = 4;

/**
 * The questions that a mail asks, in its order and with its own numbers: numbered, lettered, bulleted, in a table or a form, line by
 * line, or listed in one sentence. What only lists points of a policy, data that were given, or laws, is no question.
 */
export function questionsIn(reading: Reading, own: readonly Span[], book: UnderstandingBook): readonly Question[] {
  const askings = new Askings(reading, book);
  const { text } = reading.words;
  const listed: Question[] = [];
  const taken: Span[] = [];
  for (const { items } of own.flatMap((span) => [...formsIn(text, span, mostQuestions), ...itemsOf(text, span, mostQuestions * 2)])) {
    taken.push(...items.map(({ mark, end }) => ({ start: mark, end })));
    for (const rows of levels(items.map((item) => ({ item, sense: askings.sense(askings.wordAt(item.start), askings.wordAt(item.end)) }))))
      for (const [index, { item, sense }] of asked(rows, leadOf(askings, rows[0]?.item.mark ?? 0), text).entries())
        if (listed.length < mostQuestions) listed.push(question(text, item, item.label || String(index + 1), sense.key));
  }
  const said = bySentence(reading, askings, own, taken, listed.length);
  const all = [...listed, ...said];
  if (listed.length === 0) return said.slice(0, mostQuestions);
  all.sort((a, b) => a.start - b.start);
  return all.slice(0, mostQuestions);
}

/** How many different points of an emergency a list of questions covers. */
export function emergencyPoints(questions: readonly Question[]): number {
  return new Set(questions.map(({ key }) => key).filter((key) => emergencyKeys.has(key))).size;
}

type Row = { readonly item: Item; readonly sense: Sense };

/** Items below another that ask for so many different things are questions of their own. */
const ownPoints = 3;
const confident = 0.6;

/** The rows of a list that are questions for themselves: items below another belong to it, unless it asks for nothing or they ask for many things. */
function levels(rows: readonly Row[]): readonly (readonly Row[])[] {
  if (rows.every(({ item }) => item.level === 0)) return [rows];
  const outer: Row[] = [];
  const inner: (readonly Row[])[] = [];
  for (let at = 0; at < rows.length;) {
    const above = rows[at];
    let stop = at + 1;
    while (rows[stop]?.item.level === 1) stop++;
    const below = rows.slice(at + 1, stop);
    const points = new Set(below.filter(({ sense }) => sense.likely >= confident && sense.key !== 'other').map(({ sense }) => sense.key)).size;
    at = stop;
    if (below.length > 0 && (points >= ownPoints || !above || (above.sense.nothing >= asksBelow && !above.sense.asks))) inner.push(below);
    else if (above) outer.push(above);
  }
  return [outer, ...inner].filter(({ length }) => length > 0);
}

/** What the two sentences before a list do. */
function leadOf(askings: Askings, mark: number): 'asks' | 'gives' | 'neither' {
  const sentence = askings.sentenceOf(askings.wordAt(mark) - 1);
  if (sentence < 0) return 'neither';
  const lead = askings.leads(sentence);
  return lead === 'neither' && sentence > 0 && askings.leads(sentence - 1) === 'asks' ? 'asks' : lead;
}

/** Headings above the lines of a form, at most. */
const mostHeads = 3;

/** The items of a list that ask; none when the list as a whole asks nothing. */
function asked(rows: readonly Row[], lead: keyof typeof shareOf, text: string, heads = 0): readonly Row[] {
  const asking = rows.filter(({ sense }) => sense.asks || sense.nothing < asksBelow);
  const filled = rows.filter(({ item, sense }) => !sense.asks && /^[^:?\n]{1,40}:[ \t]+\S/u.test(text.slice(item.start, item.end)));
  if (lead !== 'asks' && filled.length * 2 > rows.length) return [];
  const open = rows.some(({ item, sense }) => sense.asks || sense.begins || item.field);
  const points = new Set(asking.map(({ sense }) => sense.key)).size;
  // "Reply with:" above the lines of a form asks for them, and is none of them.
  const head = rows[0];
  if (heads < mostHeads && head?.item.field && head.sense.key === 'other' && rows.length > 2) return asked(rows.slice(1), lead, text, heads + 1);
  const whole = asking.length >= rows.length * shareOf[lead] && (lead === 'asks' || open || points >= 2);
  if (whole) return rows;
  const sure = rows.filter(({ sense }) => sense.asks);
  return rows.length >= 2 ? sure : [];
}

function question(text: string, { start, end }: Span, number: string, key: QuestionKey): Question {
  return { number, key, start, end, text: clean(text.slice(start, end)) };
}

/** Questions that stand in running text or line by line: whole sentences, or the parts of one that asks for several things. */
function bySentence({ words }: Reading, askings: Askings, own: readonly Span[], taken: readonly Span[], listed: number): readonly Question[] {
  const beside = listed >= 2;
  const found: Question[] = [];
  let keyed = 0;
  let behind = -1;
  let headed = -1;
  const push = (first: number, stop: number, key: QuestionKey) => {
    const before = found[found.length - 1];
    // A heading and what explains it are one.
    if (before && behind === first && before.key === key && first - headed <= headingWords && !before.text.endsWith('?')) found.pop();
    else headed = first;
    behind = stop;
    let start = words.start[headed] ?? 0;
    let end = words.end[stop - 1] ?? start;
    if (words.text[start - 1] === '¿') start--;
    if (words.text[end] === '?') end++;
    if (!own.some((span) => span.start <= start && end <= span.end)) return;
    found.push(question(words.text, { start, end }, String(listed + found.length + 1), key));
    if (key !== 'other') keyed++;
  };
  /** Whether what follows is asked for: by a sentence that asked for it, or because it goes on asking. */
  let open: 'no' | 'asked' | 'goes on' = 'no';
  let before = 0;
  /** Lines that follow each other without a blank one end with the next blank one. */
  let lines = 0;
  for (let sentence = 0; sentence < words.sentences && found.length < mostQuestions; sentence++) {
    const first = words.first[sentence] ?? 0;
    const stop = words.stop[sentence] ?? 0;
    const start = words.start[first] ?? 0;
    const end = words.end[stop - 1] ?? start;
    const blank = /\n[ \t\r]*\n/u.test(words.text.slice(Math.max(before, start - 200), start));
    const known = taken.some((item) => item.start <= start && start < item.end);
    before = end;
    if (known) {
      open = 'no';
      continue;
    }
    const isQuestion = askings.isQuestion(sentence);
    const colon = ((words.nature[sentence] ?? 0) & nature.colon) !== 0;
    const asks = askings.asks(sentence);
    if (open === 'asked' && blank && lines >= 2 && !asks) open = 'no';
    const several = !asks && open !== 'asked' && !beside && askings.mayList(sentence);
    if ((!asks && open === 'no' && !several) || (beside && !isQuestion)) {
      lines = 0;
      continue;
    }
    const all = askings.parts(sentence);
    const parts = several && !listsPoints(all) ? [] : all;
    if (several && parts.length < 2 && open === 'no') continue;
    const leads = askings.leads(sentence) === 'asks';
    if (parts.length >= 2) {
      for (const part of parts) push(part.first, part.stop, part.sense.key);
      open = 'goes on';
    } else {
      const sense = askings.sense(first, stop);
      const bar = asks || open === 'asked' ? surely : alone;
      const sure = sense.likely >= bar && sense.key !== 'other' && !(colon && leads && !isQuestion);
      const wanted = (isQuestion && !beside && sense.nothing < asksBelow) || (open === 'asked' && sense.nothing < asksBelow && lines > 0);
      if (sure || wanted) {
        push(first, stop, sense.key);
        lines = blank ? 1 : lines + 1;
        if (open === 'no') open = 'goes on';
      } else {
        open = 'no';
        lines = 0;
      }
    }
    if (leads && (colon || !isQuestion) && parts.length < 2) open = 'asked';
  }
  return keyed >= 2 || found.some(({ text }) => text.endsWith('?')) ? found : [];
}

/** Whether parts name different points of an emergency surely enough to be a list of what is wanted. */
function listsPoints(parts: readonly Part[]): boolean {
  const points = new Set(parts.map(({ sense }) => sense.key).filter((key) => emergencyKeys.has(key))).size;
  return points >= 2 && parts.every(({ sense }) => sense.likely >= (points === 2 ? certain.two : certain.more));
}

const room = charSet(' _.…:');

function clean(text: string): string {
  const flat = text.replace(/\s+/gu, ' ').trim();
  return (/(?:__|\.{4}|…)$/u.test(flat.slice(-4)) ? trimTail(flat, room) : flat).slice(0, 2000);
}
