import { factsOf } from '../../deciding/situation';
import { says } from '../own-words';
import { orderIn, type Kind } from './kind';
import type { View } from './view';

/** Day from which Regulation (EU) 2023/1543 applies. */
const applies = '2026-08-18';

/** An instrument that is not in force, or not between these states. Sources: decision table, flags F1, F2, F8. */
export function instruments(view: View, kind: Kind): void {
  for (const line of view.all) {
    const outside = says(line, '=CETS') ?? says(line, '=UNCONV');
    if (outside && !/\bF[12]\b/u.test(line.text)) {
      const flag = outside.concept === 'CETS' ? view.context.case?.flags?.F1 : view.context.case?.flags?.F2;
      if (flag !== true) view.add('instrument_not_available', outside, undefined, view.subject.includes(line) ? 'subject' : 'body');
    }
    const services = says(line, '=DSA');
    if (services) view.add('instrument_not_available', services, undefined, view.subject.includes(line) ? 'subject' : 'body');
    const cloud = says(line, '=CLOUD');
    if (cloud && !hasAgreement(view)) view.add('instrument_not_available', cloud, undefined, view.subject.includes(line) ? 'subject' : 'body');
  }
  if (kind.id === 'order') europeanOrder(view);
}

/** The United Kingdom and Australia have an executive agreement with the United States. */
function hasAgreement(view: View): boolean {
  const country = view.context.profile?.country?.toUpperCase();
  const { agreements, aliases } = view.book.deciding.countries;
  if (country) return (aliases[country] ?? country) in agreements;
  return /\.(?:uk|au)$/iu.test(view.outgoing.from?.email ?? '');
}

function europeanOrder(view: View): void {
  const line = orderIn(view);
  const said = line ? says(line, 'EPOC') : undefined;
  const where = line && view.subject.includes(line) ? 'subject' : 'body';
  const { profile, now } = view.context;
  const text = `${view.outgoing.subject}\n${view.body}`;
  const american =
    /\b(?:Menlo Park|Mountain View|Cupertino|San Francisco|Redmond|Santa Monica|California|Palo Alto|Seattle|USA|U\.S\.A\.|United States|Stati Uniti|États-Unis|Vereinigte Staaten|Estados Unidos)\b/u.test(
      text,
    );
  const european =
    /\b(?:Ireland|Irlanda|Irlande|Irland|Dublin|Dublino|Luxemb\w+|Lussemburgo|Netherlands|Amsterdam|Germany|Berlin|Malta|Stockholm|establishment|legal representative|rappresentante legale|stabilimento|représentant légal|établissement|Vertreter|Niederlassung|representante legal|establecimiento)\b/u.test(
      text,
    );
  if (Date.parse(now) < Date.parse(`${applies}T00:00:00Z`) && !(profile && isBarred(view) === null)) {
    view.add('instrument_not_available', said, undefined, where);
    return;
  }
  const bar = profile
    ? isBarred(view)
    : view.provider && view.provider.euAddressee.state === null && view.context.case?.euAddressee === undefined && view.provider.seat === 'US'
      ? 'no-addressee'
      : null;
  if (bar !== null || (american && !european)) view.add('instrument_not_available', said, undefined, where);
}

function isBarred(view: View): string | null {
  const { profile, now } = view.context;
  if (!profile) return null;
  const facts = factsOf(
    {
      isProviderReply: true,
      replyTypes: [],
      match: null,
      provider: view.provider ?? null,
      case: view.context.case ?? { emergency: 'unknown' },
      profile,
      now,
    },
    view.book.deciding,
  );
  // Which state the addressee sits in is often not confirmed: a missing fact bars nothing when the mail itself goes to a listed European office.
  return facts.orderBar;
}

/** A binding order that begs, and one that the wrong person signed. Source: Regulation (EU) 2023/1543, Art. 4. */
export function orderWording(view: View): void {
  for (const line of view.lines) {
    const soft = says(line, 'SOFT');
    if (!soft) continue;
    const doing = says(line, 'GIVE') ?? says(line, 'DATA') ?? says(line, 'EPOC') ?? says(line, 'VOLUNTARY') ?? says(line, '~COMPLY');
    if (!doing || /\b(?:confirm|receipt|ricezione|ricevuta|conferma|réception|confirmer|Eingang|bestätig|recepción|acuse|confirm[ae])/iu.test(line.text))
      continue;
    view.add('order_worded_as_request', { start: soft.start, end: soft.end });
    break;
  }
  if (view.has('instrument_not_available')) return;
  const judged = view.inBody('CONTENT') ?? view.inBody('TRAFFIC');
  const wanted = view.context.case?.dataCategories ?? [];
  const serious = judged !== undefined || wanted.includes('content') || wanted.includes('traffic');
  const byJudge = view.find('JUDGE') !== undefined;
  const onlyHold = view.find('EPOC_PR') !== undefined && view.find('PRODUCTION') === undefined;
  const signed = view.lines.find((line) => says(line, 'PROSECUTOR') && says(line, 'ISSUED'));
  const role = view.context.profile?.role;
  if (onlyHold || byJudge) return;
  if (serious && (signed || role === 'prosecutor' || role === 'police')) view.add('wrong_issuing_authority', signed ?? view.find('EPOC'));
  else if (role === 'police' && !view.find('PROSECUTOR')) view.add('wrong_issuing_authority', view.find('EPOC'));
}
