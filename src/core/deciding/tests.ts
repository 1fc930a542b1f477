import type { Condition } from '../../data/schema/deciding';
import { daysBetween, hoursBetween } from '../deadlines';
import type { ReplyTypeId } from '../ids';
import { signals, type Facts, type Situation } from './situation';

/**
 * The harder conditions of the rows, by name: each reads the facts and nothing else. A row's `test` wants them true, its `not`
 * wants them false. The names are part of the data: `data/schema/deciding.ts` lists them.
 */
export const tests: Readonly<Record<TestName, (facts: Facts) => boolean>> = {
  /** The reply turns the request down, or the emergency lane is closed to it, or there is none yet: the binding instrument is next. */
  refused: (facts) =>
    nothingAnswered(facts) ||
    says(facts, 'jurisdiction_refusal', 'legal_process_required') ||
    (facts.danger !== 'now' && atTheDoor(facts)) ||
    orderNotInForce(facts),
  /** A binding instrument is what comes next. */
  process: (facts) =>
    facts.danger === 'ended' ||
    tests.refused(facts) ||
    facts.hold === 'ending' ||
    says(facts, 'preservation_confirmed', 'preservation_expiring_or_extension', 'provider_alert'),
  'emergency-door': (facts) => atTheDoor(facts),
  /** An emergency request has still to be made: nothing in the reply shows that one is being handled. */
  edr: (facts) => {
    if (atTheDoor(facts)) return false;
    // A provider that warns gives what it knows of; the rest still has to be asked for.
    if (says(facts, 'provider_alert')) return true;
    if (says(facts, 'data_disclosed')) return false;
    if (nothingAnswered(facts) || says(facts, 'jurisdiction_refusal', 'legal_process_required')) return true;
    return only(
      facts,
      'preservation_confirmed',
      'preservation_expiring_or_extension',
      'coordination_question',
      'other_provider',
      'epoc_non_execution',
      'third_country_conflict',
    );
  },
  /** There is something that a hold could keep. */
  'to-freeze': (facts) => {
    if (facts.danger === 'ended' || orderNotInForce(facts)) return true;
    if (tests['policy-only'](facts)) return false;
    const kept: readonly ReplyTypeId[] = tests.encrypted(facts)
      ? ['data_disclosed', 'epoc_non_execution', 'third_country_conflict']
      : ['data_disclosed', 'epoc_non_execution', 'third_country_conflict', 'no_records'];
    return !only(facts, ...kept);
  },
  /** The provider has data of the account at all. */
  'data-there': (facts) => !only(facts, 'no_records') || tests.encrypted(facts),
  'only-a-receipt': (facts) => only(facts, 'acknowledgement', 'other_provider'),
  'only-unlisted': (facts) => only(facts, 'other_provider'),
  /** No answer within the office's setting: in danger counted from the request, else from the receipt. */
  overdue: (facts) => {
    const { messageDate, case: known, now } = facts.situation;
    const { chaseFirstHours, chaseOrdinaryDays, chaseOrderDays } = facts.book.settings;
    const dates = [messageDate, known.firstRequest].filter((date): date is string => date !== undefined && Number.isFinite(Date.parse(date)));
    if (dates.length === 0) return false;
    if (facts.danger === 'now') return dates.some((date) => hoursBetween(date, now) >= chaseFirstHours);
    return daysBetween(dates[0] ?? now, now) >= (facts.orderBar === null ? chaseOrderDays : chaseOrdinaryDays);
  },
  /** D14: the mail confirms a hold, or that one was extended. */
  'hold-confirmed-here': (facts) =>
    says(facts, 'preservation_confirmed') ||
    (says(facts, 'preservation_expiring_or_extension') && facts.hold === 'held' && signals(facts.situation, 'extension-granted', facts.book)),
  /** T5: the hold ends before mutual legal assistance usually does. */
  'hold-short-for-mla': (facts) =>
    facts.hold === 'held' && facts.holdEnds !== null && daysBetween(facts.situation.now, facts.holdEnds) < facts.book.settings.assistanceDays,
  'no-extension': (facts) => about(facts, 'preservation_expiring_or_extension', 'EXTEND_NO'),
  /** D15: a further renewal is not a right; the network has to carry it. */
  'renewed-before': (facts) => (facts.situation.case.preservation?.renewals ?? 0) >= 1 || tests['no-extension'](facts),
  /** Points of contact of the Budapest Convention on both sides, or the provider's state is not known yet. */
  network: (facts) => {
    if (facts.seat !== null && facts.seat === facts.country) return false;
    const { budapest } = facts.book.countries;
    const party = (state: string) => (budapest[state] ?? '9999') <= facts.today;
    return (facts.country === '' || party(facts.country)) && (facts.seat === null || party(facts.seat));
  },
  'us-agency': (facts) => facts.seat === 'US' && facts.country !== 'US',
  /** Content goes to a US agency only; and a refusal needs a second door. */
  'us-agency-due': (facts) =>
    facts.wantsContent ||
    (tests['only-a-receipt'](facts) && tests.overdue(facts)) ||
    says(facts, 'jurisdiction_refusal', 'emergency_denied_or_more_info', 'legal_process_required', 'coordination_question'),
  'us-agency-due-with-order': (facts) => facts.wantsContent || says(facts, 'emergency_denied_or_more_info', 'coordination_question'),
  agreement: (facts) => facts.agreement && facts.orderBar !== 'same-state',
  'own-seat': (facts) => facts.seat !== null && facts.seat === facts.country,
  /** Mutual legal assistance is the binding way, at least for some of the data. */
  mla: (facts) => {
    if (facts.orderBar === 'same-state' || tests.agreement(facts)) return false;
    return facts.orderBar !== null || (facts.wantsJudged && facts.threshold === false);
  },
  /** A production order may be issued for some of the data wanted. */
  orderable: (facts) => facts.wantsSimple || facts.threshold !== false,
  'judge-needed': (facts) => facts.wantsJudged && facts.threshold !== false && facts.role !== 'judge',
  /** The Regulation applies to the requester on the day, whoever the addressee is: somebody answered an order. */
  regulation: (facts) => facts.orderBar === null || facts.orderBar === 'no-addressee',
  'too-broad': (facts) => {
    const type = 'overbroad_or_insufficient_identifiers';
    return says(facts, type) && (about(facts, type, 'BROAD', 'NARROW', 'SCOPE', 'DATES') || !about(facts, type, 'IDENT', 'FORMAL', 'GIVE_VALID', 'FIND'));
  },
  'bad-identifier': (facts) => about(facts, 'overbroad_or_insufficient_identifiers', 'IDENT', 'FORMAL', 'FIND', 'SEARCH'),
  'wrong-entity': (facts) => otherEntity(facts) || about(facts, 'other_provider', 'OTHER_COMPANY'),
  'wrong-channel': (facts) => says(facts, 'use_portal') && (!otherEntity(facts) || about(facts, 'use_portal', 'PORTAL', 'LANGUAGE_RULE')),
  /** Content that nobody but the parties can read (D18). */
  encrypted: (facts) =>
    says(facts, 'no_records') &&
    (facts.situation.replies?.some(({ type }) => type === 'no_records')
      ? about(facts, 'no_records', 'E2EE')
      : facts.situation.provider?.endToEndEncrypted === true && facts.wantsContent),
  /** D32: the person is outside the Union, or the offence touches another state. */
  'another-state-concerned': (facts) => {
    const { aliases, bound, notBound } = facts.book.countries;
    const state = (code: string | undefined) => (code ? (aliases[code.toUpperCase()] ?? code.toUpperCase()) : null);
    const { suspectResidesIn, offenceIn } = facts.situation.case;
    const person = state(suspectResidesIn);
    const place = state(offenceIn);
    if (place !== null && facts.country !== '' && place !== facts.country) return true;
    return person !== null && person !== facts.country && ![...bound, ...notBound].includes(person);
  },
  /** D34: only about what the provider publishes or how it handles requests in general. */
  'policy-only': (facts) => only(facts, 'other_provider', 'acknowledgement') && signals(facts.situation, 'policy-dispute', facts.book),
  /** The freeze was asked for in the thread and passed over (R21). */
  'freeze-ignored': (facts) => facts.hold === 'requested' || (facts.situation.ignoredAsks?.includes('preservation') ?? false),
  /** The reasons of Annex III, by what the form or the letter says. */
  'annex-not-stored': (facts) => signals(facts.situation, 'annex-iii-not-stored', facts.book),
  'annex-authority': (facts) => signals(facts.situation, 'annex-iii-authority', facts.book),
  'annex-service': (facts) => signals(facts.situation, 'annex-iii-service', facts.book),
  'annex-privilege': (facts) => signals(facts.situation, 'annex-iii-privilege', facts.book),
  'annex-offence': (facts) => signals(facts.situation, 'annex-iii-offence', facts.book),
  /** Only what no correction mends: the data were not there, or the service is outside. */
  'annex-beyond-correction': (facts) =>
    (tests['annex-not-stored'](facts) || tests['annex-service'](facts)) && !signals(facts.situation, 'annex-iii-incomplete', facts.book),
  /** The objection rests on the bar to disclosing content, which subscriber and identification data don't meet. */
  'content-bar': (facts) => signals(facts.situation, 'content-bar', facts.book) && !signals(facts.situation, 'storage-abroad', facts.book),
  'irish-addressee': (facts) => facts.addressee === 'IE',
  /** Art. 8(2) Reg. (EU) 2023/1543: the offence is the issuing state's and the person resides there. Both, or the enforcing authority is told. */
  'both-limbs': (facts) => {
    const { aliases } = facts.book.countries;
    const own = (code: string | undefined) => code !== undefined && (aliases[code.toUpperCase()] ?? code.toUpperCase()) === facts.country;
    return own(facts.situation.case.offenceIn) && own(facts.situation.case.suspectResidesIn);
  },
  'below-threshold': (facts) => facts.threshold === false,
  'threshold-unknown': (facts) => facts.threshold === null,
  'provider-encrypted': (facts) => facts.situation.provider?.endToEndEncrypted === true,
  /** Long enough since the first request for data to have gone: the office's first warning period. */
  'weeks-passed': ({ situation, book }) => {
    const { firstRequest } = situation.case;
    return firstRequest !== undefined && daysBetween(firstRequest, situation.now) >= Math.max(...book.settings.renewDays);
  },
  'unlisted-sender': (facts) => facts.situation.match?.trust === 'unlisted',
};

export type TestName = NonNullable<Condition['test']>[number];

/** True when the reply is of one of these types. */
export function says(facts: Facts, ...types: readonly ReplyTypeId[]): boolean {
  return saysIn(facts.situation, types);
}

/** The same for a reply by itself. */
export function saysIn({ replyTypes }: Pick<Situation, 'replyTypes'>, types: readonly ReplyTypeId[]): boolean {
  return replyTypes.some((type) => types.includes(type));
}

/** True when the rules that found a type met one of these concepts. */
export function about(facts: Facts, type: ReplyTypeId, ...concepts: readonly string[]): boolean {
  return aboutIn(facts.situation, type, concepts);
}

/** The same for a reply by itself. */
export function aboutIn({ replies }: Pick<Situation, 'replies'>, type: string, concepts: readonly string[]): boolean {
  return replies?.some((reply) => reply.type === type && reply.about?.some((concept) => concepts.includes(concept))) ?? false;
}

/** No answer is there yet: the advice is for the first request. */
function nothingAnswered(facts: Facts): boolean {
  return facts.situation.replyTypes.length === 0;
}

/** The channel is wrong because the company is: R7 rather than R8. */
function otherEntity(facts: Facts): boolean {
  return about(facts, 'use_portal', 'ENTITY') || (says(facts, 'use_portal') && signals(facts.situation, 'other-entity', facts.book));
}

function only(facts: Facts, ...types: readonly ReplyTypeId[]): boolean {
  return facts.situation.replyTypes.every((type) => types.includes(type)) && facts.situation.replyTypes.length > 0;
}

function atTheDoor(facts: Facts): boolean {
  return says(facts, 'emergency_questionnaire', 'emergency_not_designated', 'emergency_denied_or_more_info', 'emergency_status_check');
}

/** An answer to a European order on a day, or between states, for which there is none. */
function orderNotInForce(facts: Facts): boolean {
  return says(facts, 'epoc_non_execution', 'third_country_conflict') && !tests.regulation(facts);
}
