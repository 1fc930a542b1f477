import type { UnderstandingBook } from '../../data/schema/understanding';
import type { ProviderMatch } from '../assessment';
import type { Message, Span } from '../message';
import { conceptsOf } from './automaton';
import { answersAuthority, correspondentsOf } from './correspondents';
import type { Hits } from './hits';
import type { Likes } from './likeness';

type Input = { readonly message: Message; readonly sender: ProviderMatch | null; readonly hits: Hits; readonly book: UnderstandingBook };

/** True when a mail can't be a provider's reply, whatever it says: an impostor or an authority writes. */
export function isNever({ message, sender, book }: Omit<Input, 'hits'>): boolean {
  return sender?.trust === 'lookalike' || correspondentsOf(message, book.senders).fromAuthority;
}

/** True when nothing in a mail, nor in who writes it to whom, has to do with an authority's request: the closer look is spared. */
export function isIdle({ message, sender, hits, book }: Input): boolean {
  if (sender) return false;
  const people = correspondentsOf(message, book.senders);
  if (people.fromOffice || people.fromCounsel || people.to === 'authority') return false;
  const { numbers } = conceptsOf(book);
  return !telling.some((concept) => (hits.times[numbers.get(concept) ?? -1] ?? 0) > 0);
}

/** What other kinds of mail say. */
export const otherMail = ['BULK', 'TO_USER', 'COLLEAGUE', 'REQUESTING', 'OTHER_BODY', 'HOUSEKEEPING', 'PHISHING', 'OUT_OF_OFFICE'];
const telling = [
  'AUTHORITY_REQUEST',
  'SELF',
  'TO_AUTHORITY',
  'ALERT_LAW',
  'EPOC',
  'MLA',
  'HOME_PROCESS',
  'PROCESS_KIND',
  'PROCESS',
  'ANNEX_III',
  'ART17',
  'PRES_ACT',
  'EMERGENCY_BASIS',
  'ALERT_USER',
];

/**
 * The signs by which a provider's reply is told from other mail, each with its strength: who writes to whom, which concepts are said, what
 * kinds of answer were found, how its sentences sound. `detection.json` holds their weights.
 */
export function detectionSigns(
  { message, sender, hits, book }: Input,
  likelihoods: readonly number[],
  likes: Likes,
  quoted: readonly Span[],
): ReadonlyMap<string, number> {
  const signs = new Map<string, number>();
  const add = (name: string, strength = 1): void => void signs.set(name, strength);
  const people = correspondentsOf(message, book.senders);
  const listed = sender?.trust === 'listed';
  // The person says that this is with a provider: that opens the door nearly as wide as a known address.
  const told = sender?.reasons.some((reason) => reason === 'chosen-by-person' || reason === 'said-by-case') ?? false;
  if (listed || told) add('from:listed');
  else if (sender) add('from:named');
  if (sender?.matchedBy === 'counsel') add('from:known-counsel');
  if (people.fromOffice) add('from:office');
  if (people.officeMailbox) add('from:office-mailbox');
  if (people.fromCounsel) add('from:counsel');
  if (people.fromMass) add('from:mass');
  if (people.fromOtherBody) add('from:other-body');
  if (people.to === 'others') add('to:others');
  if (answersAuthority(message, quoted, book.senders)) add('answers:authority');
  if (answering.test(message.subject)) add('subject:answers');
  const { names } = conceptsOf(book);
  for (const [index, name] of names.entries()) if ((hits.times[index] ?? 0) > 0) add(name);
  const odds = likes.types.map((like) => like.odds).toSorted((a, b) => b - a);
  add('like:best', Math.max(-3, odds[0] ?? -3));
  add('like:second', Math.max(-3, odds[1] ?? -3));
  const likely = likelihoods.toSorted((a, b) => b - a);
  add('found:best', logit(likely[0] ?? 0));
  add('found:second', logit(likely[1] ?? 0));
  add('voice:mean', likes.voice.mean);
  add('voice:most', likes.voice.most);
  add('voice:least', likes.voice.least);
  add('voice:sum', likes.voice.sum);
  return signs;
}

/** How the subject of an answer begins, in the mail programs of Europe. */
const answering = /^\s{0,4}(?:re|r|aw|antw|sv|rif|ref|tr|res|odp)\s?:/iu;
function logit(likely: number): number {
  const inside = Math.min(0.999, Math.max(0.001, likely));
  return Math.log(inside / (1 - inside));
}

/** How likely it is that a mail with these signs is a provider's reply, from 0 to 1. */
export function likelyReply(signs: ReadonlyMap<string, number>, book: UnderstandingBook): number {
  let sum = book.detection['start'] ?? -3;
  for (const [sign, strength] of signs) sum += strength * (book.detection[sign] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}
