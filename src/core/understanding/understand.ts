import type { UnderstandingBook } from '../../data/schema/understanding';
import type { MailFacts, ProviderMatch, ReplyFinding, Split } from '../assessment';
import type { MailLanguage } from '../ids';
import type { Message } from '../message';
import { automatonOf, conceptsOf } from './automaton';
import { classify, type Reading } from './classify';
import { hitsIn } from './hits';
import { Scope } from './scope';
import { symbolsFor } from './symbols';
import { mendTypos } from './typos';
import { wordsOf } from './words';
import { factsIn } from './facts';
import { judge } from './judge';
import { emergencyPoints, questionsIn } from './questions';

export type Understanding = {
  readonly isProviderReply: boolean;
  readonly replyTypes: readonly ReplyFinding[];
  readonly facts: MailFacts;
  /** Asks of the thread that the reply passes over in silence, e.g. `preservation`. */
  readonly ignoredAsks: readonly string[];
};

/** Characters of own words that are looked at closely. */
const closely = 60_000;
const silent: Understanding = {
  isProviderReply: false,
  replyTypes: [],
  facts: { references: [], questions: [], deadlines: [], legalBasis: [], contacts: [], identifiers: [], amounts: [] },
  ignoredAsks: [],
};

/** Says what a mail is, by its own words alone. All offsets lie in own words. Linear up to the cap. */
export function understand(
  input: { readonly message: Message; readonly split: Split; readonly sender: ProviderMatch | null; readonly language: MailLanguage | null },
  book: UnderstandingBook,
): Understanding {
  const { message, split, sender } = input;
  const automaton = automatonOf(input.language ?? likeliest(message.text, split, book), book);
  const concepts = conceptsOf(book);
  const words = wordsOf(message.text, split.own, automaton, symbolsFor(book.confusables), closely);
  let hits = hitsIn(words, automaton, concepts);
  if (hits.count === 0 && !sender) return silent;
  if (!judge({ message, sender, hits, book }).worthReading) return silent;
  if (mendTypos(words, automaton, symbolsFor(book.confusables))) hits = hitsIn(words, automaton, concepts);
  const verdict = judge({ message, sender, hits, book });
  const reading: Reading = { words, hits, scope: new Scope(words, hits, concepts) };
  const questions = questionsIn(reading, split.own, book);
  const found = settle(classify(reading, book), questions, message.text);
  if (!verdict.decide(found)) return silent;
  const replyTypes: readonly ReplyFinding[] = found.length === 0 ? [{ type: 'other_provider', score: 0.3, evidence: [] }] : found;
  return { isProviderReply: true, replyTypes, facts: { ...factsIn(words), questions }, ignoredAsks: ignored(message, found) };
}

/** Characters by which the language of a text too short for its frequent words is told. */
const sample = 3000;

/** The language whose lexicon knows most of the words. */
function likeliest(text: string, { own }: Split, book: UnderstandingBook): string {
  let best = 'en';
  let most = -1;
  for (const code of Object.keys(book.lexicons)) {
    const { count, kind } = wordsOf(text, own, automatonOf(code, book), symbolsFor(book.confusables), sample);
    let known = 0;
    for (let index = 0; index < count; index++) if (kind[index] !== 0) known++;
    if (known > most || (known === most && code === 'en')) {
      most = known;
      best = code;
    }
  }
  return best;
}

const decisions = new Set([
  'jurisdiction_refusal',
  'emergency_questionnaire',
  'emergency_not_designated',
  'emergency_denied_or_more_info',
  'overbroad_or_insufficient_identifiers',
  'use_portal',
  'preservation_confirmed',
  'preservation_expiring_or_extension',
  'legal_process_required',
  'data_disclosed',
  'no_records',
  'user_notice',
  'coordination_question',
  'fees_reimbursement',
  'epoc_non_execution',
  'third_country_conflict',
  'requester_verification',
  'emergency_status_check',
  'provider_alert',
  'other_provider',
]);

/** What follows from the types together: a list of questions explains what its items ask; a receipt is no point beside a decision. */
function settle(found: readonly ReplyFinding[], questions: MailFacts['questions'], text: string): readonly ReplyFinding[] {
  const points = emergencyPoints(questions);
  let types = [...found];
  if (points >= 3 || (points >= 2 && questions.length >= 2)) {
    const first = questions[0];
    const evidence = first
      ? [{ start: first.start, end: Math.min(first.end, first.start + 200), text: text.slice(first.start, Math.min(first.end, first.start + 200)) }]
      : [];
    const known = types.find(({ type }) => type === 'emergency_questionnaire');
    types = types.filter(({ type }) => type !== 'emergency_questionnaire');
    types.push({ type: 'emergency_questionnaire', score: 0.96, evidence: [...(known?.evidence ?? []), ...evidence] });
    // What the questions themselves say is asked, not found.
    const inside = (finding: ReplyFinding) =>
      finding.evidence.every((proof) => questions.some((question) => proof.start >= question.start - 4 && proof.end <= question.end + 1));
    types = types.filter((finding) => finding.type === 'emergency_questionnaire' || !inside(finding));
    types = types.filter(({ type }) => type !== 'emergency_denied_or_more_info' || found.some((one) => one.type === type && one.score >= 0.92));
  } else types = types.filter(({ type, score }) => type !== 'emergency_questionnaire' || points >= 2 || score >= 0.9);
  if (types.some(({ type }) => decisions.has(type))) types = types.filter(({ type }) => type !== 'acknowledgement');
  return types.sort((a, b) => b.score - a.score);
}

/** The freeze that an earlier mail of ours asked for, and that the answer does not mention (R21). */
function ignored(message: Message, found: readonly ReplyFinding[]): readonly string[] {
  const asked = (message.thread ?? []).some(
    ({ text, from }) => from.email !== message.from.email && /preserv|freez|conserv|congel|sicher|einfrier|bewaar/iu.test(text.slice(0, 20_000)),
  );
  const quoted = /preserv(?:e|ation|ing)|freeze|frozen|conservazione|congelare|gel des|sichern|einfrieren|conservar/iu.test(message.text.slice(0, 40_000));
  const answered = found.some(({ type }) => type.startsWith('preservation_'));
  return (asked || quoted) && !answered ? ['preservation'] : [];
}
