import { lastOfWord, mark, symbolsFor } from './symbols';

export type PhraseWord = { readonly key: string; readonly symbols: readonly number[]; readonly stem: boolean };

/** The words of a lexicon's phrase, in the same symbols as a text; `gap` stands for `…`. A single letter before a hyphen or a full stop belongs to what follows (`e-mail`, `U.S.`). */
export function symbolsOfPhrase(phrase: string, confusables: Readonly<Record<string, string>>): readonly (PhraseWord | 'gap')[] {
  const symbols = symbolsFor(confusables);
  const words: (PhraseWord | 'gap')[] = [];
  for (const part of phrase.split(/(…|\.\.\.)|\s+/u)) {
    if (!part) continue;
    if (part === '…' || part === '...') {
      words.push('gap');
      continue;
    }
    let word: number[] = [];
    const close = (stem: boolean) => {
      if (word.length > 0) words.push({ key: `${word.join('.')}${stem ? '*' : ''}`, symbols: word, stem });
      word = [];
    };
    for (let at = 0; at < part.length; at++) {
      if (part[at] === '*') {
        close(true);
        continue;
      }
      const symbol = symbols.at(part, at);
      const several = symbol === mark.several ? symbols.of(part, at).symbols : [symbol];
      for (const one of several) {
        if (one <= lastOfWord) word.push(one);
        else if (one === mark.nothing || ((one === mark.hyphen || one === mark.stop) && word.length === 1 && at + 1 < part.length)) continue;
        else if (one === mark.stop && /^(?:\p{L}\.)+$/u.test(part)) continue;
        else close(false);
      }
    }
    close(false);
  }
  return words;
}
