import type { DecidingBook } from '../../data/schema/deciding';
import type { Provider } from '../../data/schema/provider';
import type { Ask, MailFacts, NextStep, ProviderMatch, Rejected, ReplyFinding, Warning } from '../assessment';
import type { Case, Instant, Profile, Tri } from '../case';
import { daysBetween, isSince } from '../deadlines';
import type { DataCategory, FlagId, ReplyTypeId } from '../ids';

/** Everything that the advice depends on. */
export type Situation = {
  readonly isProviderReply: boolean;
  readonly replyTypes: readonly ReplyTypeId[];
  readonly replies?: readonly ReplyFinding[];
  readonly facts?: MailFacts;
  readonly match: ProviderMatch | null;
  readonly provider: Provider | null;
  readonly case: Case;
  readonly profile?: Profile;
  readonly now: Instant;
  readonly messageDate?: string;
  readonly ignoredAsks?: readonly string[];
};

export type Advice = {
  readonly nextSteps: readonly NextStep[];
  readonly asks: readonly Ask[];
  readonly rejected: readonly Rejected[];
  readonly warnings: readonly Warning[];
};

/** Why a European Production Order can't be used: key of a text; null when it can. */
export type OrderBar = null | 'before-2026' | 'not-bound' | 'no-addressee' | 'denmark' | 'same-state' | 'irish-act' | 'not-in-union';

/** The situation with what follows from it: who, where, which instruments exist on this day between these states. */
export type Facts = {
  readonly situation: Situation;
  readonly country: string;
  readonly zone: string;
  readonly seat: string | null;
  readonly addressee: string | null;
  readonly emergency: Case['emergency'];
  /** True while life may be at risk: said, or not denied by the person in an answer that is about an emergency. */
  readonly urgent: boolean;
  readonly categories: readonly DataCategory[];
  readonly categoriesKnown: boolean;
  readonly wantsContent: boolean;
  /** Traffic beyond identification, or content: a judge has to sign. */
  readonly wantsJudged: boolean;
  readonly wantsSimple: boolean;
  readonly orderBar: OrderBar;
  /** Traffic and content pass the threshold of Art. 5(4); null: not known. */
  readonly threshold: boolean | null;
  readonly agreement: boolean;
  readonly hold: 'held' | 'ending' | 'none' | 'requested' | 'expired';
  readonly flag: (id: FlagId) => Tri;
};

const urgentReplies = new Set<ReplyTypeId>([
  'emergency_questionnaire',
  'emergency_not_designated',
  'emergency_denied_or_more_info',
  'emergency_status_check',
  'provider_alert',
]);

/** Works the situation out once, so that every rule reads the same facts. */
export function factsOf(situation: Situation, book: DecidingBook): Facts {
  const { case: facts, provider, profile, now } = situation;
  const known = (code: string | undefined | null): string | null => (code ? (book.countries.aliases[code.toUpperCase()] ?? code.toUpperCase()) : null);
  const flag = (id: FlagId): Tri => facts.flags?.[id] ?? book.flags.find((one) => one.id === id)?.default ?? 'unknown';
  const country = known(profile?.country) ?? '';
  const seat = known(facts.providerSeat) ?? provider?.seat ?? null;
  const told = facts.euAddressee;
  const addressee = told === null ? null : told && told !== 'unknown' ? known(told) : (provider?.euAddressee.state ?? null);
  const categories = facts.dataCategories ?? [];
  const wanted: readonly DataCategory[] = categories.length > 0 ? categories : ['subscriber', 'identification'];
  const threshold = facts.offence
    ? facts.offence.terrorism || facts.offence.listed || (facts.offence.maxYears ?? -1) >= 3
      ? true
      : facts.offence.maxYears === undefined
        ? null
        : false
    : null;
  return {
    situation,
    country,
    zone: profile?.timeZone ?? book.countries.zones[country] ?? 'UTC',
    seat,
    addressee,
    emergency: facts.emergency,
    urgent: facts.emergency === 'now' || (facts.emergency === 'unknown' && situation.replyTypes.some((type) => urgentReplies.has(type))),
    categories: wanted,
    categoriesKnown: categories.length > 0,
    wantsContent: wanted.includes('content'),
    wantsJudged: wanted.includes('content') || wanted.includes('traffic'),
    wantsSimple: wanted.includes('subscriber') || wanted.includes('identification'),
    orderBar: orderBar({ country, addressee, now, book, flag }),
    threshold,
    agreement: seat === 'US' && country in book.countries.agreements && isSince(now, book.countries.agreements[country] ?? '9999-12-31'),
    hold: holdState(facts, now),
    flag,
  };
}

function orderBar(input: {
  readonly country: string;
  readonly addressee: string | null;
  readonly now: Instant;
  readonly book: DecidingBook;
  readonly flag: (id: FlagId) => Tri;
}): OrderBar {
  const { country, addressee, now, book, flag } = input;
  const { bound, notBound } = book.countries;
  if (notBound.includes(country)) return 'not-bound';
  if (!bound.includes(country)) return 'not-in-union';
  if (addressee !== null && addressee === country) return 'same-state';
  if (!isSince(now, '2026-08-18') || flag('F8') === false) return 'before-2026';
  if (addressee === null) return 'no-addressee';
  if (notBound.includes(addressee)) return 'denmark';
  if (!bound.includes(addressee)) return 'no-addressee';
  if (addressee === 'IE' && flag('F4') === false) return 'irish-act';
  return null;
}

function holdState(facts: Case, now: Instant): Facts['hold'] {
  const { preservation } = facts;
  if (!preservation || preservation.state === 'none') return 'none';
  if (preservation.state === 'expired') return 'expired';
  if (preservation.state === 'requested') return 'requested';
  if (!preservation.expires) return 'held';
  const left = daysBetween(now, preservation.expires);
  return left < 0 ? 'expired' : left <= 14 ? 'ending' : 'held';
}
