import type { Provider } from '../../data/schema/provider';
import type { StepId } from '../ids';
import type { FactRow } from './facts';
import type { Correction, Overlay } from './overlay';

/** Facts of the directory that a step's addressee, clock or wording rests on. */
export const restsOn: Readonly<Partial<Record<FactRow, readonly StepId[]>>> = {
  portal: [
    'emergency_disclosure',
    'resubmit_designated',
    'preservation_request',
    'preservation_followup',
    'preservation_renewal',
    'voluntary_non_content',
    'chase',
    'use_portal',
    'verify_sender',
  ],
  generalChannel: ['use_portal', 'voluntary_non_content', 'readdress_entity', 'serve_valid_process', 'chase'],
  emergencyChannel: ['emergency_disclosure', 'resubmit_designated', 'answer_emergency_questions', 'add_imminence_facts', 'chase'],
  emergencyContacts: ['emergency_disclosure', 'resubmit_designated', 'answer_emergency_questions', 'add_imminence_facts', 'chase'],
  emergencyTerm: ['emergency_disclosure', 'resubmit_designated'],
  designation: ['emergency_disclosure', 'resubmit_designated'],
  emergencyStandard: ['emergency_disclosure', 'add_imminence_facts', 'answer_emergency_questions'],
  emergencyQuestions: ['emergency_disclosure', 'answer_emergency_questions'],
  preservationDays: ['preservation_request', 'preservation_renewal', 'preservation_followup', 'record_preservation'],
  preservationRenewals: ['preservation_renewal', 'record_preservation'],
  preservationChannel: ['preservation_request', 'preservation_renewal', 'preservation_followup'],
  euAddressee: ['epoc', 'epoc_emergency', 'epoc_pr', 'correct_epoc', 'answer_conflict_objection', 'readdress_entity'],
  subscriberStandard: ['serve_valid_process', 'voluntary_non_content'],
  nonContentStandard: ['serve_valid_process', 'voluntary_non_content'],
  contentStandard: ['serve_valid_process', 'mlat_request'],
  directForeign: ['voluntary_non_content'],
  contentRoute: ['mlat_request'],
  userNotice: ['secure_confidentiality', 'close_out'],
  retention: ['ask_what_remains', 'other_sources'],
};

/** A provider in which facts are the office's: `corrected` names them. */
type Corrected = Provider & { readonly corrected?: readonly FactRow[] };

/** True when a fact of this provider is the office's own, so that nobody calls it the directory's. */
export function isCorrected(provider: Provider | null | undefined, row: FactRow): boolean {
  return (provider as Corrected | null | undefined)?.corrected?.includes(row) ?? false;
}

/** The office's corrections of one provider that a step rests on. */
export function correctionsFor(step: StepId, provider: string | undefined, overlay: Overlay): readonly Correction[] {
  return provider === undefined ? [] : overlay.filter((one) => one.provider === provider && restsOn[one.row]?.includes(step));
}

/** Providers with the office's corrections in them; the same list when there are none, so that nothing is worked out again. */
export function correctedProviders(providers: readonly Provider[], overlay: Overlay): readonly Provider[] {
  const corrected = new Set(overlay.map(({ provider }) => provider));
  return providers.some(({ id }) => corrected.has(id)) ? providers.map((one) => (corrected.has(one.id) ? correctedProvider(one, overlay) : one)) : providers;
}

/**
 * A provider as the office knows it. What is a number, a state or an address is read from the office's words; what can't be read stays
 * as the directory has it. Domains are not taken over: whom a mail is believed to come from never rests on an imported file.
 */
export function correctedProvider(provider: Provider, overlay: Overlay): Provider {
  return overlay
    .filter((one) => one.provider === provider.id)
    .reduce<Corrected>((whole, one) => {
      const changed = withOne(whole, one);
      return changed === whole ? whole : { ...changed, corrected: [...(whole.corrected ?? []), one.row] };
    }, provider);
}

function withOne(provider: Provider, { row, value, author, on }: Correction): Provider {
  const lines = value
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const text = lines.join(' ');
  const { emergency, preservation, standards } = provider;
  const confidence = 'verified' as const;
  switch (row) {
    case 'generalChannel':
      return { ...provider, generalChannel: text };
    case 'portal': {
      const url = lines.find((line) => /^https:\/\/\S+$/u.test(line)) ?? null;
      const name = lines.find((line) => line !== url) ?? provider.portal?.name ?? null;
      return { ...provider, portal: { name, url, access: provider.portal?.access ?? null, confidence } };
    }
    case 'emergencyChannel':
      return { ...provider, emergency: { ...emergency, channel: text, confidence } };
    case 'emergencyContacts':
      return {
        ...provider,
        contacts: [
          ...provider.contacts.filter(({ use }) => !use.includes('emergency')),
          ...lines.map((line) => ({ type: kindOf(line), value: line, use: ['emergency'], status: 'current' as const, note: `${author}, ${on}`, confidence })),
        ],
      };
    case 'emergencyTerm':
      return { ...provider, emergency: { ...emergency, term: text, confidence } };
    case 'designation':
      return { ...provider, emergency: { ...emergency, designation: { ...emergency.designation, subject: lines[0] ?? null }, confidence } };
    case 'emergencyStandard':
      return { ...provider, emergency: { ...emergency, standard: text, confidence } };
    case 'emergencyQuestions':
      return { ...provider, emergency: { ...emergency, questions: lines, confidence } };
    case 'preservationDays': {
      const days = numberIn(text);
      return days === null ? provider : { ...provider, preservation: { ...preservation, accepted: true, days, confidence } };
    }
    case 'preservationRenewals': {
      const [, times, length] = /^(\d{1,2})(?:\s*[×xX*]\s*(\d{1,4}))?/u.exec(text) ?? [];
      if (times === undefined) return provider;
      return {
        ...provider,
        preservation: {
          ...preservation,
          renewals: Number(times),
          renewalDays: length && Number(length) > 0 ? Number(length) : preservation.renewalDays,
          confidence,
        },
      };
    }
    case 'preservationChannel':
      return { ...provider, preservation: { ...preservation, channel: text, confidence } };
    case 'euAddressee': {
      const state = lines.map((line) => /(?:^|[\s(,])([A-Z]{2})\)?$/u.exec(line)?.[1]).find((code) => code !== undefined);
      const entity = lines.find((line) => !/^[A-Z]{2}$/u.test(line))?.replace(/(?<![\s,])[\s,]*\(?\b[A-Z]{2}\)?$/u, '') ?? provider.euAddressee.entity;
      return { ...provider, euAddressee: { entity, state: state ?? provider.euAddressee.state, note: null, confidence } };
    }
    case 'subscriberStandard':
      return { ...provider, standards: { ...standards, subscriber: text, confidence } };
    case 'nonContentStandard':
      return { ...provider, standards: { ...standards, nonContent: text, confidence } };
    case 'contentStandard':
      return { ...provider, standards: { ...standards, content: text, confidence } };
    case 'directForeign':
      return { ...provider, directForeign: { ...provider.directForeign, note: text, confidence } };
    case 'contentRoute':
      return { ...provider, contentRoute: { ...provider.contentRoute, note: text, confidence } };
    case 'userNotice':
      return { ...provider, userNotice: { ...provider.userNotice, exceptions: text, confidence } };
    case 'languages':
      return { ...provider, languages: { accepted: lines, confidence } };
    case 'retention':
      return { ...provider, retention: lines.map((fact) => ({ fact, confidence })) };
    default:
      return provider;
  }
}

/** The first whole number from 1 to 3650 in a text; null without one. */
function numberIn(text: string): number | null {
  const found = Number(/\d{1,4}/u.exec(text)?.[0] ?? 0);
  return found >= 1 && found <= 3650 ? found : null;
}

function kindOf(line: string): Provider['contacts'][number]['type'] {
  if (/^[^\s@]+@\S+$/u.test(line)) return 'email';
  if (/^https?:\/\//u.test(line)) return 'url';
  return /^\+?[\d\s()./-]{6,}$/u.test(line) ? 'phone' : 'post';
}
