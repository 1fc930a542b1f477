import type { DecidingText } from '../../data/schema/deciding';
import { isCorrected } from '../directory/corrected';
import type { StepId } from '../ids';
import { fill } from './fill';
import { askedState } from './in-force';
import type { Facts } from './situation';

/** To whom a step goes, by which way; undefined for what goes to nobody. Addresses come from the directory, never from the mail. */
export function channelOf(step: StepId, facts: Facts, text: DecidingText): string | undefined {
  const { provider } = facts.situation;
  const portal = provider?.portal?.url;
  switch (step) {
    case 'epoc':
    case 'epoc_emergency':
    case 'epoc_pr':
    case 'correct_epoc':
    case 'answer_conflict_objection':
      return fill(text.channels['epoc'] ?? '', { entity: entityOf(facts, text), state: facts.addressee ?? '?' });
    case 'mlat_request': {
      const state = askedState(step, facts);
      const way =
        state === 'US'
          ? 'us'
          : state === null
            ? 'unknown'
            : inTheUnion(facts) && inTheUnion(facts, state) && state !== 'IE' && state !== 'DK'
              ? 'eio'
              : 'other';
      return fill(text.channels[`mla.${way}${facts.country === 'IT' && way !== 'eio' ? '.IT' : ''}`] ?? '', { state: state ?? '?' });
    }
    case 'us_agency_channel':
    case 'escalate_attache':
      return text.channels['us-agency'];
    case 'network_24_7':
      return fill(text.channels[facts.country === 'IT' ? '24-7.IT' : '24-7'] ?? '', { state: facts.seat ?? '?' });
    case 'spontaneous_information':
      return text.channels['spontaneous'];
    case 'judge_order_first':
      return text.channels[facts.country === 'IT' ? 'judge.IT' : 'judge'];
    case 'cloud_act_order':
      return fill(text.channels['agreement'] ?? '', { name: provider?.name ?? '?' });
    case 'domestic_order':
    case 'sap_direct_order':
      return fill(text.channels['company'] ?? '', { name: provider?.name ?? '?' });
    case 'emergency_disclosure':
    case 'resubmit_designated':
    case 'preservation_request':
    case 'preservation_followup':
    case 'preservation_renewal':
    case 'voluntary_non_content':
    case 'chase':
    case 'use_portal':
      return portal ? fill(text.channels[isCorrected(provider, 'portal') ? 'portal.office' : 'portal'] ?? '', { portal }) : text.channels['same'];
    case 'readdress_entity':
      return text.channels['entity'];
    case 'other_sources':
      return text.channels['other-sources'];
    case 'record_preservation':
      return text.channels['file'];
    case 'wait':
    case 'none':
      return undefined;
    case 'verify_sender':
      return portal ? fill(text.channels[isCorrected(provider, 'portal') ? 'listed.office' : 'listed'] ?? '', { portal }) : text.channels['listed-none'];
    default:
      return text.channels['same'];
  }
}

function entityOf(facts: Facts, text: DecidingText): string {
  const known = facts.situation.provider?.euAddressee;
  return known?.state === facts.addressee && known?.entity ? known.entity : (text.channels['addressee'] ?? '');
}

function inTheUnion(facts: Facts, state = facts.country): boolean {
  return facts.book.countries.bound.includes(state);
}
