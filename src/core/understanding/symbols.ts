import { fold } from '../reading/normalise';

/**
 * What a character is to the reader of sentences: a letter (1–26), a digit (27–36), a sign that belongs to words (37–40), or one of the
 * marks below. Accents, case, widths and look-alike letters of other scripts are folded away.
 */
export const letters = 26;
/** Any sign of a currency; it stands as a word of its own. */
export const currency = 39;
export const otherLetter = 40;
/** Symbols up to this one make words. */
export const lastOfWord = 40;
export const alphabet = 41;
export const mark = {
  blank: 41,
  line: 42,
  stop: 43,
  pause: 44,
  quote: 45,
  question: 46,
  end: 47,
  apostrophe: 48,
  hyphen: 49,
  sign: 50,
  nothing: 51,
  several: 52,
} as const;

export type Symbols = {
  /** Symbol of each UTF-16 unit; 0 where it has not been asked for. */
  readonly table: Uint8Array;
  /** Symbols of a character that stands for several letters, or that two units make; `width` is the units that it takes. */
  of(text: string, at: number): { readonly symbols: readonly number[]; readonly width: number };
  /** The symbol at a place; fills the table. */
  at(text: string, at: number): number;
};

const made = new WeakMap<object, Symbols>();

/** The symbols under a table of look-alike letters; made once. */
export function symbolsFor(confusables: Readonly<Record<string, string>>): Symbols {
  const known = made.get(confusables);
  if (known) return known;
  const table = new Uint8Array(65_536);
  const longer = new Map<string, readonly number[]>();
  const symbolsOf = (character: string): readonly number[] => {
    let found = longer.get(character);
    if (!found) {
      found = [...fold(character, confusables)].map(symbolOf);
      if (longer.size < 20_000) longer.set(character, found);
    }
    return found;
  };
  const symbols: Symbols = {
    table,
    at(text, at) {
      const code = text.charCodeAt(at);
      const known_ = table[code];
      if (known_) return known_;
      const found = code >= 0xd800 && code <= 0xdfff ? [] : symbolsOf(String.fromCharCode(code));
      const symbol =
        code >= 0xd800 && code <= 0xdfff ? mark.several : found.length === 0 ? mark.nothing : found.length === 1 ? (found[0] ?? mark.sign) : mark.several;
      table[code] = symbol;
      return symbol;
    },
    of(text, at) {
      const code = text.charCodeAt(at);
      const pair = code >= 0xd800 && code <= 0xdbff && at + 1 < text.length;
      return { symbols: symbolsOf(pair ? text.slice(at, at + 2) : (text[at] ?? '')), width: pair ? 2 : 1 };
    },
  };
  for (let code = 0; code < 128; code++) symbols.at(String.fromCharCode(code), 0);
  made.set(confusables, symbols);
  return symbols;
}

const marks: Readonly<Record<string, number>> = {
  '§': 37,
  '@': 38,
  '€': currency,
  $: currency,
  '£': currency,
  ' ': mark.blank,
  '\t': mark.blank,
  '\r': mark.nothing,
  '\n': mark.line,
  '.': mark.stop,
  ',': mark.pause,
  ':': mark.pause,
  '(': mark.pause,
  ')': mark.pause,
  '[': mark.pause,
  ']': mark.pause,
  '|': mark.pause,
  '"': mark.quote,
  '?': mark.question,
  '!': mark.end,
  ';': mark.end,
  "'": mark.apostrophe,
  '-': mark.hyphen,
};

function symbolOf(folded: string): number {
  const code = folded.charCodeAt(0);
  if (code >= 97 && code <= 122) return code - 96;
  if (code >= 48 && code <= 57) return code - 21;
  return marks[folded] ?? (/[\p{L}\p{N}]/u.test(folded) ? otherLetter : /\s/u.test(folded) ? mark.blank : mark.sign);
}
