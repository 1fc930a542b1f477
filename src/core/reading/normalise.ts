/** A text folded for comparison, with the way back. */
export type Normalised = {
  /** Lower case, without accents, invisible characters and look-alike letters; one unit of it stands for one or more of the original. */
  readonly text: string;
  /** The offset in the original text at which the character at `offset` begins; the original's length for the end. */
  toOriginal(offset: number): number;
};

const invisible = /[\p{Cf}\u034f\u115f\u180e]|\p{Variation_Selector}/u;
const punctuation: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‛': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '−': '-',
  '…': '...',
  ß: 'ss',
  æ: 'ae',
  ø: 'o',
  œ: 'oe',
  đ: 'd',
  ł: 'l',
  ı: 'i',
};

/** Folds a text in linear time. `confusables` maps letters of other scripts to the Latin ones that they imitate. */
export function normalise(text: string, confusables: Readonly<Record<string, string>> = {}): Normalised {
  if (isAscii(text)) return { text: text.toLowerCase(), toOriginal: (offset) => Math.min(offset, text.length) };
  const fold = foldWith(confusables);
  const parts: string[] = [];
  const offsets: number[] = [];
  let plainFrom = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 0x80) {
      offsets.push(index);
      continue;
    }
    if (plainFrom < index) parts.push(text.slice(plainFrom, index).toLowerCase());
    let character = text[index] ?? '';
    const start = index;
    if (code >= 0xd800 && code <= 0xdbff && index + 1 < text.length) {
      character += text[index + 1];
      index++;
    }
    const folded = fold(character);
    parts.push(folded);
    for (let unit = 0; unit < folded.length; unit++) offsets.push(start);
    plainFrom = index + 1;
  }
  if (plainFrom < text.length) parts.push(text.slice(plainFrom).toLowerCase());
  return { text: parts.join(''), toOriginal: (offset) => offsets[offset] ?? text.length };
}

const folders = new WeakMap<object, (character: string) => string>();

function foldWith(confusables: Readonly<Record<string, string>>): (character: string) => string {
  const known = folders.get(confusables);
  if (known) return known;
  const cache = new Map<string, string>();
  const fold = (character: string): string => {
    const cached = cache.get(character);
    if (cached !== undefined) return cached;
    const folded = foldOne(character, confusables);
    if (cache.size < 20_000) cache.set(character, folded);
    return folded;
  };
  folders.set(confusables, fold);
  return fold;
}

function foldOne(character: string, confusables: Readonly<Record<string, string>>): string {
  if (invisible.test(character)) return '';
  const direct = punctuation[character] ?? confusables[character];
  if (direct !== undefined) return direct;
  if (/\s/u.test(character)) return character === '\u2028' || character === '\u2029' ? '\n' : ' ';
  const plain = character.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return [...plain].map((one) => punctuation[one] ?? confusables[one] ?? one).join('');
}

/** Folds a text when no way back is needed. */
export function fold(text: string, confusables: Readonly<Record<string, string>> = none): string {
  if (isAscii(text)) return text.toLowerCase();
  const one = foldWith(confusables);
  let folded = '';
  let plainFrom = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 0x80) continue;
    if (plainFrom < index) folded += text.slice(plainFrom, index).toLowerCase();
    const wide = code >= 0xd800 && code <= 0xdbff && index + 1 < text.length;
    folded += one(wide ? text.slice(index, index + 2) : (text[index] ?? ''));
    if (wide) index++;
    plainFrom = index + 1;
  }
  return plainFrom < text.length ? folded + text.slice(plainFrom).toLowerCase() : folded;
}

const none: Readonly<Record<string, string>> = {};

function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) > 0x7f) return false;
  return true;
}
