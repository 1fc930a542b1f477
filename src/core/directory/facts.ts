import type { Provider } from '../../data/schema/provider';
import type { Confidence } from '../assessment';

/** Names of the rows of a provider's card; their labels stand in `lang/<code>/directory.json`. */
export const factRows = [
  'generalChannel',
  'portal',
  'emergencyChannel',
  'emergencyContacts',
  'emergencyTerm',
  'emergencyPublished',
  'designation',
  'emergencyStandard',
  'emergencyQuestions',
  'preservationDays',
  'preservationRenewals',
  'preservationChannel',
  'euAddressee',
  'subscriberStandard',
  'nonContentStandard',
  'contentStandard',
  'directForeign',
  'contentRoute',
  'endToEnd',
  'userNotice',
  'languages',
  'retention',
  'mailDomains',
  'references',
] as const;
export type FactRow = (typeof factRows)[number];

/** One fact of the directory. `values` is empty when it is not known; a value in braces is a key of `directory.json`, not text. */
export type DirectoryFact = { readonly row: FactRow; readonly values: readonly string[]; readonly confidence: Confidence };

const key = (word: string | null | undefined): string[] => (word ? [`{${word}}`] : []);
const text = (...parts: readonly (string | null | undefined)[]): string[] => parts.filter((part): part is string => Boolean(part));
const yesNo = (answer: boolean | null): string[] => (answer === null ? [] : key(answer ? 'yes' : 'no'));

/** The facts of one provider as rows, in the order of a card. What is not known has no values. */
export function directoryFacts(provider: Provider): readonly DirectoryFact[] {
  const { emergency, preservation, standards } = provider;
  const make = (row: FactRow, values: readonly string[], confidence: Confidence): DirectoryFact => ({ row, values, confidence });
  const reached = provider.contacts.filter(({ use, status }) => use.includes('emergency') && status !== 'superseded');
  return [
    make('generalChannel', text(provider.generalChannel), provider.confidence === 'high' ? 'verified' : 'verified-2nd'),
    make('portal', text(provider.portal?.name, provider.portal?.url, provider.portal?.access), provider.portal?.confidence ?? 'unsure'),
    make('emergencyChannel', text(emergency.channel), emergency.confidence),
    make(
      'emergencyContacts',
      reached.map(({ value }) => value),
      weakest(reached.map(({ confidence, status }) => (status === 'current' ? confidence : 'unsure'))),
    ),
    make('emergencyTerm', text(emergency.term), emergency.confidence),
    make('emergencyPublished', yesNo(emergency.publishedOnline), emergency.confidence),
    make('designation', [...text(emergency.designation.subject, emergency.designation.note)], emergency.confidence),
    make('emergencyStandard', text(emergency.standard), emergency.confidence),
    make('emergencyQuestions', emergency.questions, emergency.confidence),
    make(
      'preservationDays',
      preservation.days ? [String(preservation.days)] : preservation.accepted === null ? [] : key(preservation.accepted ? 'accepted' : 'no'),
      preservation.confidence,
    ),
    make(
      'preservationRenewals',
      preservation.renewals === null ? text(preservation.note) : [`${preservation.renewals} × ${preservation.renewalDays ?? '?'}`, ...text(preservation.note)],
      preservation.confidence,
    ),
    make('preservationChannel', text(preservation.channel), preservation.confidence),
    make('euAddressee', text(provider.euAddressee.entity, provider.euAddressee.state, provider.euAddressee.note), provider.euAddressee.confidence),
    make('subscriberStandard', text(standards.subscriber), standards.confidence),
    make('nonContentStandard', text(standards.nonContent), standards.confidence),
    make('contentStandard', text(standards.content), standards.confidence),
    make(
      'directForeign',
      provider.directForeign.answer === 'unknown'
        ? text(provider.directForeign.note)
        : [...key(provider.directForeign.answer), ...text(provider.directForeign.note)],
      provider.directForeign.confidence,
    ),
    make(
      'contentRoute',
      provider.contentRoute.answer === 'unknown'
        ? text(provider.contentRoute.note)
        : [...key(provider.contentRoute.answer), ...text(provider.contentRoute.note)],
      provider.contentRoute.confidence,
    ),
    make('endToEnd', yesNo(provider.endToEndEncrypted), provider.contentRoute.confidence),
    make(
      'userNotice',
      provider.userNotice.default === 'unknown'
        ? text(provider.userNotice.exceptions)
        : [...key(provider.userNotice.default), ...text(provider.userNotice.exceptions)],
      provider.userNotice.confidence,
    ),
    make('languages', provider.languages.accepted, provider.languages.confidence),
    make(
      'retention',
      provider.retention.map(({ fact }) => fact),
      weakest(provider.retention.map(({ confidence }) => confidence)),
    ),
    make(
      'mailDomains',
      provider.domains.filter(({ mail }) => mail).map(({ domain }) => domain),
      weakest(provider.domains.filter(({ mail }) => mail).map(({ confidence }) => confidence)),
    ),
    make(
      'references',
      provider.references.flatMap(({ example, meaning }) => text(example ? `${example} – ${meaning}` : meaning)),
      weakest(provider.references.map(({ confidence }) => confidence)),
    ),
  ];
}

const order: readonly Confidence[] = ['verified', 'verified-2nd', 'knowledge', 'unsure'];

/** The least trustworthy of several; `unsure` for none. */
function weakest(several: readonly Confidence[]): Confidence {
  return several.reduce<Confidence>((worst, one) => (order.indexOf(one) > order.indexOf(worst) ? one : worst), several.length > 0 ? 'verified' : 'unsure');
}
