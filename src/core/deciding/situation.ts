import type { DecidingBook } from '../../data/schema/deciding';
import type { Provider } from '../../data/schema/provider';
import type { Ask, MailFacts, NextStep, ProviderMatch, Rejected, ReplyFinding, Warning } from '../assessment';
import type { Case, Instant, Profile, Role, Tri } from '../case';
import { daysBefore, daysBetween, dateIn } from '../deadlines';
import type { DataCategory, FlagId, ReplyTypeId } from '../ids';
import { entryOf } from './fill';

/** From this score on, a second type of a reply is right nine times in ten on mails kept apart; below, about every other time. */
const sureFrom = 0.85;

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
  /** The sender's own words, for the shades that a type alone doesn't tell (`data/signals.json`). */
  readonly words?: string;
  /** What the office counts otherwise than the data do; no law. */
  readonly heuristics?: Heuristics;
  /** Looks such a shade up; filled in once, so that alternatives don't read the mail again. */
  readonly shade?: (id: string) => boolean;
};

/** The office's own figures for when to chase, to lodge, to expect assistance; each may be absent. */
export type Heuristics = Readonly<Partial<Record<HeuristicId, number>>>;
export const heuristicIds = ['chaseFirstHours', 'chaseSecondHours', 'chaseOrdinaryDays', 'chaseOrderDays', 'lodgeByDay', 'assistanceDays'] as const;
export type HeuristicId = (typeof heuristicIds)[number];

export type Advice = {
  readonly nextSteps: readonly NextStep[];
  readonly asks: readonly Ask[];
  readonly rejected: readonly Rejected[];
  readonly warnings: readonly Warning[];
};

/** Why a European Production Order can't be used: key of a text; null when it can. */
export type OrderBar = null | 'before-2026' | 'not-bound' | 'no-addressee' | 'denmark' | 'same-state' | 'irish-act' | 'not-in-union';
export type Hold = 'held' | 'ending' | 'none' | 'requested' | 'expired';

/** The situation with what follows from it: who, where, which instruments exist on this day between these states. */
export type Facts = {
  readonly situation: Situation;
  readonly book: DecidingBook;
  /** ISO 3166-1 alpha-2; empty when the person has not said for which state they act. */
  readonly country: string;
  readonly role: Role;
  /** IANA zone of the requester. */
  readonly zone: string;
  /** The day on which the requester reads the reply, ISO date in their zone: what is in force is in force by it. */
  readonly today: string;
  readonly seat: string | null;
  readonly addressee: string | null;
  readonly emergency: Case['emergency'];
  /** `now`: life may be at risk, said or not denied in an answer about an emergency · `ended` · `none`. */
  readonly danger: 'now' | 'none' | 'ended';
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
  readonly hold: Hold;
  /** End of the hold, ISO 8601 date, by the mail or else by the case. */
  readonly holdEnds: string | null;
  readonly flag: (id: FlagId) => Tri;
};

const urgentReplies = new Set<ReplyTypeId>([
  'emergency_questionnaire',
  'emergency_not_designated',
  'emergency_denied_or_more_info',
  'emergency_status_check',
  'provider_alert',
]);
/** Days before its end from which a hold counts as ending (D15). */
export const endingWithinDays = 14;

/** Works the situation out once, so that every rule reads the same facts. */
export function factsOf(situation: Situation, given: DecidingBook): Facts {
  const book = situation.heuristics ? { ...given, settings: { ...given.settings, ...situation.heuristics } } : given;
  const { case: facts, provider, profile, now } = situation;
  const known = (code: string | undefined | null): string | null => (code ? (book.countries.aliases[code.toUpperCase()] ?? code.toUpperCase()) : null);
  const flag = (id: FlagId): Tri => facts.flags?.[id] ?? entryOf(book.flags, id)?.default ?? 'unknown';
  const country = known(profile?.country) ?? '';
  const zone = profile?.timeZone ?? book.countries.zones[country] ?? 'UTC';
  const today = dateIn(now, zone);
  const seat = known(facts.providerSeat) ?? provider?.seat ?? null;
  const told = facts.euAddressee;
  // A company seated in a bound state has its addressee there, unless the directory or the person says otherwise.
  const atHome = seat !== null && book.countries.bound.includes(seat) ? seat : null;
  const addressee = told === null ? null : told && told !== 'unknown' ? known(told) : (provider?.euAddressee.state ?? atHome);
  const categories = facts.dataCategories ?? [];
  const wanted: readonly DataCategory[] = categories.length > 0 ? categories : ['subscriber', 'identification'];
  const urgent = facts.emergency === 'now' || (facts.emergency === 'unknown' && situation.replyTypes.some((type) => urgentReplies.has(type)));
  return {
    situation,
    book,
    country,
    role: profile?.role ?? 'prosecutor',
    zone,
    today,
    seat,
    addressee,
    emergency: facts.emergency,
    danger: facts.emergency === 'ended' ? 'ended' : urgent ? 'now' : 'none',
    urgent,
    categories: wanted,
    categoriesKnown: categories.length > 0,
    wantsContent: wanted.includes('content'),
    wantsJudged: wanted.includes('content') || wanted.includes('traffic'),
    wantsSimple: wanted.includes('subscriber') || wanted.includes('identification'),
    orderBar: orderBar({ country, seat, addressee, today, book, flag }),
    threshold: thresholdOf(facts),
    agreement: seat === 'US' && agreementWith(country, today, book, flag),
    ...holdOf(situation, book),
    flag,
  };
}

/** Art. 5(4) Reg. (EU) 2023/1543: three years at least, or a listed offence; null: not known. */
function thresholdOf({ offence }: Case): boolean | null {
  if (!offence) return null;
  if (offence.terrorism || offence.listed || (offence.maxYears ?? -1) >= 3) return true;
  return offence.maxYears === undefined ? null : false;
}

/** An executive agreement with the United States in force for the requester's state on the day (ISO date). */
export function agreementWith(country: string, today: string, book: DecidingBook, flag: (id: FlagId) => Tri): boolean {
  const since = book.countries.agreements[country];
  if (since) return today >= since;
  return flag('F3') === true && [...book.countries.bound, ...book.countries.notBound].includes(country);
}

function orderBar(input: {
  readonly country: string;
  readonly seat: string | null;
  readonly addressee: string | null;
  readonly today: string;
  readonly book: DecidingBook;
  readonly flag: (id: FlagId) => Tri;
}): OrderBar {
  const { country, seat, addressee, today, book, flag } = input;
  const { bound, notBound } = book.countries;
  if (country !== '' && (seat === country || addressee === country)) return 'same-state';
  if (notBound.includes(country)) return 'not-bound';
  if (!bound.includes(country)) return 'not-in-union';
  if (today < book.countries.ordersSince || flag('F8') === false) return 'before-2026';
  if (addressee === null) return 'no-addressee';
  if (notBound.includes(addressee)) return 'denmark';
  if (!bound.includes(addressee)) return 'no-addressee';
  if (addressee === 'IE' && flag('F4') === false) return 'irish-act';
  return null;
}

/** The hold as the case has it, corrected by what the mail itself says about it. */
function holdOf(situation: Situation, book: DecidingBook): { readonly hold: Hold; readonly holdEnds: string | null } {
  const { now } = situation;
  const replyTypes = sureTypes(situation);
  const { preservation } = situation.case;
  // A date on or before the mail's own is when the hold began, not when it ends, unless the mail says that it is over.
  const named = situation.facts?.expiry;
  const begun = named !== undefined && situation.messageDate !== undefined && Date.parse(named) <= Date.parse(situation.messageDate);
  const over = replyTypes.includes('preservation_expiring_or_extension');
  const dated = [begun && !over ? undefined : named, preservation?.expires].find((date) => date !== undefined && Number.isFinite(Date.parse(date)));
  const end = dated ?? usualEnd(situation);
  const byDate = (): Hold => {
    if (!end) return 'held';
    const left = daysBetween(now, end.length === 10 ? `${end}T23:59:59Z` : end);
    return left < 0 ? 'expired' : left < endingWithinDays + 1 ? 'ending' : 'held';
  };
  const told = (): Hold => {
    if (!preservation || preservation.state === 'none') return 'none';
    return preservation.state === 'confirmed' ? byDate() : preservation.state;
  };
  const says = (type: ReplyTypeId, concept: string) => situation.replies?.some((one) => one.type === type && one.about?.includes(concept)) ?? false;
  if (replyTypes.includes('preservation_expiring_or_extension')) {
    if (says('preservation_expiring_or_extension', 'RELEASED')) return { hold: 'expired', holdEnds: end };
    if (signals(situation, 'extension-granted', book)) return { hold: byDate(), holdEnds: end };
    // A confirmation that also names the day on which the hold ends is no warning.
    if (replyTypes.includes('preservation_confirmed') && !says('preservation_expiring_or_extension', 'EXTEND_NO')) return { hold: byDate(), holdEnds: end };
    return { hold: 'ending', holdEnds: end };
  }
  if (replyTypes.includes('preservation_confirmed')) return { hold: dated || preservation?.state === 'confirmed' ? byDate() : 'held', holdEnds: end };
  return { hold: told(), holdEnds: end };
}

/** A refusal that speaks of foreign law is no objection to a European order when nothing in the mail speaks of one. */
export function withoutEmptyObjection(situation: Situation, book: DecidingBook): Situation {
  const { replyTypes, replies, words } = situation;
  const objection: ReplyTypeId = 'third_country_conflict';
  if (!words || !replyTypes.includes(objection) || signals(situation, 'european-order', book)) return situation;
  if (!replyTypes.some((type) => type === 'jurisdiction_refusal' || type === 'legal_process_required' || type === 'user_notice')) return situation;
  return {
    ...situation,
    replyTypes: replyTypes.filter((type) => type !== objection),
    ...(replies ? { replies: replies.filter(({ type }) => type !== objection) } : {}),
  };
}

/** The types that the reading is sure of; all of them when it is sure of none. */
export function sureTypes({ replyTypes, replies }: Situation): readonly ReplyTypeId[] {
  const sure = replies?.filter(({ score }) => score >= sureFrom) ?? [];
  return sure.length === 0 ? replyTypes : replyTypes.filter((type) => sure.some((one) => one.type === type));
}

/** The end of a confirmed hold of which only the beginning is known: what the provider, or § 2703(f) for a US company, usually gives. */
function usualEnd({ case: { preservation, providerSeat }, provider }: Situation): string | null {
  if (preservation?.state !== 'confirmed' || !preservation.since || !Number.isFinite(Date.parse(preservation.since))) return null;
  const days = provider?.preservation.days ?? ((providerSeat ?? provider?.seat) === 'US' ? 90 : null);
  const renewal = provider?.preservation.renewalDays ?? days;
  return days === null ? null : daysBefore(preservation.since, -(days + (preservation.renewals ?? 0) * (renewal ?? days)));
}

/** True when the mail's own words carry a shade that `data/signals.json` names. */
export function signals(situation: Situation, id: string, book: DecidingBook): boolean {
  return (situation.shade ?? shades(situation, book))(id);
}

/** A look-up of shades in the mail's own words, or else in its evidence, that reads them once. */
export function shades(situation: Situation, book: DecidingBook): (id: string) => boolean {
  const found = new Map<string, boolean>();
  let words: string | undefined;
  return (id) => {
    const known = found.get(id);
    if (known !== undefined) return known;
    words ??= normal(situation.words ?? situation.replies?.flatMap(({ evidence }) => evidence.map(({ text }) => text)).join('\n') ?? '');
    const said = words !== '' && (book.signals[id] ?? []).some((phrase) => words?.includes(phrase));
    found.set(id, said);
    return said;
  };
}

function normal(text: string): string {
  return text.slice(0, 20_000).toLowerCase().replace(/[’ʼ]/gu, "'").replace(/\s+/gu, ' ');
}
