import { parse } from 'tldts';
import type { Provider } from '../../data/schema/provider';
import type { ReadingBook } from '../../data/schema/reading';

export type Books = { readonly reading: ReadingBook; readonly providers: readonly Provider[] };
export type Listed = { readonly provider: Provider; readonly entry: Provider['domains'][number] };

/** The host of an address, lower-case and without a final dot; empty when it is none. */
export function hostOf(address: string): string {
  const host = address
    .slice(address.lastIndexOf('@') + 1)
    .trim()
    .toLowerCase()
    .replace(/\.$/u, '');
  return host.length > 253 ? '' : host;
}

/** The part of an address or a host that somebody registered, lower-case; empty when there is none. Public suffix list of the tldts package. */
export function registrableDomain(address: string): string {
  const host = hostOf(address);
  return host === '' ? '' : (parse(host, { allowPrivateDomains: true }).domain ?? host);
}

/** A host taken apart: what was registered, its name without the ending, the ending, and what stands before it. */
export type HostParts = { readonly domain: string; readonly label: string; readonly ending: string; readonly before: string };

export function hostParts(host: string): HostParts {
  const { domain, domainWithoutSuffix, publicSuffix, subdomain } = parse(host, { allowPrivateDomains: true });
  return { domain: domain ?? host, label: domainWithoutSuffix ?? host.split('.')[0] ?? '', ending: publicSuffix ?? '', before: subdomain ?? '' };
}

type Index = {
  /** Who lists a domain. */
  readonly listed: ReadonlyMap<string, readonly Listed[]>;
  /** Every domain of a provider's house, listed or not, with the providers' ids. */
  readonly house: ReadonlyMap<string, ReadonlySet<string>>;
  readonly free: ReadonlySet<string>;
  readonly vendors: ReadonlySet<string>;
  readonly contacts: ReadonlySet<string>;
};

const indexes = new WeakMap<readonly Provider[], Index>();

/** The directory by domain; made once for each directory. */
export function domainIndex({ providers, reading }: Books): Index {
  const known = indexes.get(providers);
  if (known) return known;
  const listed = new Map<string, Listed[]>();
  const house = new Map<string, Set<string>>();
  const contacts = new Set<string>();
  const own = (domain: string, id: string) => {
    const ids = house.get(domain) ?? new Set();
    ids.add(id);
    house.set(domain, ids);
  };
  for (const provider of providers) {
    for (const entry of provider.domains) {
      listed.set(entry.domain, [...(listed.get(entry.domain) ?? []), { provider, entry }]);
      own(entry.domain, provider.id);
    }
    for (const domain of reading.kin[provider.id] ?? []) own(domain, provider.id);
    for (const contact of provider.contacts) if (contact.type === 'email') contacts.add(contact.value.toLowerCase());
  }
  const made: Index = { listed, house, contacts, free: new Set(reading.freeMail), vendors: new Set(reading.vendors) };
  indexes.set(providers, made);
  return made;
}

/** Looks up a host and the domains above it, the longest first. */
export function climb<T>(host: string, table: ReadonlyMap<string, T>): T | undefined {
  let rest = host;
  for (let level = 0; level < 12 && rest.includes('.'); level++) {
    const found = table.get(rest);
    if (found) return found;
    rest = rest.slice(rest.indexOf('.') + 1);
  }
  return undefined;
}
