import type { UnderstandingBook } from '../../data/schema/understanding';
import type { MailFacts, ProviderMatch, ReplyFinding, Split } from '../assessment';
import type { MailLanguage } from '../ids';
import type { Message, Span } from '../message';
import { automatonOf, conceptsOf, type Automaton } from './automaton';
import { classify, type Reading } from './classify';
import { hitsIn, type Hits } from './hits';
import { Scope } from './scope';
import { symbolsFor } from './symbols';
import { mendTypos } from './typos';
import { wordsOf, type Words } from './words';
import { joined, likeFindings, likeSayings } from './likeness';
import { factsIn } from './facts';
import { detectionSigns, isIdle, isNever, likelyReply } from './judge';
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
/** From this likelihood on a mail is taken for a provider's reply. */
const replyFrom = 0.5;
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
  if (isNever({ message, sender, book })) return silent;
  const read = scan(message.text, split.own, input.language, book);
  if ((read.hits.count === 0 && !sender) || isIdle({ message, sender, hits: read.hits, book })) return silent;
  const { words, questions, found, signs } = examine(input, read, book);
  if (likelyReply(signs, book) < replyFrom) return silent;
  const replyTypes: readonly ReplyFinding[] = found.length === 0 ? [{ type: 'other_provider', score: 0.3, evidence: [] }] : found;
  return { isProviderReply: true, replyTypes, facts: { ...factsIn(words), questions }, ignoredAsks: ignored(message, found) };
}

/** All that is found in a mail, and the signs that tell whether a provider wrote it. */
export function examine(
  {
    message,
    split,
    sender,
    language,
  }: { readonly message: Message; readonly split: Split; readonly sender: ProviderMatch | null; readonly language: MailLanguage | null },
  read: Scan | null,
  book: UnderstandingBook,
): { readonly words: Words; readonly questions: MailFacts['questions']; readonly found: readonly ReplyFinding[]; readonly signs: ReadonlySet<string> } {
  const reading = closer(read ?? scan(message.text, split.own, language, book), book);
  const questions = questionsIn(reading, split.own, book);
  const likes = likeFindings(reading.words, likeSayings(reading.words, symbolsFor(book.confusables), book.likeness), book.likeness);
  const found = settle(joined(classify(reading, book), likes, book), questions, message.text);
  return { words: reading.words, questions, found, signs: detectionSigns({ message, sender, hits: reading.hits, book }, found) };
}

type Scan = { readonly words: Words; readonly hits: Hits; readonly automaton: Automaton };

function scan(text: string, own: readonly Span[], language: string | null, book: UnderstandingBook): Scan {
  const automaton = automatonOf(language ?? likeliest(text, own, book), book);
  const words = wordsOf(text, own, automaton, symbolsFor(book.confusables), closely);
  return { words, hits: hitsIn(words, automaton, conceptsOf(book)), automaton };
}

/** The same with its mistyped words mended, ready for rules. */
function closer({ words, hits, automaton }: Scan, book: UnderstandingBook): Reading {
  const concepts = conceptsOf(book);
  const all = mendTypos(words, automaton, symbolsFor(book.confusables)) ? hitsIn(words, automaton, concepts) : hits;
  return { words, hits: all, scope: new Scope(words, all, concepts) };
}

/** What own words of a text say, whoever wrote them. */
export function readingOf(text: string, own: readonly Span[], language: string | null, book: UnderstandingBook): Reading {
  return closer(scan(text, own, language, book), book);
}

/** Characters by which the language of a text too short for its frequent words is told. */
const sample = 3000;

/** The language whose lexicon knows most of the words. */
function likeliest(text: string, own: readonly Span[], book: UnderstandingBook): string {
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

/** A receipt this sure is a point of the mail, not thanks. */
const acknowledgedFrom = 0.9;
const decisions = new Set([
  'jurisdiction_refusal',
  'emergency_denied_or_more_info',
  'preservation_expiring_or_extension',
  'legal_process_required',
  'data_disclosed',
  'no_records',
  'epoc_non_execution',
  'third_country_conflict',
  'provider_alert',
  'emergency_questionnaire',
  'emergency_not_designated',
  'use_portal',
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
    // A list of questions is full of words that would be signs elsewhere.
    types = types.filter(({ type, about, score }) => type === 'emergency_questionnaire' || (about ?? []).length > 0 || score >= 0.8);
    types = types.filter(({ type }) => type !== 'emergency_denied_or_more_info' || found.some((one) => one.type === type && one.score >= 0.92));
  } else types = types.filter(({ type, score }) => type !== 'emergency_questionnaire' || points >= 2 || score >= 0.9);
  // "It was logged as an ordinary request" acknowledges nothing.
  const routine = types.some(({ type }) => type === 'emergency_not_designated');
  // Thanks before a decision are courtesy; a reference or a wait is a point of its own.
  if (types.some(({ type }) => decisions.has(type)))
    types = types.filter(({ type, score }) => type !== 'acknowledgement' || (score >= acknowledgedFrom && !routine));
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
