import type { UnderstandingBook } from '../../data/schema/understanding';
import type { Evidence, Question, ReplyFinding } from '../assessment';
import type { ReplyTypeId } from '../ids';
import type { Reading, Ruled } from './classify';
import { tellingWords, type Likes } from './likeness';
import { emergencyPoints } from './questions';
import type { Likelihood } from './signs';
import { symbolsFor } from './symbols';

/** Everything by which the types of a mail are told: what rules prove, what signs say, what its sentences are like, what it asks. */
export type Told = {
  readonly reading: Reading;
  readonly ruled: Ruled;
  readonly signs: readonly Likelihood[];
  readonly likes: Likes;
  readonly questions: readonly Question[];
  /** Whether a place of the text lies in the item of a questionnaire, where words are asked, not said. */
  readonly asked: (at: number) => boolean;
};

/** From so many points of an emergency on, questions are a questionnaire. */
const questionnaire = 2;

/** Tells of a place whether it lies in the item of a questionnaire. */
export function askedIn(questions: readonly Question[]): (at: number) => boolean {
  if (emergencyPoints(questions) < questionnaire || questions.length < questionnaire) return () => false;
  return (at) => questions.some(({ start, end }) => start - 4 <= at && at < end);
}

/** Names of the marks, in the order of `marksOf`. */
export const markNames = ['best', 'next', 'rival', 'lead', 'rule', 'rule-score', 'signs', 'length', 'points', 'questions', 'others', 'outranked'] as const;
const atLeast = -8;
/** Sentences that count for how long a mail is. */
const longest = 40;
const unlikely = 0.002;
const nowhere = (): boolean => false;
const asks = (type: ReplyTypeId, { asked }: Told) => (type === 'emergency_questionnaire' ? nowhere : asked);

/** The rule that proves a type with words that are said, not asked. */
function ruleFor(type: ReplyTypeId, told: Told): ReplyFinding | undefined {
  const asked = asks(type, told);
  return told.ruled.found.find((one) => one.type === type && one.evidence.some(({ start }) => !asked(start)));
}

/** What speaks for and against each type that has example sentences, as numbers in the order of `markNames`. */
export function marksOf(told: Told): ReadonlyMap<ReplyTypeId, readonly number[]> {
  const { ruled, signs, likes, questions } = told;
  const points = emergencyPoints(questions);
  const length = Math.log1p(Math.min(longest, told.reading.words.sentences));
  const strength = likes.types.map(({ type, odds }) => odds + (ruleFor(type, told) ? 2 : 0));
  return new Map(
    likes.types.map(({ type, odds, next, rival }, index) => {
      const rule = ruleFor(type, told);
      const sign = signs.find((one) => one.type === type);
      const likely = sign && !(sign.first >= 0 && asks(type, told)(told.reading.words.start[sign.first] ?? -1)) ? sign.likely : unlikely;
      const list = type === 'emergency_questionnaire';
      const others = Math.max(atLeast, ...strength.filter((_, other) => other !== index));
      return [
        type,
        [
          odds,
          Math.max(atLeast, next),
          Math.min(4, rival),
          Math.max(0, odds - rival),
          rule ? 1 : 0,
          rule ? rule.score - 0.8 : 0,
          Math.log(Math.max(1e-4, likely) / (1 - Math.min(0.9999, likely))),
          length,
          list ? Math.min(5, points) : 0,
          list ? Math.min(6, questions.length) : 0,
          others,
          ruled.outranked.has(type) ? 1 : 0,
        ],
      ] as const;
    }),
  );
}

/** How likely each type is, from 0 to 1, as labelled mails teach. */
export function likelihoodsOf(told: Told, { weighing: { start, marks } }: UnderstandingBook): ReadonlyMap<ReplyTypeId, number> {
  const weights = markNames.map((name) => marks[name] ?? 0);
  return new Map(
    [...marksOf(told)].map(([type, values]) => {
      const sum = values.reduce((all, value, index) => all + value * (weights[index] ?? 0), start[type] ?? -4);
      return [type, 1 / (1 + Math.exp(-sum))] as const;
    }),
  );
}

/** Beside what is said as surely as this, a receipt must be likely to be a point of its own. */
const decided = 0.8;
const acknowledged = 0.6;

/**
 * The types of a mail, best first, each with its likelihood and with the shortest words that prove it: a rule's, or else those that are
 * most like the type's example sentences.
 */
export function weigh(told: Told, likelihoods: ReadonlyMap<ReplyTypeId, number>, book: UnderstandingBook): readonly ReplyFinding[] {
  const found: ReplyFinding[] = [];
  for (const [type, likely] of likelihoods) {
    if (likely < book.weighing.from) continue;
    const rule = ruleFor(type, told);
    const evidence = rule?.evidence ?? proofOf(type, told, book);
    if (evidence.length === 0) continue;
    found.push({ type, score: Math.round(Math.min(0.99, likely) * 100) / 100, evidence, about: rule?.about ?? [] });
  }
  found.sort((a, b) => b.score - a.score);
  // Thanks before a decision are courtesy.
  return (found[0]?.score ?? 0) >= decided ? found.filter(({ type, score }) => type !== 'acknowledgement' || score >= acknowledged) : found;
}

function proofOf(type: ReplyTypeId, { reading: { words }, signs, likes, questions }: Told, book: UnderstandingBook): readonly Evidence[] {
  const piece = (start: number, end: number): readonly Evidence[] => [{ start, end, text: words.text.slice(start, end) }];
  const first = questions[0];
  if (type === 'emergency_questionnaire' && first && questions.length >= 2) return piece(first.start, Math.min(first.end, first.start + 200));
  const like = likes.types.find((one) => one.type === type);
  if (like && like.sentence >= 0 && like.odds > -1.5) {
    const { from, to } = tellingWords(words, like, symbolsFor(book.confusables), book.likeness);
    return piece(words.start[from] ?? 0, words.end[to] ?? 0);
  }
  const sign = signs.find((one) => one.type === type);
  if (sign && sign.first >= 0) return piece(words.start[sign.first] ?? 0, words.end[sign.last] ?? 0);
  return like && like.sentence >= 0 ? piece(words.start[words.first[like.sentence] ?? 0] ?? 0, words.end[(words.stop[like.sentence] ?? 1) - 1] ?? 0) : [];
}
