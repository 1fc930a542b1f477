import type { Provider } from '../../data/schema/provider';
import type { ProviderMatch } from '../assessment';
import type { Address, Message } from '../message';
import { charSet, trimTail } from './characters';
import { climb, domainIndex, hostOf, hostParts, registrableDomain, type Books, type Listed } from './domains';
import { imitations, mixesScripts } from './lookalike';
import { mentions, providersInText, shortNames } from './names';
import { fold } from './normalise';
import { shownHost } from './punycode';

export { registrableDomain } from './domains';

type Given = Pick<Message, 'from' | 'replyTo' | 'subject' | 'authentication'>;

/**
 * Which provider a mail comes from, and how far its sender can be trusted. A look-alike never gets a provider's trust,
 * whatever its text says; a free mailbox that calls itself a provider is one, and so is a listed sender whose answers would go
 * to strangers. `reasons` tells why, as ids of texts.
 */
export function findSender(message: Given, ownText: string, books: Books): ProviderMatch | null {
  const host = hostOf(message.from.email);
  const domain = registrableDomain(message.from.email);
  let names: readonly Provider[] | undefined;
  const named = () => (names ??= providersInText(`${message.from.name}\n${message.subject}\n${ownText}`, books));
  const listed = host ? listedFor(host, message.from.email, books) : [];
  if (listed.length > 0) {
    const match = fromListed(listed, message, domain, books, named);
    if (match) return match;
  } else if (host) {
    const fake = fakeOf(message, host, domain, ownText, books);
    if (fake) return fake;
  }
  const first = named()[0];
  if (!first) return null;
  const reasons = [...(domain ? [] : ['no-address']), ...(strangerInReplyTo(message, domain, first, books) ? ['reply-to-elsewhere'] : [])];
  return { id: first.id, matchedBy: speaksFor(ownText, first, books) ? 'counsel' : 'text', trust: 'unlisted', domain, reasons };
}

function fromListed(listed: readonly Listed[], message: Given, domain: string, books: Books, named: () => readonly Provider[]): ProviderMatch | null {
  const shared = listed.length > 1 || listed.some(({ entry }) => entry.kind !== 'corporate');
  const mention = shared ? named() : [];
  const label = hostParts(domain).label;
  const chosen =
    listed.find(({ provider }) => mention[0]?.id === provider.id) ??
    listed.find(({ provider }) => mention.some(({ id }) => id === provider.id)) ??
    listed.find(({ provider, entry }) => entry.kind === 'corporate' && (provider.id === label || provider.name.toLowerCase().startsWith(label))) ??
    listed.find(({ entry }) => entry.kind === 'corporate') ??
    (listed.length === 1 ? listed[0] : undefined);
  if (!chosen) return null;
  const { provider, entry } = chosen;
  const reasons: string[] = [];
  let trust: ProviderMatch['trust'] = 'listed';
  // A firm or a portal that serves several: this mail is about one for whom the directory does not know it.
  const other = entry.kind !== 'corporate' ? mention[0] : undefined;
  if (other && !mention.some(({ id }) => listed.some((one) => one.provider.id === id)))
    return { id: other.id, matchedBy: entry.kind === 'outside-counsel' ? 'counsel' : 'text', trust: 'unlisted', domain, reasons: ['serves-others'] };
  const failed = message.authentication?.result === 'failed';
  if (failed) {
    trust = 'unlisted';
    reasons.push('authentication-failed');
  }
  if (strangerInReplyTo(message, domain, provider, books)) {
    reasons.push('reply-to-elsewhere');
    trust = message.authentication?.result === 'verified' ? 'unlisted' : 'lookalike';
  }
  return { id: provider.id, matchedBy: entry.kind === 'outside-counsel' ? 'counsel' : 'domain', trust, domain, reasons };
}

function listedFor(host: string, email: string, books: Books): readonly Listed[] {
  const index = domainIndex(books);
  const found = climb(host, index.listed) ?? [];
  if (!found.some(({ entry }) => entry.usersToo)) return found;
  const mailbox = email.slice(0, email.lastIndexOf('@'));
  const office = index.contacts.has(email) || books.reading.officeMailboxes.includes(mailbox);
  return found.filter(({ entry }) => !entry.usersToo || office);
}

/** True when an answer would go to another organisation than the sender's and the provider's. */
function strangerInReplyTo(message: Given, domain: string, provider: Provider, books: Books): boolean {
  const email = message.replyTo?.email ?? '';
  const host = hostOf(email);
  const other = email ? registrableDomain(email) : '';
  if (!other || other === domain || other === registrableDomain(message.from.email)) return false;
  const index = domainIndex(books);
  if (index.free.has(other)) return true;
  if (index.vendors.has(other)) return false;
  const owners = climb(host, index.house);
  if (!owners) return true;
  const kin = [provider.id, provider.parent?.id ?? '', ...books.providers.filter(({ parent }) => parent?.id === provider.id).map(({ id }) => id)];
  return !kin.some((id) => owners.has(id));
}

/** A sender that plays a provider: by its host, by the address or the name that it shows, by its own subdomain. */
function fakeOf(message: Given, host: string, domain: string, ownText: string, books: Books): ProviderMatch | null {
  const { name } = message.from;
  const index = domainIndex(books);
  const make = (provider: Provider, reason: string): ProviderMatch => ({ id: provider.id, matchedBy: 'domain', trust: 'lookalike', domain, reasons: [reason] });
  const free = index.free.has(domain) || (climb(host, index.listed)?.some(({ entry }) => entry.usersToo) ?? false);
  const house = free ? undefined : climb(host, index.house);
  const shown = fold(name, books.reading.confusables);
  // An address or a host in the display name that is not the real one.
  for (const claimed of hostsIn(shown)) {
    const other = registrableDomain(claimed);
    const owner = other !== domain ? index.listed.get(other)?.find(({ entry }) => entry.kind === 'corporate' || entry.kind === 'outside-counsel') : undefined;
    if (owner && !house?.has(owner.provider.id)) return make(owner.provider, 'name-shows-other-address');
  }
  if (!house && !free && !index.vendors.has(domain)) {
    const text = `${name}\n${message.subject}\n${ownText}`;
    for (const { provider, reason, sure, name: called } of imitations(host, books))
      if (sure || mixesScripts(host) || mentions(text, called ?? shortNames(provider), books)) return make(provider, reason);
  }
  if (shown.trim() === '') return null;
  const owner = playedBy(name, shown, free, books);
  if (owner && !house?.has(owner.id)) return make(owner, free ? 'name-over-free-mailbox' : 'name-over-other-domain');
  return null;
}

/** The provider that a display name is: its name and words of an office, nothing else; over a free mailbox any name that holds the provider's. */
function playedBy(name: string, shown: string, free: boolean, books: Books): Provider | null {
  if (free) {
    const plain = (short: string) => short.length < 6 || books.reading.ambiguousNames.includes(short) || books.reading.genericLabels.includes(short);
    const owner = books.providers.find((one) => shortNames(one).some((short) => !plain(fold(short)) && shown.includes(fold(short))));
    if (owner) return owner;
  }
  const words = wordsOf(shown);
  if (words.length === 0 || words.length > 10) return null;
  const office = (list: readonly string[]) => list.every((word) => books.reading.organisationWords.includes(word));
  const law = (list: readonly string[]) => list.some((word) => books.reading.lawWords.includes(word));
  const table = nameTable(books);
  for (const [index, word] of words.entries())
    for (const { provider, own, plain } of table.get(word) ?? []) {
      if (!own.every((one, offset) => words[index + offset] === one)) continue;
      const rest = [...words.slice(0, index), ...words.slice(index + own.length)];
      if (office(rest) && (!plain || law(rest))) return provider;
    }
  return null;
}

/** `plain`: the name alone could mean something else. */
type ShownName = { readonly provider: Provider; readonly own: readonly string[]; readonly plain: boolean };
const nameTables = new WeakMap<readonly Provider[], ReadonlyMap<string, readonly ShownName[]>>();

function nameTable({ providers, reading }: Books): ReadonlyMap<string, readonly ShownName[]> {
  const known = nameTables.get(providers);
  if (known) return known;
  const made = new Map<string, ShownName[]>();
  for (const provider of providers)
    for (const short of shortNames(provider)) {
      const own = wordsOf(fold(short));
      const first = own[0];
      if (!first) continue;
      const plain = own.length === 1 && (reading.ambiguousNames.includes(first) || reading.genericLabels.includes(first) || first.length < 5);
      made.set(first, [...(made.get(first) ?? []), { provider, own, plain }]);
    }
  nameTables.set(providers, made);
  return made;
}

const dot = charSet('.');

/** What looks like an address or a host in a display name, without its mailbox; at most five. */
function hostsIn(shown: string): readonly string[] {
  if (!shown.includes('.')) return [];
  return shown
    .split(/[\s<>()[\]"',;|]/u)
    .filter((word) => word.length > 3 && word.indexOf('.') > 0)
    .slice(0, 5)
    .map((word) => trimTail(word.slice(word.lastIndexOf('@') + 1), dot));
}

function wordsOf(folded: string): readonly string[] {
  return folded.match(/[\p{L}\p{N}.]{1,40}/gu)?.map((word) => trimTail(word, dot)) ?? [];
}

/** True when the own words say that somebody writes as a provider's counsel or agent. */
function speaksFor(ownText: string, provider: Provider, { reading }: Books): boolean {
  const head = fold(ownText.slice(0, 6000), reading.confusables).replace(/\s{1,200}/gu, ' ');
  const names = shortNames(provider).map((name) => fold(name));
  for (const { counsel } of Object.values(reading.languages))
    for (const phrase of counsel) {
      const at = head.indexOf(phrase);
      if (at < 0) continue;
      const near = head.slice(Math.max(0, at - 120), at + phrase.length + 120);
      if (names.some((name) => near.includes(name)) || phrase.length > 24) return true;
    }
  return false;
}

/** An address as a person may be shown it: punycode undone, so that a strange letter can be seen. */
export function readableAddress({ email }: Address): string {
  return `${email.slice(0, email.lastIndexOf('@') + 1)}${shownHost(hostOf(email))}`;
}
