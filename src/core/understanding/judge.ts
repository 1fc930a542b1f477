import type { UnderstandingBook } from '../../data/schema/understanding';
import type { ProviderMatch, ReplyFinding } from '../assessment';
import type { Message } from '../message';
import { conceptsOf } from './automaton';
import { correspondentsOf } from './correspondents';
import type { Hits } from './hits';

type Input = { readonly message: Message; readonly sender: ProviderMatch | null; readonly hits: Hits; readonly book: UnderstandingBook };

/** Types that ordinary mail speaks of as well. */
const ordinary = new Set(['data_disclosed', 'no_records', 'acknowledgement', 'fees_reimbursement', 'other_provider', 'use_portal', 'requester_verification']);

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
const others = ['BULK', 'TO_USER', 'COLLEAGUE', 'REQUESTING', 'OTHER_BODY', 'HOUSEKEEPING', 'PHISHING', 'OUT_OF_OFFICE'];
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
 * The signs by which a provider's reply is told from other mail: who writes to whom, which concepts are said, and what kinds of
 * answer were found. `detection.json` holds their weights.
 */
export function detectionSigns({ message, sender, hits, book }: Input, found: readonly ReplyFinding[]): ReadonlySet<string> {
  const signs = new Set<string>();
  const people = correspondentsOf(message, book.senders);
  const listed = sender?.trust === 'listed';
  // The person says that this is with a provider: that opens the door nearly as wide as a known address.
  const told = sender?.reasons.some((reason) => reason === 'chosen-by-person' || reason === 'said-by-case') ?? false;
  if (listed || told) signs.add('from:listed');
  else if (sender) signs.add('from:named');
  if (sender?.matchedBy === 'counsel') signs.add('from:known-counsel');
  if (people.fromOffice) signs.add('from:office');
  if (people.officeMailbox) signs.add('from:office-mailbox');
  if (people.fromCounsel) signs.add('from:counsel');
  if (people.fromMass) signs.add('from:mass');
  if (people.fromOtherBody) signs.add('from:other-body');
  signs.add(`to:${people.to}`);
  const { names } = conceptsOf(book);
  for (const [index, name] of names.entries()) {
    const times = hits.times[index] ?? 0;
    if (times > 0) signs.add(name);
  }
  const proper = found.filter(({ type }) => !ordinary.has(type));
  const what = proper.some(({ score }) => score >= 0.84)
    ? 'sure'
    : proper.length > 0
      ? 'proper'
      : found.some(({ score }) => score >= 0.8)
        ? 'likely'
        : found.length > 0
          ? 'some'
          : 'none';
  signs.add(`found:${what}`);
  if (found.length > 1) signs.add('found:several');
  for (const who of ['from:listed', 'from:office-mailbox', 'to:authority', 'to:others']) if (signs.has(who)) signs.add(`${who}-${what}`);
  const against = others.filter((name) => signs.has(name)).length;
  if (against > 0) signs.add(against > 1 ? 'against:several' : 'against:one');
  if (against > 0 && what === 'none') signs.add('against:all');
  return signs;
}

/** How likely it is that a mail with these signs is a provider's reply, from 0 to 1. */
export function likelyReply(signs: ReadonlySet<string>, book: UnderstandingBook): number {
  let sum = book.detection['start'] ?? -3;
  for (const sign of signs) sum += book.detection[sign] ?? 0;
  return 1 / (1 + Math.exp(-sum));
}
