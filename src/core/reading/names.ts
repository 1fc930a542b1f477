import type { Provider } from '../../data/schema/provider';
import type { Books } from './domains';
import { fold } from './normalise';

type Name = { readonly text: string; readonly provider: Provider; readonly weight: number };
type Table = {
  /** Names by their first word, the longest first. */
  readonly byFirst: ReadonlyMap<string, readonly Name[]>;
  /** Whether a word that begins with this ASCII character can begin a name. */
  readonly starts: Uint8Array;
  readonly references: readonly { readonly provider: Provider; readonly pattern: RegExp }[];
};

const tables = new WeakMap<readonly Provider[], Table>();

/** Characters of a text in which names are looked for. */
const looked = 20_000;

/**
 * The providers that a text names, the most often named first. A name counts when it is written as a name (whole word, its
 * own capitals); names that are also ordinary words count only with a company's ending or a reference number. Linear.
 */
export function providersInText(text: string, books: Books): readonly Provider[] {
  const table = tableOf(books);
  const counts = new Map<Provider, number>();
  const add = (provider: Provider, weight: number) => counts.set(provider, (counts.get(provider) ?? 0) + weight);
  const end = Math.min(text.length, looked);
  for (let at = 0; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code < 128 ? wordSigns[code] === 0 : !isWordCode(code)) continue;
    const first = at;
    do at++;
    while (at < end && inWord(text.charCodeAt(at)));
    if (code > 127 || table.starts[code] === 0 || at - first > 29) continue;
    // A part of an address or of a host is no name.
    const before = first > 0 ? text.charCodeAt(first - 1) : 32;
    if (before === 64 || before === 46) continue;
    const found = table.byFirst
      .get(text.slice(first, at))
      ?.find((name) => text.startsWith(name.text, first) && !isWordCode(text.charCodeAt(first + name.text.length)));
    if (!found) continue;
    add(found.provider, found.weight);
    at = Math.max(at, first + found.text.length);
  }
  if (table.references.length > 0) {
    const head = text.slice(0, looked);
    for (const { provider, pattern } of table.references) if (pattern.test(head)) add(provider, 5);
  }
  if (counts.size < 2) return [...counts.keys()];
  return [...counts].sort(([, a], [, b]) => b - a).map(([provider]) => provider);
}

/** Whether a text holds one of some names as a word; short ones only with a capital. Looks at 20 000 characters. */
export function mentions(text: string, names: readonly string[], { reading }: Books): boolean {
  const folded = fold(text.slice(0, looked), reading.confusables);
  return names.some((name) => holdsWord(folded, fold(name), text));
}

/** Names of a provider without what explains them: `X`, `Match Group`, `Tinder`. */
export function shortNames(provider: Provider): readonly string[] {
  const known = shorts.get(provider);
  if (known) return known;
  const simple = provider.name.split(' (')[0] ?? provider.name;
  const names = [...new Set([...simple.split(' / '), ...provider.aliases, ...provider.entities.map(({ name }) => name.replace(/,/gu, ''))])].filter(
    (name) => name.length > 1,
  );
  shorts.set(provider, names);
  return names;
}
const shorts = new WeakMap<Provider, readonly string[]>();

/** A name of five letters or fewer must stand in the original with a capital. */
function holdsWord(folded: string, name: string, original: string): boolean {
  for (let at = folded.indexOf(name); at >= 0; at = folded.indexOf(name, at + 1)) {
    if (isWordCode(folded.charCodeAt(at - 1)) || isWordCode(folded.charCodeAt(at + name.length))) continue;
    if (name.length > 5 || folded.length !== original.length) return true;
    const first = original[at] ?? '';
    if (first !== first.toLowerCase()) return true;
  }
  return false;
}

/** 1 for ASCII letters and digits. */
const wordSigns = Uint8Array.from({ length: 128 }, (_, code) => (/[A-Za-z0-9]/u.test(String.fromCharCode(code)) ? 1 : 0));

function inWord(code: number): boolean {
  return code < 128 ? wordSigns[code] === 1 : isWordCode(code);
}

function isWordCode(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    (code >= 0xaa && (code < 0x2000 || code > 0x206f) && isLetter(code))
  );
}

/** Letters beyond ASCII, near enough for the edges of names: no spaces, quotation marks or dashes. */
function isLetter(code: number): boolean {
  return code !== 0xab && code !== 0xbb && code !== 0xb7 && code !== 0xd7 && code !== 0xf7 && (code < 0x3000 || code > 0x303f) && code !== 0xfeff;
}

function tableOf(books: Books): Table {
  const known = tables.get(books.providers);
  if (known) return known;
  const names = new Map<string, Name>();
  const ambiguous = new Set(books.reading.ambiguousNames);
  const brands = new Set(books.reading.capitalisedNames);
  const put = (text: string, provider: Provider, weight: number) => {
    if (!names.has(text)) names.set(text, { text, provider, weight });
  };
  for (const provider of books.providers) {
    const simple = provider.name.split(' (')[0] ?? provider.name;
    for (const text of [simple, ...simple.split(' / '), ...provider.aliases]) {
      const folded = text.toLowerCase();
      if (text.length < 3 || (ambiguous.has(folded) && !brands.has(folded))) continue;
      put(text, provider, brands.has(folded) ? 1 : 2);
    }
    // The company's full name, with and without the comma, settles it even for an ambiguous brand.
    for (const { name } of provider.entities) for (const text of [name, name.replace(/,/gu, '')]) if (text.length > 5) put(text, provider, 3);
  }
  const byFirst = new Map<string, Name[]>();
  const starts = new Uint8Array(128);
  for (const name of names.values()) {
    let stop = 0;
    while (stop < name.text.length && isWordCode(name.text.charCodeAt(stop))) stop++;
    const first = name.text.slice(0, stop);
    byFirst.set(
      first,
      [...(byFirst.get(first) ?? []), name].sort((a, b) => b.text.length - a.text.length),
    );
    const code = name.text.charCodeAt(0);
    if (code < 128) starts[code] = 1;
  }
  // The directory's patterns are proved linear where the data are tested.
  const references = books.providers.flatMap((provider) =>
    provider.references.flatMap(({ pattern }) => (pattern ? [{ provider, pattern: new RegExp(pattern, 'u') }] : [])),
  );
  const made: Table = { byFirst, starts, references };
  tables.set(books.providers, made);
  return made;
}
