import type { ReplyTypeId, StepId } from '../ids';
import { hoursBetween } from '../deadlines';
import type { Facts } from './situation';

/** A step that a row of the decision table asks for. */
export type Planned = { readonly id: StepId; readonly row: string };

/**
 * The rows of the decision table as an ordered plan, best step first, without duplicates. Order of thought: what ends the
 * matter (look-alike, stand-down) · what the reply asks while life is at risk · parallel emergency lanes · freeze · binding
 * instrument · voluntary bridge.
 */
export function plan(facts: Facts): readonly Planned[] {
  const { situation } = facts;
  if (situation.match?.trust === 'lookalike') return [{ id: 'verify_sender', row: 'T16' }];
  if (!situation.isProviderReply) return [{ id: 'none', row: '–' }];
  const steps = facts.emergency === 'ended' ? standDown(facts) : facts.urgent ? urgent(facts) : ordinary(facts);
  const seen = new Set<StepId>();
  return steps.filter(({ id }) => !seen.has(id) && seen.add(id));
}

const says = (facts: Facts, ...types: readonly ReplyTypeId[]): boolean => facts.situation.replyTypes.some((type) => types.includes(type));
const about = (facts: Facts, type: ReplyTypeId, ...concepts: readonly string[]): boolean =>
  facts.situation.replies?.some((reply) => reply.type === type && reply.about?.some((concept) => concepts.some((one) => concept.startsWith(one)))) ?? false;
const all = (row: string, ...ids: readonly StepId[]): readonly Planned[] => ids.map((id) => ({ id, row }));

/** D26. */
function standDown(facts: Facts): readonly Planned[] {
  return [
    ...all('D26', 'close_out'),
    ...freeze(facts, 'D26'),
    ...all('D26', 'secure_confidentiality'),
    ...binding(facts, 'D26'),
    ...(says(facts, 'data_disclosed') ? all('D20', 'review_production') : []),
  ];
}

function urgent(facts: Facts): readonly Planned[] {
  const steps: Planned[] = [];
  if (says(facts, 'provider_alert')) steps.push(...all('D27', 'answer_provider_alert'));
  if (says(facts, 'requester_verification')) steps.push(...all('D23', 'verify_requester'));
  if (says(facts, 'emergency_questionnaire')) steps.push(...all('D7', 'answer_emergency_questions'));
  if (says(facts, 'emergency_not_designated')) steps.push(...all('D8', 'resubmit_designated'));
  if (says(facts, 'overbroad_or_insufficient_identifiers')) steps.push(...corrections(facts));
  if (says(facts, 'use_portal')) steps.push(...channelSteps(facts));
  if (says(facts, 'coordination_question') && !says(facts, 'emergency_not_designated')) steps.push(...all('D24', 'us_agency_channel'));
  const answered = steps.length > 0;
  const order = facts.orderBar === null;
  // Binding before voluntary, where the order may be issued without a judge.
  if (order && facts.wantsJudged && !facts.wantsSimple) steps.push(...all('D3', 'epoc_pr', 'judge_order_first', 'epoc_emergency'));
  else if (order) steps.push(...all('D2', 'epoc_emergency'));
  if (facts.orderBar === 'same-state') steps.push(...all('D30', 'domestic_order'));
  if (says(facts, 'coordination_question')) steps.push(...all('D24', 'us_agency_channel'));
  if (says(facts, 'emergency_denied_or_more_info', 'emergency_status_check')) steps.push(...all('D9', 'add_imminence_facts'));
  if (!answered && !says(facts, 'emergency_denied_or_more_info', 'emergency_status_check', 'data_disclosed'))
    steps.push(...all(order ? 'D2' : 'D1', 'emergency_disclosure'));
  if (says(facts, 'acknowledgement')) steps.push(...waiting(facts));
  if (order && facts.wantsJudged && facts.wantsSimple) steps.push(...all('D3', 'epoc_pr', 'judge_order_first'));
  else if (order) steps.push(...all('D2', 'epoc_pr'));
  if (!order || facts.wantsContent || says(facts, 'emergency_denied_or_more_info')) {
    if (facts.wantsContent || says(facts, 'jurisdiction_refusal', 'emergency_denied_or_more_info', 'legal_process_required'))
      steps.push(...all('D1', 'network_24_7', 'us_agency_channel'));
  }
  steps.push(...common(facts));
  if (!order) steps.push(...freeze(facts, says(facts, 'jurisdiction_refusal') && ignoredFreeze(facts) ? 'D28' : 'D1'));
  if (facts.agreement) steps.push(...all('D29', 'cloud_act_order'));
  else if (!order && says(facts, 'jurisdiction_refusal', 'legal_process_required')) steps.push(...all('D1', 'mlat_request'));
  if (says(facts, 'legal_process_required')) steps.push(...all('contract', 'serve_valid_process'));
  return steps;
}

function ordinary(facts: Facts): readonly Planned[] {
  const steps: Planned[] = [];
  const frozen = () => freeze(facts, ignoredFreeze(facts) ? 'D28' : 'D5');
  const emergencyDoor = says(facts, 'emergency_questionnaire', 'emergency_not_designated', 'emergency_denied_or_more_info', 'emergency_status_check');
  if (says(facts, 'provider_alert')) steps.push(...all('D27', 'answer_provider_alert'));
  if (says(facts, 'requester_verification')) steps.push(...all('D23', 'verify_requester'), ...frozen());
  if (says(facts, 'third_country_conflict')) steps.push(...all('D22', 'answer_conflict_objection'));
  if (says(facts, 'epoc_non_execution')) steps.push(...all('D21', 'correct_epoc'));
  if (says(facts, 'user_notice')) steps.push(...all('D19', 'secure_confidentiality'), ...frozen());
  if (says(facts, 'preservation_expiring_or_extension')) steps.push(...renewal(facts));
  if (says(facts, 'preservation_confirmed'))
    steps.push(...all('D14', 'record_preservation'), ...(facts.hold === 'ending' ? renewal(facts) : []), ...binding(facts, 'D14'));
  if (says(facts, 'overbroad_or_insufficient_identifiers')) steps.push(...corrections(facts), ...frozen());
  if (says(facts, 'use_portal')) steps.push(...channelSteps(facts), ...frozen());
  if (says(facts, 'data_disclosed')) steps.push(...all('D20', 'review_production'));
  if (says(facts, 'no_records') && !says(facts, 'data_disclosed')) steps.push(...common(facts));
  if (says(facts, 'jurisdiction_refusal') || emergencyDoor) steps.push(...withoutEmergency(facts));
  if (says(facts, 'legal_process_required')) steps.push(...withoutEmergency(facts, true), ...all('contract', 'serve_valid_process'));
  if (says(facts, 'coordination_question')) steps.push(...all('D24', 'us_agency_channel'));
  if (says(facts, 'fees_reimbursement')) steps.push(...all('contract', 'answer_fees'));
  if (steps.length === 0 && (facts.hold === 'expired' || facts.hold === 'ending'))
    steps.push(...(facts.hold === 'ending' ? renewal(facts) : all('D16', 'ask_what_remains', 'preservation_request', 'other_sources')));
  if (says(facts, 'acknowledgement')) steps.push(...waiting(facts), ...frozen());
  if (says(facts, 'other_provider') && steps.length === 0)
    steps.push(...(about(facts, 'other_provider', 'OTHER') ? all('D12', 'readdress_entity', 'other_sources') : all('contract', 'wait')), ...frozen());
  return steps;
}

/** D4–D6 and D29–D31: nobody is in danger, or the person says so. */
function withoutEmergency(facts: Facts, asked = false): readonly Planned[] {
  const us = facts.seat === 'US';
  if (facts.agreement)
    return [
      ...freeze(facts, 'D29'),
      ...all('D29', 'cloud_act_order'),
      ...(facts.wantsContent && !facts.wantsSimple ? [] : all('D29', 'voluntary_non_content')),
    ];
  if (facts.orderBar === null || facts.orderBar === 'same-state')
    return [...binding(facts, 'D4'), ...(us && !asked && !onlyContent(facts) ? all('D5', 'voluntary_non_content') : [])];
  const row = facts.orderBar === 'irish-act' ? 'D31' : facts.orderBar === 'denmark' ? 'D30' : facts.wantsContent ? 'D6' : 'D5';
  return [
    ...freeze(facts, row),
    ...(row === 'D31' || onlyContent(facts) ? all(row, 'network_24_7') : []),
    ...(us && !onlyContent(facts) ? all(row, 'voluntary_non_content') : []),
    ...(facts.flag('F1') === true && facts.wantsSimple ? all('D33', 'sap_direct_order') : []),
    ...all(row, 'mlat_request'),
  ];
}

const onlyContent = (facts: Facts): boolean => facts.categories.every((category) => category === 'content');

/** The binding instrument for the data wanted, the freeze before it where it needs one. */
function binding(facts: Facts, row: string): readonly Planned[] {
  if (facts.orderBar === 'same-state') return all('D30', 'domestic_order');
  if (facts.agreement) return all('D29', 'cloud_act_order');
  if (facts.orderBar === null) {
    const judge = facts.wantsJudged && facts.situation.profile?.role !== 'judge' && facts.threshold !== false;
    return [...(held(facts) ? [] : all(row, 'epoc_pr')), ...(judge ? all(row, 'judge_order_first') : []), ...all(row, 'epoc')];
  }
  return all(row, 'mlat_request');
}

const held = (facts: Facts): boolean => facts.hold === 'held';

/** The freeze, unless a hold that outlives the next lane is confirmed. */
function freeze(facts: Facts, row: string): readonly Planned[] {
  if (held(facts)) return [];
  if (facts.hold === 'ending') return all('D15', 'preservation_renewal');
  if (facts.hold === 'expired') return all('D16', 'ask_what_remains', 'preservation_request');
  if (facts.orderBar === null) return all(row, 'epoc_pr');
  return all(row, 'preservation_request');
}

const ignoredFreeze = (facts: Facts): boolean => facts.hold === 'requested' || (facts.situation.ignoredAsks?.includes('preservation') ?? false);

/** D10, D11: what is too broad, what is not usable. */
function corrections(facts: Facts): readonly Planned[] {
  const type = 'overbroad_or_insufficient_identifiers';
  const identifier = about(facts, type, 'IDENT', 'FORMAL', 'GIVE');
  const broad = about(facts, type, 'BROAD', 'NARROW', 'DATES', 'SCOPE');
  if (identifier && !broad) return all('D11', 'fix_identifier');
  if (identifier && broad) return [...all('D10', 'narrow_request'), ...all('D11', 'fix_identifier')];
  return all('D10', 'narrow_request');
}

/** D12, D13. */
function channelSteps(facts: Facts): readonly Planned[] {
  const entity = about(facts, 'use_portal', 'ENTITY');
  const portal = about(facts, 'use_portal', 'PORTAL', 'SUBMIT', 'WRONG', 'LANGUAGE');
  if (entity && !about(facts, 'use_portal', 'PORTAL')) return all('D12', 'readdress_entity');
  if (entity && portal) return [...all('D13', 'use_portal'), ...all('D12', 'readdress_entity')];
  return all('D13', 'use_portal');
}

/** D14, D15. */
function renewal(facts: Facts): readonly Planned[] {
  const again = (facts.situation.case.preservation?.renewals ?? 0) >= 1;
  return [...all('D15', 'preservation_renewal'), ...(again ? all('D15', 'network_24_7') : []), ...binding(facts, 'D15')];
}

/** D16–D18, D20. */
function common(facts: Facts): readonly Planned[] {
  const steps: Planned[] = [];
  if (says(facts, 'no_records')) {
    if (about(facts, 'no_records', 'E2EE')) steps.push(...all('D18', 'drop_content_ask_metadata'));
    else steps.push(...all('D17', 'ask_what_remains'));
    steps.push(...all(about(facts, 'no_records', 'E2EE') ? 'D18' : 'D17', 'other_sources'));
  }
  if (facts.urgent && says(facts, 'data_disclosed')) steps.push(...all('D20', 'review_production'));
  if (facts.urgent && says(facts, 'user_notice')) steps.push(...all('D19', 'secure_confidentiality'));
  if (facts.urgent && says(facts, 'preservation_confirmed')) steps.push(...all('D14', 'record_preservation'));
  if (facts.urgent && says(facts, 'preservation_expiring_or_extension')) steps.push(...all('D15', 'preservation_renewal'));
  if (facts.urgent && says(facts, 'epoc_non_execution')) steps.push(...all('D21', 'correct_epoc'));
  if (facts.urgent && says(facts, 'third_country_conflict')) steps.push(...all('D22', 'answer_conflict_objection'));
  if (facts.urgent && says(facts, 'fees_reimbursement')) steps.push(...all('contract', 'answer_fees'));
  return steps;
}

/** D25: an answer that only confirms receipt. */
function waiting(facts: Facts): readonly Planned[] {
  const since = facts.situation.messageDate ?? facts.situation.case.firstRequest;
  const long = since !== undefined && !Number.isNaN(Date.parse(since)) && hoursBetween(since, facts.situation.now) >= (facts.urgent ? 2 : 24 * 14);
  if (long) return all('D25', 'chase');
  return facts.urgent ? all('D25', 'chase') : all('contract', 'wait');
}
