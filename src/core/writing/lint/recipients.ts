import type { Provider } from '../../../data/schema/provider';
import type { Outgoing } from '../../assessment';
import type { LintBook } from '../../rulebook';
import { imitations } from '../../reading/lookalike';
import { findSender, registrableDomain } from '../../reading/sender';
import type { View } from './view';

/** Parts of a host that only authorities use, whatever the country. */
const authority =
  /(?:^|[.-])(?:gov|gouv|gob|govt|mil|admin|bund|judiciary|justice|justicia|giustizia|justiz|courts?|tribunal\w{0,3}|giudice|procura\w{0,10}|procure|parquet|fiscalia|fiscal|prosecut\w{0,5}|cps|sta|staatsanwaltschaft\w{0,12}|ag|lg|olg|gericht\w{0,6}|poli[czts]\w{0,12}|carabinieri|guardiacivil|guardia|gendarmerie|gdf|interno|interieur|interior|mossos|ertzaintza|bka|lka|fbi|usdoj|doj|state|europa|europol|eurojust|interpol|om|minist\w{0,6}|juzgado|poderjudicial|mjusticia|embassy|ambasciata|coe)(?:[.-]|$)/u;

/** True for the mailbox of a court, a prosecutor, a police force, a ministry, an embassy or an international body. */
export function isAuthority(email: string): boolean {
  const host = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
  return authority.test(host) || /(?:polizia|polizei|police|policia|procura|giustizia|justice|carabinieri)\w{0,12}\.\w{2,6}$/u.test(host);
}

/** The provider that a recipient belongs to, or that is imitated. */
export function providerOf(outgoing: Outgoing, text: string, book: LintBook): Provider | undefined {
  for (const recipient of outgoing.to) {
    const match = findSender({ from: recipient, subject: outgoing.subject }, text, book);
    if (match && (match.matchedBy !== 'text' || match.trust === 'lookalike')) return book.providers.find(({ id }) => id === match.id);
  }
  return undefined;
}

/** A whole host inside another one: `name.com.elsewhere.co`. */
const nested = /(?:^|\.)[a-z\d-]{2,40}\.(?:com|org|net)\.[a-z\d-]{3,40}\.[a-z]{2,12}$/iu;

/** Addresses nobody vouches for, and those that play a provider. `asks`: the mail asks a provider for something. */
export function recipients(view: View, asks: boolean): void {
  const { outgoing, book } = view;
  const own = registrableDomain(outgoing.from?.email || view.context.profile?.email || '');
  for (const recipient of [...outgoing.to, ...outgoing.cc]) {
    if (!recipient.email) continue;
    const domain = registrableDomain(recipient.email);
    if (domain === own || isAuthority(recipient.email)) continue;
    const listed = book.providers.some(
      ({ domains, contacts }) =>
        domains.some((entry) => entry.domain === domain) ||
        contacts.some(({ type, value }) => type === 'email' && registrableDomain(value.toLowerCase()) === domain),
    );
    if (listed) continue;
    const match = findSender({ from: recipient, subject: '' }, '', book);
    const host = recipient.email.slice(recipient.email.lastIndexOf('@') + 1);
    // Who asks a provider for data and writes to a host that resembles one means that one.
    const kin = Object.values(book.reading.kin).some((domains) => domains.includes(domain));
    const imitated = asks && !kin && (imitations(host, book).length > 0 || nested.test(host));
    if (match?.trust === 'lookalike' || imitated) view.add('recipient_lookalike', undefined, undefined, 'recipients');
    else if (asks && outgoing.to.includes(recipient)) view.add('recipient_not_listed', undefined, undefined, 'recipients');
  }
}
