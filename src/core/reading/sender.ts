import { parse } from 'tldts';
import type { Provider } from '../../data/schema/provider';
import type { ReadingBook } from '../../data/schema/reading';
import type { ProviderMatch } from '../assessment';
import type { Message } from '../message';
import { imitates } from './lookalike';
import { providersInText } from './names';
import { fold } from './normalise';

type Books = { readonly reading: ReadingBook; readonly providers: readonly Provider[] };
type Listed = { readonly provider: Provider; readonly domain: Provider['domains'][number] };

/** The part of an address or a host that somebody registered, lower-case; empty when there is none. Public suffix list of the tldts package. */
export function registrableDomain(address: string): string {
  const host = address
    .slice(address.lastIndexOf('@') + 1)
    .trim()
    .toLowerCase();
  if (host === '' || host.length > 253) return '';
  return parse(host, { allowPrivateDomains: true }).domain ?? host;
}

/**
 * Which provider a mail comes from, and how far its sender can be trusted. A look-alike never gets a provider's trust,
 * whatever its text says; a free mailbox that calls itself a provider is one.
 */
export function findSender(message: Pick<Message, 'from' | 'replyTo' | 'subject'>, ownText: string, books: Books): ProviderMatch | null {
  const domain = registrableDomain(message.from.email);
  const named = providersInText(`${message.subject}\n${ownText}`, books);
  const listed = domain ? listedFor(domain, message.from.email, books) : [];
  if (listed.length > 0) {
    const chosen = listed.find(({ provider }) => named.some((one) => one.id === provider.id)) ?? listed[0];
    if (chosen) {
      const reasons = replyToReasons(message, domain, books);
      return {
        id: chosen.provider.id,
        matchedBy: chosen.domain.kind === 'outside-counsel' ? 'counsel' : 'domain',
        trust: reasons.includes('reply-to-elsewhere') ? 'unlisted' : 'listed',
        domain,
        reasons,
      };
    }
  }
  const fake = domain ? fakeOf(message, domain, books) : null;
  if (fake) return fake;
  const first = named[0];
  if (!first) return null;
  return { id: first.id, matchedBy: 'text', trust: 'unlisted', domain, reasons: domain ? [] : ['no-address'] };
}

function listedFor(domain: string, email: string, { providers, reading }: Books): readonly Listed[] {
  const mailbox = email.slice(0, email.lastIndexOf('@'));
  return providers.flatMap((provider) =>
    provider.domains
      .filter((entry) => entry.domain === domain && (!entry.usersToo || isOffice(mailbox, reading)))
      .map((entry) => ({ provider, domain: entry })),
  );
}

function isOffice(mailbox: string, reading: ReadingBook): boolean {
  return mailbox.split(/[.+_-]/u).some((part) => reading.officeMailboxes.includes(part)) || reading.officeMailboxes.includes(mailbox);
}

function replyToReasons(message: Pick<Message, 'replyTo'>, domain: string, books: Books): string[] {
  const other = message.replyTo?.email ? registrableDomain(message.replyTo.email) : '';
  if (!other || other === domain) return [];
  const known = books.providers.some((provider) => provider.domains.some((entry) => entry.domain === other));
  return known ? [] : ['reply-to-elsewhere'];
}

function fakeOf(message: Pick<Message, 'from'>, domain: string, books: Books): ProviderMatch | null {
  const { email, name } = message.from;
  const shown = fold(name, books.reading.confusables);
  const make = (provider: Provider, reason: string): ProviderMatch => ({ id: provider.id, matchedBy: 'domain', trust: 'lookalike', domain, reasons: [reason] });
  // An address in the display name that is not the real one.
  const claimed = /[\w.+-]{1,64}@([\w-]{1,63}(?:\.[\w-]{1,63}){1,4})/u.exec(shown)?.[1];
  if (claimed) {
    const other = registrableDomain(claimed);
    const owner = other !== domain ? books.providers.find((provider) => provider.domains.some((entry) => entry.domain === other)) : undefined;
    if (owner) return make(owner, 'name-shows-other-address');
  }
  for (const provider of books.providers) {
    const reason = imitates(domain, email, provider, books.reading);
    if (reason) return make(provider, reason);
  }
  // A provider's name over a free mailbox.
  if (books.reading.freeMail.includes(domain)) {
    const owner =
      providersInText(name, books)[0] ??
      books.providers.find((provider) => [provider.name, ...provider.aliases].some((one) => one.length > 3 && shown.includes(fold(one))));
    if (owner) return make(owner, 'name-over-free-mailbox');
  }
  return null;
}
