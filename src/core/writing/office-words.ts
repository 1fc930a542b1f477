import type { OfficeWords } from './own-words';

/** What an office may add words to, by concept of `lint.json`; the last holds the words that it does not want in a letter. */
export const officeConcepts = ['DESIGNATION', 'SECRET', 'BASIS', 'EVERYTHING', 'ORDERING', 'OFFICE_UNWANTED'] as const;
export type OfficeConcept = (typeof officeConcepts)[number];

/** Longest phrase in characters, most words in it, most phrases of one kind. */
export const officeLimits = { length: 80, words: 8, phrases: 40 } as const;

/** What is wrong with a phrase: the key of a sentence, and the phrase. */
export type PhraseFault = { readonly key: 'signs' | 'long' | 'short' | 'many'; readonly value: string };

/** One phrase a line, as typed: the sound ones, each once, and what is wrong with the others. */
export function readPhrases(typed: string): { readonly phrases: readonly string[]; readonly faults: readonly PhraseFault[] } {
  const phrases: string[] = [];
  const faults: PhraseFault[] = [];
  for (const line of typed.split('\n')) {
    const phrase = line.trim().replace(/\s+/gu, ' ').toLowerCase();
    if (phrase === '' || phrases.includes(phrase)) continue;
    const fault = phraseFault(phrase);
    if (fault) faults.push({ key: fault, value: phrase.slice(0, officeLimits.length) });
    else if (phrases.length >= officeLimits.phrases) {
      faults.push({ key: 'many', value: String(officeLimits.phrases) });
      break;
    } else phrases.push(phrase);
  }
  return { phrases, faults };
}

/** Words and, at the end of a word, `*`: an office's phrase is no pattern. */
export function phraseFault(phrase: string): PhraseFault['key'] | undefined {
  if (phrase.length > officeLimits.length || phrase.split(' ').length > officeLimits.words) return 'long';
  if (/[()|[\]{}…<>]/u.test(phrase) || /\*(?!$|\s)|(?:^|\s)\*/u.test(phrase)) return 'signs';
  return (phrase.match(/[\p{L}\d]/gu)?.length ?? 0) < 3 ? 'short' : undefined;
}

/** A file of office words, or undefined when it is none; phrases that are not sound are left out. */
export function asOfficeFile(value: unknown): OfficeWords | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const entries = officeConcepts.flatMap((concept) => {
    const given = (value as Record<string, unknown>)[concept];
    const { phrases } = readPhrases(Array.isArray(given) ? given.filter((one): one is string => typeof one === 'string').join('\n') : '');
    return phrases.length > 0 ? [[concept, phrases] as const] : [];
  });
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}
