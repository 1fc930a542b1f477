import type { Provider } from '../../data/schema/provider';

/** What a list of providers can be narrowed to. */
export type DirectoryFilter = 'all' | 'emergency' | 'preservation' | 'eu' | 'stale';

/** True when the facts were last checked so long ago that their review date has passed. `today` is an ISO date. */
export function isStale(provider: Provider, today: string): boolean {
  return provider.reviewBy < today.slice(0, 10);
}

/** Providers whose name, other names, companies or domains contain every word, in order of name. `today` is an ISO date. */
export function searchProviders(providers: readonly Provider[], words: string, filter: DirectoryFilter, today: string): readonly Provider[] {
  const wanted = fold(words.slice(0, 200)).split(' ').filter(Boolean);
  return providers
    .filter((provider) => {
      const all = fold(
        [
          provider.name,
          ...provider.aliases,
          ...provider.entities.map(({ name }) => name),
          ...provider.domains.map(({ domain }) => domain),
          provider.category,
        ].join(' '),
      );
      return wanted.every((word) => all.includes(word)) && passes(provider, filter, today);
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

function passes(provider: Provider, filter: DirectoryFilter, today: string): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'emergency':
      return provider.emergency.publishedOnline === true;
    case 'preservation':
      return provider.preservation.accepted === true;
    case 'eu':
      return provider.euAddressee.state !== null;
    case 'stale':
      return isStale(provider, today);
  }
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/gu, ' ').trim();
}
