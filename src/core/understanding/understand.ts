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
import { likeSayings } from './likeness';
import { weighSigns } from './signs';
import { askedIn, likelihoodsOf, weigh, type Told } from './weighing';
import { factsIn } from './facts';
import { detectionSigns, isIdle, isNever, likelyReply } from './judge';
import { questionsIn } from './questions';

export type Understanding = {
  readonly isProviderReply: boolean;
  readonly replyTypes: readonly ReplyFinding[];
  readonly facts: MailFacts;
  /** Asks of the thread that the reply passes over in silence, e.g. `preservation`. */
  readonly ignoredAsks: readonly string[];
};

/** Characters of own words that are looked at closely. */
const closely = 60_000;
/** Signs this likely name the words that speak for a type. */
const proofFrom = 0.3;
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
  const { told, found, signs } = examine(input, read, book);
  if (likelyReply(signs, book) < replyFrom) return silent;
  const replyTypes: readonly ReplyFinding[] = found.length === 0 ? [{ type: 'other_provider', score: 0.3, evidence: [] }] : found;
  return {
    isProviderReply: true,
    replyTypes,
    facts: { ...factsIn(told.reading.words), questions: told.questions },
    ignoredAsks: ignored(message, found),
  };
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
): { readonly told: Told; readonly found: readonly ReplyFinding[]; readonly signs: ReadonlyMap<string, number> } {
  const reading = closer(read ?? scan(message.text, split.own, language, book), book);
  const questions = questionsIn(reading, split.own, book);
  const asked = askedIn(questions);
  const told: Told = {
    reading,
    questions,
    asked,
    ruled: classify(reading, book),
    signs: weighSigns(reading, book, proofFrom),
    likes: likeSayings(reading.words, symbolsFor(book.confusables), book.likeness, (sentence) =>
      asked(reading.words.start[reading.words.first[sentence] ?? 0] ?? -1),
    ),
  };
  const likelihoods = likelihoodsOf(told, book);
  const found = weigh(told, likelihoods, book);
  return { told, found, signs: detectionSigns({ message, sender, hits: reading.hits, book }, [...likelihoods.values()], told.likes, split.quoted) };
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

/** The freeze that an earlier mail of ours asked for, and that the answer does not mention (R21). */
function ignored(message: Message, found: readonly ReplyFinding[]): readonly string[] {
  const asked = (message.thread ?? []).some(
    ({ text, from }) => from.email !== message.from.email && /preserv|freez|conserv|congel|sicher|einfrier|bewaar/iu.test(text.slice(0, 20_000)),
  );
  const quoted = /preserv(?:e|ation|ing)|freeze|frozen|conservazione|congelare|gel des|sichern|einfrieren|conservar/iu.test(message.text.slice(0, 40_000));
  const answered = found.some(({ type }) => type.startsWith('preservation_'));
  return (asked || quoted) && !answered ? ['preservation'] : [];
}
