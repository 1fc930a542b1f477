import type { UnderstandingBook } from '../../data/schema/understanding';
import type { ProviderMatch, ReplyFinding } from '../assessment';
import type { Message } from '../message';
import { conceptsOf } from './automaton';
import type { Hits } from './hits';

type Input = { readonly message: Message; readonly sender: ProviderMatch | null; readonly hits: Hits; readonly book: UnderstandingBook };
export type Verdict = { readonly worthReading: boolean; readonly decide: (found: readonly ReplyFinding[]) => boolean };

/** Hosts and names of authorities: they are never a provider, whatever they write about one. */
const authority =
  /(?:^|[.@-])(?:gov|gouv|gob|govt|justice|giustizia|polizia\w*|poliziadistato|carabinieri|gdf|interno|procura\w*|tribunale|corte\w*|police|politie|politi|polizei\w*|bka|lka\w*|staatsanwaltschaft\w*|sta|justiz\w*|bund|gendarmerie\w*|interieur|parquet|tribunal\w*|guardiacivil|policia\w*|fiscal\w*|mjusticia|judicial|europol|eurojust|interpol|ministero|ministry|ministerio|ministere|openbaarministerie|om|prosecut\w*|court\w*|judiciary|mil|embassy|ambasciata|consolato)(?=[.-]|$)/u;

/**
 * Weighs whether a mail's new text is a provider's answer to an authority. Trust of the sender opens the door, what is said
 * decides; mass mail, notices to users, colleagues and other bodies are kept out.
 */
export function judge({ message, sender, hits, book }: Input): Verdict {
  const { numbers } = conceptsOf(book);
  const count = (concept: string) => hits.times[numbers.get(concept) ?? -1] ?? 0;
  const has = (concept: string) => count(concept) > 0;
  if (sender?.trust === 'lookalike') return { worthReading: false, decide: () => false };
  const host = message.from.email.slice(message.from.email.lastIndexOf('@'));
  if (host && authority.test(host)) return { worthReading: false, decide: () => false };
  if (!sender && !has('AUTHORITY_REQUEST') && !has('SELF') && !has('TO_AUTHORITY') && !has('ALERT_LAW') && !has('EPOC'))
    return { worthReading: false, decide: () => false };

  const listed = sender?.trust === 'listed';
  const counsel = sender?.matchedBy === 'counsel';
  // The person says that this is with a provider: that opens the door nearly as wide as a known address.
  const told = sender?.reasons.some((reason) => reason === 'chosen-by-person' || reason === 'said-by-case') ?? false;
  let base = listed ? 1.6 : told ? 1.3 : sender ? 0.5 : 0;
  if (counsel) base += 0.6;
  if (has('SELF')) base += listed ? 0.5 : 0.8;
  if (has('AUTHORITY_REQUEST')) base += Math.min(1.2, 0.7 + 0.2 * (count('AUTHORITY_REQUEST') - 1));
  if (has('TO_AUTHORITY')) base += 0.5;
  if (has('BULK')) base -= Math.min(3, 1.2 * count('BULK'));
  if (has('TO_USER')) base -= Math.min(3, 1.3 * count('TO_USER'));
  if (has('COLLEAGUE')) base -= Math.min(2.4, (listed ? 0.5 : 1.1) * count('COLLEAGUE'));
  if (has('REQUESTING')) base -= listed ? 0.5 : Math.min(2.5, 1.4 * count('REQUESTING'));
  if (has('OTHER_BODY') && !listed) base -= Math.min(2, 0.9 * count('OTHER_BODY'));

  return {
    worthReading: base > 0.3,
    decide: (found) => {
      const proper = found.filter(({ type }) => !ordinary.has(type));
      const weak = found.length - proper.length;
      const evidence = Math.min(2, proper.length * 1.1) + (weak > 0 ? 0.5 : 0);
      return base + evidence >= 2.4 && (found.length > 0 || (listed && has('AUTHORITY_REQUEST') && base >= 2.4));
    },
  };
}

const ordinary = new Set(['data_disclosed', 'no_records', 'acknowledgement', 'fees_reimbursement', 'other_provider', 'use_portal']);
