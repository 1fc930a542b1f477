import type { Provider } from '../../data/schema/provider';
import { hostParts, type Books } from './domains';
import { readHost, shownHost } from './punycode';

/** A host that looks like a provider's. `sure` is false when it takes the provider's name in the mail to believe it: any of its names, or those in `name`. */
export type Imitation = { readonly provider: Provider; readonly reason: string; readonly sure: boolean; readonly name?: readonly string[] };

type Original = {
  readonly provider: Provider;
  readonly domain: string;
  readonly label: string;
  readonly skeleton: string;
  /** A made-up name: nobody else has a reason to use it. */
  readonly distinctive: boolean;
};

const originals = new WeakMap<readonly Provider[], readonly Original[]>();
const digits: Readonly<Record<string, string>> = { '0': 'o', '1': 'l', '3': 'e', '4': 'a', '5': 's', '7': 't', '8': 'b', '|': 'l', i: 'l' };

/**
 * The providers whose hosts a host imitates, the surest first: letters of other scripts, digits for letters, a changed letter,
 * another ending, added words, the real name inside another host. Not asked for hosts of a provider's own house.
 */
export function imitations(host: string, books: Books): readonly Imitation[] {
  let seen = verdicts.get(books.providers);
  if (!seen) verdicts.set(books.providers, (seen = new Map()));
  const known = seen.get(host);
  if (known) return known;
  const found = imitationsOf(host, books);
  if (seen.size >= mostVerdicts) seen.clear();
  seen.set(host, found);
  return found;
}

/** The same senders write again and again. */
const verdicts = new WeakMap<readonly Provider[], Map<string, readonly Imitation[]>>();
const mostVerdicts = 1000;

function imitationsOf(host: string, books: Books): readonly Imitation[] {
  const read = readHost(host, books.reading);
  const foreign = read !== host;
  const parts = hostParts(read);
  const { label, ending, before } = parts;
  if (label.length < 2) return [];
  const plain = skeleton(label);
  const words = label.split('-').filter(Boolean);
  const found: Imitation[] = [];
  for (const original of originalsOf(books)) {
    const reason = compare(original);
    if (reason) found.push({ provider: original.provider, reason: reason.id, sure: reason.sure, ...(original.distinctive ? {} : { name: [original.label] }) });
  }
  return found.sort((a, b) => Number(b.sure) - Number(a.sure));

  function compare(original: Original): { readonly id: string; readonly sure: boolean } | null {
    const { label: real, distinctive } = original;
    if (foreign && plain === original.skeleton) return { id: 'confusable-letters', sure: true };
    if (label === real) {
      const country = ending.split('.').at(-1) ?? '';
      const allowed = country.length === 2 && books.reading.countryEndings.includes(real) && !books.reading.abusedEndings.includes(ending);
      return allowed ? null : { id: 'other-ending', sure: false };
    }
    if (real.length >= 4 && plain === original.skeleton) {
      const hyphenated = label.replace(/-/gu, '') === real;
      return { id: hyphenated ? 'added-hyphen' : 'confusable-letters', sure: distinctive };
    }
    if (real.length >= 6 && closeTo(label, real)) return { id: 'one-letter-off', sure: false };
    if (
      distinctive &&
      real.length >= 8 &&
      words.some((word) => word !== label && (skeleton(word) === original.skeleton || closeTo(word, real))) &&
      rest(real).every(isBait)
    )
      return { id: 'added-words', sure: rest(real).some(isLaw) };
    const added = addedWords(original);
    if (added) return added;
    if (before !== '' || label.includes(original.domain.replace('.', '-'))) {
      const inside = `.${before}.`;
      if (inside.includes(`.${original.domain}.`) || `${before}.${label}`.includes(original.domain.replace('.', '-')))
        return { id: 'name-inside-host', sure: true };
      if (distinctive && inside.includes(`.${real}.`)) return { id: 'name-inside-host', sure: false };
    }
    return null;
  }

  /** Words of the label beside those that are the name or near it. */
  function rest(real: string): readonly string[] {
    return words.filter((word) => word !== real && skeleton(word) !== skeleton(real) && !closeTo(word, real));
  }

  function addedWords(original: Original): { readonly id: string; readonly sure: boolean } | null {
    const { label: real, distinctive } = original;
    if (words.length > 1 && (words.includes(real) || (real.length >= 4 && words.some((word) => skeleton(word) === original.skeleton)))) {
      const others = rest(real);
      if (others.some(isLaw)) return { id: 'added-words', sure: distinctive };
      return others.some(isBait) ? { id: 'added-words', sure: false } : null;
    }
    if (real.length < 4) return null;
    for (const candidate of [label, plain === label ? '' : plain]) {
      const name = candidate === label ? real : original.skeleton;
      const left = candidate.startsWith(name) ? candidate.slice(name.length) : candidate.endsWith(name) ? candidate.slice(0, -name.length) : '';
      const word = left.replace(/[-\d]/gu, '');
      if (left === '') continue;
      if (word === '') return { id: 'added-words', sure: false };
      if (isLaw(word) || startsOrEnds(word, books.reading.lawWords)) return { id: 'added-words', sure: distinctive && isLaw(word) };
      if (isBait(word)) return { id: 'added-words', sure: false };
    }
    return null;
  }

  function isLaw(word: string): boolean {
    return books.reading.lawWords.includes(word) || books.reading.lawWords.some((one) => skeleton(one) === word);
  }
  function isBait(word: string): boolean {
    return isLaw(word) || books.reading.baitWords.includes(word);
  }
}

/** `legalteam`, `uklegal`: a telling word of five letters or more at an edge. */
function startsOrEnds(word: string, list: readonly string[]): boolean {
  return list.some((one) => one.length >= 5 && (word.startsWith(one) || word.endsWith(one)));
}

/** Letters as the eye takes them: `rn` for m, `vv` for w, `cl` stays; digits and i for what they resemble. */
export function skeleton(label: string): string {
  return label
    .replace(/-/gu, '')
    .replace(/[0134578|i]/gu, (character) => digits[character] ?? character)
    .replace(/rn/gu, 'm')
    .replace(/vv/gu, 'w');
}

/** One letter added, lost, changed or swapped with its neighbour. */
export function closeTo(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1 || one === other) return false;
  let start = 0;
  while (start < one.length && start < other.length && one[start] === other[start]) start++;
  let back = 0;
  while (back < one.length - start && back < other.length - start && one[one.length - 1 - back] === other[other.length - 1 - back]) back++;
  const left = one.slice(start, one.length - back);
  const right = other.slice(start, other.length - back);
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}

/** True when a host shows letters of another script among Latin ones, as no honest name does. */
export function mixesScripts(host: string): boolean {
  const shown = shownHost(host);
  return shown !== host && /[a-z]/u.test(shown.slice(0, shown.lastIndexOf('.'))) && /\p{Script=Cyrillic}|\p{Script=Greek}|\p{Script=Armenian}/u.test(shown);
}

function originalsOf(books: Books): readonly Original[] {
  const known = originals.get(books.providers);
  if (known) return known;
  const ambiguous = new Set(books.reading.ambiguousNames);
  const made = new Map<string, Original>();
  for (const provider of books.providers) {
    const put = (domain: string) => {
      const { label } = hostParts(domain);
      if (label.length < 2 || made.has(label)) return;
      const plain = books.reading.genericLabels.includes(label) || (ambiguous.has(label) && !books.reading.capitalisedNames.includes(label));
      made.set(label, { provider, domain, label, skeleton: skeleton(label), distinctive: label.length >= 6 && !plain });
    };
    for (const entry of provider.domains) if (entry.kind === 'corporate' || entry.kind === 'outside-counsel') put(entry.domain);
    // Names that have no listed domain of their own: YouTube, Tinder, Gmail.
    for (const name of [provider.id, ...provider.aliases.map((alias) => alias.toLowerCase())])
      if (/^[a-z]{5,20}$/u.test(name) && !ambiguous.has(name)) put(`${name}.com`);
  }
  const list = [...made.values()];
  originals.set(books.providers, list);
  return list;
}
