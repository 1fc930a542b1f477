import { factsOfTemplate } from './template';

/** Letters that an office wrote itself, by language and id; each stands in the place of the one that ships. */
export type LetterPack = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What is wrong with a letter: the key of a sentence, and the words that go into it. */
export type LetterFault = { readonly key: 'empty' | 'subject' | 'body' | 'open' | 'unknown' | 'long' | 'brace'; readonly value: string };

/** Longest letter, in characters. */
export const longestLetter = 20_000;
const mostLetters = 500;

/** What keeps a letter from being used; empty when it is sound. `known` are the facts that may stand in braces. */
export function letterFaults(text: string, known: ReadonlySet<string>): readonly LetterFault[] {
  if (text.trim() === '') return [{ key: 'empty', value: '' }];
  if (text.length > longestLetter) return [{ key: 'long', value: String(longestLetter) }];
  const faults: LetterFault[] = [];
  const [first = '', ...rest] = text.split('\n');
  if (!/^Subject: \S/u.test(first)) faults.push({ key: 'subject', value: '' });
  if (rest.join('').trim() === '') faults.push({ key: 'body', value: '' });
  for (const fact of factsOfTemplate(text)) if (!known.has(fact)) faults.push({ key: 'unknown', value: fact });
  const open: string[] = [];
  for (const [, sign = '', fact = ''] of text.matchAll(/\{([#^/])(\w{1,60})\}/gu)) {
    if (sign !== '/') open.push(fact);
    else if (open.pop() !== fact) {
      faults.push({ key: 'open', value: fact });
      open.length = 0;
    }
  }
  for (const fact of open) faults.push({ key: 'open', value: fact });
  const stray = /[{}]/u.exec(text.replace(/\{[#^/]?\w{1,60}\}/gu, ''));
  if (stray) faults.push({ key: 'brace', value: stray[0] });
  return faults;
}

/** A pack as it was stored or read from a file; anything that is no letter of a known language and id is left out. */
export function asLetterPack(value: unknown, ids: ReadonlySet<string>): LetterPack {
  const pack: Record<string, Record<string, string>> = {};
  if (typeof value !== 'object' || value === null) return pack;
  let count = 0;
  for (const [language, letters] of Object.entries(value)) {
    if (!/^[a-z]{2}$/u.test(language) || typeof letters !== 'object' || letters === null) continue;
    for (const [id, text] of Object.entries(letters as Record<string, unknown>)) {
      if (!ids.has(id) || typeof text !== 'string' || text.length > longestLetter || count >= mostLetters) continue;
      (pack[language] ??= {})[id] = text;
      count++;
    }
  }
  return pack;
}
