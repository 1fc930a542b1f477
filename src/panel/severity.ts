import type { ReplyTypeId } from '../core/ids';

export type Tone = 'bad' | 'warn' | 'ok' | '';

const grave: readonly ReplyTypeId[] = [
  'jurisdiction_refusal',
  'emergency_not_designated',
  'user_notice',
  'epoc_non_execution',
  'third_country_conflict',
  'provider_alert',
];
const heed: readonly ReplyTypeId[] = [
  'emergency_questionnaire',
  'emergency_denied_or_more_info',
  'preservation_expiring_or_extension',
  'legal_process_required',
  'overbroad_or_insufficient_identifiers',
  'emergency_status_check',
  'requester_verification',
];
const good: readonly ReplyTypeId[] = ['preservation_confirmed', 'data_disclosed'];
const order: readonly Tone[] = ['bad', 'warn', 'ok', ''];

/** How a kind of reply is coloured: what stands in the way, what has to be heeded, what is good news. */
export function toneOf(type: ReplyTypeId): Tone {
  return grave.includes(type) ? 'bad' : heed.includes(type) ? 'warn' : good.includes(type) ? 'ok' : '';
}

/** Gravest first; of the same tone, in the order given. */
export function gravestFirst<T extends { readonly type: ReplyTypeId }>(found: readonly T[]): readonly T[] {
  return found.toSorted((a, b) => order.indexOf(toneOf(a.type)) - order.indexOf(toneOf(b.type)));
}
