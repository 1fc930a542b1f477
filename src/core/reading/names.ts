import type { Provider } from '../../data/schema/provider';
import type { ReadingBook } from '../../data/schema/reading';

type Books = { readonly reading: ReadingBook; readonly providers: readonly Provider[] };
type Name = { readonly provider: Provider; readonly pattern: string; readonly weight: number };

const caches = new WeakMap<readonly Provider[], { readonly scan: RegExp; readonly names: Map<string, Name> }>();

/** Characters of a text in which names are looked for. */
const looked = 20_000;

/**
 * The providers that a text names, the most often named first. A name counts when it is written as a name (whole word, its
 * own capitals); names that are also ordinary words count only with a company's ending or a reference number.
 */
export function providersInText(text: string, books: Books): readonly Provider[] {
  const { scan, names } = table(books);
  const counts = new Map<Provider, number>();
  scan.lastIndex = 0;
  for (const match of text.slice(0, looked).matchAll(scan)) {
    const name = names.get(match[0]);
    if (name) counts.set(name.provider, (counts.get(name.provider) ?? 0) + name.weight);
  }
  for (const provider of books.providers)
    for (const reference of provider.references) {
      // Patterns of the directory are checked for linear time when the data are tested.
      if (reference.pattern && new RegExp(reference.pattern, 'u').test(text.slice(0, looked))) counts.set(provider, (counts.get(provider) ?? 0) + 5);
    }
  return [...counts].sort(([, a], [, b]) => b - a).map(([provider]) => provider);
}

function table(books: Books): { readonly scan: RegExp; readonly names: Map<string, Name> } {
  const cached = caches.get(books.providers);
  if (cached) return cached;
  const names = new Map<string, Name>();
  const ambiguous = new Set(books.reading.ambiguousNames);
  const brands = [
    'google',
    'facebook',
    'instagram',
    'microsoft',
    'twitter',
    'viber',
    'kik',
    'tumblr',
    'grok',
    'bumble',
    'aol',
    'tinder',
    'wordpress',
    'substack',
    'amazon',
    'discord',
    'uber',
  ];
  for (const provider of books.providers) {
    const simple = provider.name.replace(/\s*\(.*\)$/u, '');
    for (const pattern of new Set([simple, ...simple.split(' / '), ...provider.aliases])) {
      const folded = pattern.toLowerCase();
      if (pattern.length < 3 || (ambiguous.has(folded) && !brands.includes(folded))) continue;
      if (!names.has(pattern)) names.set(pattern, { provider, pattern, weight: brands.includes(folded) ? 1 : 2 });
    }
    for (const entity of provider.entities) {
      // The company's full name, with and without the comma, settles it even for an ambiguous brand.
      for (const pattern of new Set([entity.name, entity.name.replace(/,/gu, '')]))
        if (pattern.length > 5 && !names.has(pattern)) names.set(pattern, { provider, pattern, weight: 3 });
    }
  }
  const escaped = [...names.keys()].sort((a, b) => b.length - a.length).map((name) => name.replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`));
  const made = { scan: new RegExp(String.raw`(?<![\p{L}\p{N}@.])(?:${escaped.join('|')})(?![\p{L}\p{N}])`, 'gu'), names };
  caches.set(books.providers, made);
  return made;
}
