/**
 * The names that code, data, tests and outside measurements meet on. Lists grow; no entry is ever renamed or dropped.
 * Each id is also the name of a data file; a test holds the two lists against each other.
 */

/** The ways a provider can answer; one message can carry several. Meaning: `src/data/replies/<id>.json`. */
export const replyTypeIds = [
  'jurisdiction_refusal',
  'emergency_questionnaire',
  'emergency_not_designated',
  'emergency_denied_or_more_info',
  'overbroad_or_insufficient_identifiers',
  'use_portal',
  'preservation_confirmed',
  'preservation_expiring_or_extension',
  'legal_process_required',
  'data_disclosed',
  'no_records',
  'user_notice',
  'acknowledgement',
  'coordination_question',
  'fees_reimbursement',
  'epoc_non_execution',
  'third_country_conflict',
  'requester_verification',
  'emergency_status_check',
  'provider_alert',
  'other_provider',
] as const;
export type ReplyTypeId = (typeof replyTypeIds)[number];

/** What may be done next. Meaning: `src/data/steps/<id>.json`. */
export const stepIds = [
  'answer_emergency_questions',
  'emergency_disclosure',
  'resubmit_designated',
  'add_imminence_facts',
  'us_agency_channel',
  'network_24_7',
  'preservation_request',
  'preservation_renewal',
  'preservation_followup',
  'record_preservation',
  'epoc_emergency',
  'epoc',
  'epoc_pr',
  'judge_order_first',
  'voluntary_non_content',
  'mlat_request',
  'cloud_act_order',
  'domestic_order',
  'narrow_request',
  'fix_identifier',
  'readdress_entity',
  'use_portal',
  'ask_what_remains',
  'other_sources',
  'drop_content_ask_metadata',
  'secure_confidentiality',
  'review_production',
  'correct_epoc',
  'answer_conflict_objection',
  'verify_requester',
  'serve_valid_process',
  'chase',
  'close_out',
  'answer_provider_alert',
  'spontaneous_information',
  'escalate_attache',
  'answer_fees',
  'verify_sender',
  'sap_direct_order',
  'wait',
  'none',
] as const;
export type StepId = (typeof stepIds)[number];

/** What the check of an outgoing draft can find. Meaning: `src/data/findings/<id>.json`. */
export const findingIds = [
  'missing_designation_subject',
  'missing_designation_body',
  'urgency_without_designation',
  'nature_missing',
  'who_at_risk_missing',
  'imminence_missing',
  'deadline_missing',
  'deadline_without_time_zone',
  'overbroad_scope',
  'date_range_missing',
  'case_reference_missing',
  'identifier_missing',
  'identifier_not_international',
  'identifier_masked',
  'nexus_missing',
  'message_copy_missing',
  'attachment_missing',
  'content_from_e2ee',
  'conditional_preservation',
  'mixed_preservation_and_disclosure',
  'prospective_preservation',
  'no_confidentiality',
  'no_legal_basis',
  'no_callback',
  'why_not_normal_process_missing',
  'voluntary_worded_as_order',
  'order_worded_as_request',
  'instrument_not_available',
  'wrong_issuing_authority',
  'unresolved_placeholder',
  'recipient_not_listed',
  'recipient_lookalike',
  'hypothetical_question',
  'office_word',
] as const;
export type FindingId = (typeof findingIds)[number];

/** What a provider's question asks for, whatever its wording, number or language. */
export const questionKeys = [
  'nature',
  'who_at_risk',
  'imminence',
  'data_requested',
  'how_it_averts',
  'message_copy',
  'why_not_normal_process',
  'requester',
  'identifier',
  'other',
] as const;
export type QuestionKey = (typeof questionKeys)[number];

export const dataCategories = ['subscriber', 'identification', 'traffic', 'content'] as const;
/** Subscriber data · data asked only to identify the user (IP, port, time) · other traffic data · content. */
export type DataCategory = (typeof dataCategories)[number];

export const flagIds = ['F1', 'F2', 'F3', 'F4', 'F5', 'F6', 'F7', 'F8'] as const;
/** A legal fact that may change, or that could not be confirmed. Meaning and default: `src/data/flags/<id>.json`. */
export type FlagId = (typeof flagIds)[number];

/** Languages whose mails are read. */
export const mailLanguages = ['en', 'it', 'fr', 'de', 'es', 'pt', 'nl', 'da'] as const;
export type MailLanguage = (typeof mailLanguages)[number];

/** Languages that the screens speak. */
export const uiLanguages = ['en', 'it'] as const;
export type UiLanguage = (typeof uiLanguages)[number];
