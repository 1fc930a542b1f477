import type { ReadingBook } from '../../data/schema/reading';

export type Label = 'from' | 'sent' | 'to' | 'cc' | 'subject' | 'attachments';

/** The words around mails, of all languages together, laid out to be looked up. */
export type Wording = {
  /** What a header label can mean; one word can mean different things in different languages (`a`, `de`). */
  readonly labels: ReadonlyMap<string, readonly Label[]>;
  /** The same by the shapes of the letters, for texts that a scanner read (`lnviato`, `0ggetto`). */
  readonly shapes: ReadonlyMap<string, readonly Label[]>;
  /** Beginnings of introductions by their first character, verbs by all and by their last. */
  readonly beginsByStart: ReadonlyMap<number, readonly string[]>;
  readonly verbs: readonly string[];
  readonly verbsByEnd: ReadonlyMap<number, readonly string[]>;
  readonly middle: readonly string[];
  /** Any of the verbs as a word: without one, and without an address, no line introduces a quotation. */
  readonly anyVerb: RegExp;
  /** Separators' phrases by their first word, with what they open. */
  readonly separators: ReadonlyMap<string, readonly Separator[]>;
  /** Whether a line that begins with these two letters can be a separator or a header. */
  readonly separatorGate: Gate;
  readonly headerGate: Gate;
  /** The same for a closing formula or a mobile client's line. */
  readonly endGate: Gate;
  readonly bannerGate: Gate;
  readonly closings: ReadonlySet<string>;
  /** Closings of two words or more, after which a name may stand on the same line. */
  readonly longClosings: ReadonlyMap<string, readonly string[]>;
  /** Mobile clients' lines by their first word. */
  readonly mobile: ReadonlyMap<string, readonly string[]>;
  readonly inline: readonly string[];
  readonly passingOn: readonly string[];
  readonly banners: readonly string[];
  /** Confidentiality phrases, a list for each language. */
  readonly disclaimers: readonly (readonly string[])[];
};

export type Separator = { readonly phrase: string; readonly kind: 'quote' | 'forward' };

/** A phrase up to its first blank or colon. */
export function firstWord(phrase: string): string {
  const end = phrase.search(/[\s:]/u);
  return end < 0 ? phrase : phrase.slice(0, end);
}

/** A first look at two letters, which spares most lines any folding. */
export class Gate {
  private readonly pairs = new Uint8Array(26 * 26);

  constructor(phrases: Iterable<string>) {
    for (const phrase of phrases) {
      const one = letterOf(phrase.charCodeAt(0));
      const two = letterOf(phrase.charCodeAt(1));
      // A single letter is followed by no letter, which always opens.
      if (one < 0 || phrase.length === 1) continue;
      if (two < 0) this.pairs.fill(1, one * 26, one * 26 + 26);
      else this.pairs[one * 26 + two] = 1;
    }
  }

  /** True unless the two characters at an offset are ASCII letters with which no phrase begins. */
  opens(text: string, at: number): boolean {
    const one = letterOf(text.charCodeAt(at));
    const two = letterOf(text.charCodeAt(at + 1));
    return one < 0 || two < 0 || this.pairs[one * 26 + two] === 1;
  }
}

/** 0 to 25 for an ASCII letter, else -1. */
function letterOf(code: number): number {
  const letter = (code | 32) - 97;
  return letter >= 0 && letter < 26 && code > 64 ? letter : -1;
}

const known = new WeakMap<ReadingBook, Wording>();

/** All languages' wording; made once for each book. */
export function wordingOf(book: ReadingBook): Wording {
  const cached = known.get(book);
  if (cached) return cached;
  const languages = Object.values(book.languages);
  const labels = new Map<string, Label[]>();
  const shapes = new Map<string, Label[]>();
  const put = (table: Map<string, Label[]>, word: string, label: Label) => {
    const list = table.get(word) ?? [];
    if (!list.includes(label)) list.push(label);
    table.set(word, list);
  };
  for (const { headers } of languages)
    for (const [label, words] of Object.entries(headers))
      for (const word of words) {
        put(labels, word, label as Label);
        if (word.length >= 4) put(shapes, shapeOf(word), label as Label);
      }
  const all = (pick: (language: (typeof languages)[number]) => readonly string[]) => [...new Set(languages.flatMap(pick))].sort((a, b) => b.length - a.length);
  const closings = all((language) => language.closings);
  const separators = new Map<string, Separator[]>();
  for (const { original, forwarded } of languages)
    for (const [kind, phrases] of [
      ['quote', original],
      ['forward', forwarded],
    ] as const)
      for (const phrase of phrases) {
        const first = firstWord(phrase);
        separators.set(first, [...(separators.get(first) ?? []), { phrase, kind }]);
      }
  const made: Wording = {
    labels,
    shapes,
    beginsByStart: byCode(
      all(({ intro }) => intro.begins),
      () => 0,
    ),
    verbs: all(({ intro }) => intro.verbs),
    verbsByEnd: byCode(
      all(({ intro }) => intro.verbs),
      (verb) => verb.length - 1,
    ),
    middle: all(({ intro }) => intro.middle),
    anyVerb: new RegExp(
      `(?<!\\p{L})(?:${all(({ intro }) => [...intro.verbs, ...intro.middle])
        .map((verb) => verb.replace(/[^\p{L}\p{N} ]/gu, ''))
        .join('|')})(?!\\p{L})`,
      'u',
    ),
    separators,
    separatorGate: new Gate([...all((language) => language.original), ...all((language) => language.forwarded)]),
    headerGate: new Gate([...labels.keys(), 'lnviato', 'lnviata']),
    endGate: new Gate([...closings, ...all((language) => language.mobile)]),
    bannerGate: new Gate(all((language) => language.banners)),
    closings: new Set(closings),
    longClosings: byFirstWord(closings.filter((closing) => closing.includes(' ') && closing.length >= 9)),
    mobile: byFirstWord(all((language) => language.mobile)),
    inline: all((language) => language.inline),
    passingOn: all((language) => language.passingOn),
    banners: all((language) => language.banners),
    disclaimers: languages.map((language) => language.disclaimers),
  };
  known.set(book, made);
  return made;
}

/** Phrases by the code of one of their characters. */
function byCode(phrases: readonly string[], at: (phrase: string) => number): ReadonlyMap<number, readonly string[]> {
  const made = new Map<number, string[]>();
  for (const phrase of phrases) {
    const code = phrase.charCodeAt(at(phrase));
    made.set(code, [...(made.get(code) ?? []), phrase]);
  }
  return made;
}

function byFirstWord(phrases: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const made = new Map<string, string[]>();
  for (const phrase of phrases) {
    const first = firstWord(phrase);
    made.set(first, [...(made.get(first) ?? []), phrase]);
  }
  return made;
}

/** A word by the shapes of its letters. */
export function shapeOf(word: string): string {
  return word
    .replace(/[1|!il]/gu, 'l')
    .replace(/0/gu, 'o')
    .replace(/5/gu, 's')
    .replace(/rn/gu, 'm');
}
