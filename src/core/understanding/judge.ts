import type { UnderstandingBook } from '../../data/schema/understanding';
import type { ProviderMatch, ReplyFinding } from '../assessment';
import type { Message } from '../message';
import { conceptsOf } from './automaton';
import { correspondentsOf } from './correspondents';
import type { Hits } from './hits';

type Input = { readonly message: Message; readonly sender: ProviderMatch | null; readonly hits: Hits; readonly book: UnderstandingBook };
export type Verdict = { readonly worthReading: boolean; readonly decide: (found: readonly ReplyFinding[]) => boolean };

const never: Verdict = { worthReading: false, decide: () => false };
/** What a mail must weigh to be a provider's reply: with, and without, a sign that it has to do with an authority's request. */
const enough = 1.7;
const enoughAlone = 2.7;
/** Types that ordinary mail speaks of as well: they weigh less. */
const ordinary = new Set(['data_disclosed', 'no_records', 'acknowledgement', 'fees_reimbursement', 'other_provider', 'use_portal', 'requester_verification']);

/**
 * Weighs whether a mail's new text is a provider's answer to an authority: who writes to whom opens the door, what is said decides;
 * mass mail, notices to users, housekeeping of portals, colleagues and other bodies are kept out.
 */
export function judge({ message, sender, hits, book }: Input): Verdict {
  const { numbers } = conceptsOf(book);
  const count = (concept: string) => hits.times[numbers.get(concept) ?? -1] ?? 0;
  const has = (...concepts: readonly string[]) => concepts.some((concept) => count(concept) > 0);
  if (sender?.trust === 'lookalike') return never;
  const people = correspondentsOf(message, book.senders);
  if (people.fromAuthority) return never;

  const listed = sender?.trust === 'listed';
  // The person says that this is with a provider: that opens the door nearly as wide as a known address.
  const told = sender?.reasons.some((reason) => reason === 'chosen-by-person' || reason === 'said-by-case') ?? false;
  let weight = listed ? 1.3 : told ? 1.1 : 0;
  if (sender?.matchedBy === 'counsel') weight += 0.7;
  if (people.fromOffice || people.fromCounsel) weight += listed ? 0.3 : 0.7;
  if (people.to === 'authority') weight += 0.7;
  if (people.to === 'others') weight -= 1;
  if (has('SELF')) weight += 0.5;
  if (has('AUTHORITY_REQUEST')) weight += Math.min(0.9, 0.6 + 0.15 * (count('AUTHORITY_REQUEST') - 1));
  if (has('TO_AUTHORITY')) weight += 0.3;
  const legal = has(
    'MLA',
    'HOME_PROCESS',
    'PROCESS_KIND',
    'PROCESS',
    'EPOC',
    'ANNEX_III',
    'SECRECY_ORDER',
    'ALERT_LAW',
    'ART17',
    'EMERGENCY_BASIS',
    'PRES_ACT',
    'HOLD_PLACED',
  );
  if (legal) weight += 0.2;
  if (people.fromMass) weight -= 2;
  if (people.fromOtherBody && !listed) weight -= 2.4;
  weight -= Math.min(3, 1.2 * count('BULK'));
  weight -= Math.min(3, 1.3 * count('TO_USER'));
  weight -= Math.min(2.4, (listed ? 0.5 : 1) * count('COLLEAGUE'));
  weight -= listed ? 0.4 * Math.min(1, count('REQUESTING')) : Math.min(2.5, 1.2 * count('REQUESTING'));
  if (!listed) weight -= Math.min(2, 0.9 * count('OTHER_BODY'));
  weight -= Math.min(4, 1.6 * count('HOUSEKEEPING')) + Math.min(4, 2 * count('PHISHING')) + Math.min(3, 2 * count('OUT_OF_OFFICE'));

  const concerned = listed || people.to === 'authority' || has('TO_AUTHORITY') || legal;
  return {
    worthReading:
      weight > -1 &&
      (sender !== null ||
        people.fromOffice ||
        people.fromCounsel ||
        people.to === 'authority' ||
        has('AUTHORITY_REQUEST', 'SELF', 'TO_AUTHORITY', 'ALERT_LAW', 'EPOC') ||
        legal),
    decide: (found) => {
      const proper = found.filter(({ type }) => !ordinary.has(type)).length;
      const weak = found.length - proper;
      const said = Math.min(2, proper * 1 + weak * (proper > 0 ? 0.4 : 0.6));
      const needed = concerned ? enough : enoughAlone;
      if (found.length > 0) return weight + said >= needed;
      if (people.to === 'authority' && people.officeMailbox && !people.fromCounsel) return weight >= 1.3;
      return (listed || people.fromOffice) && people.to !== 'others' && has('AUTHORITY_REQUEST') && weight >= 1.7;
    },
  };
}
