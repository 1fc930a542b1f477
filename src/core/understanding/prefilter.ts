/**
 * Words and domains that a provider's reply can hardly do without; small, for the page. Lower case, without accents, at least
 * six characters. One of `strong` makes a mail worth reading, or two different ones of `weak`, or a mailbox of `offices` (`*` ends a beginning).
 */
export type Hints = {
  readonly strong: readonly string[];
  readonly weak: readonly string[];
  readonly domains: ReadonlySet<string>;
  readonly offices: readonly string[];
};

/** Characters of a mail that are looked at. */
const looked = 40_000;
/** Up to this length a mail is always worth reading. */
const short = 600;

/**
 * Whether a mail is worth reading at all: true when its sender's host, or a parent of it, is a provider's, when the mailbox is an office's,
 * or when its first 40 000 characters hold enough of the hints. Errs on the side of true. Skips through the text by blocks of three letters (Wu and Manber,
 * 1994), so that most letters are never looked at.
 */
export function mayConcernProvider(text: string, fromEmail: string, hints: Hints): boolean {
  let host = fromEmail.slice(fromEmail.lastIndexOf('@') + 1).toLowerCase();
  for (let level = 0; level < 8 && host.includes('.'); level++) {
    if (hints.domains.has(host)) return true;
    host = host.slice(host.indexOf('.') + 1);
  }
  // A few lines are read through sooner than searched.
  if (text.length <= short && text.trim() !== '') return true;
  if (isOffice(fromEmail, hints)) return true;
  const { shift, ends, length } = tablesOf(hints);
  const stop = Math.min(text.length, looked);
  let weak = -1;
  let at = length - 1;
  while (at < stop) {
    const block = ((text.charCodeAt(at - 2) & 31) << 10) | ((text.charCodeAt(at - 1) & 31) << 5) | (text.charCodeAt(at) & 31);
    const step = shift[block] ?? 1;
    if (step > 0) {
      at += step;
      continue;
    }
    for (const hint of ends[block] ?? []) {
      if (hint.number === weak && weak >= 0) continue;
      if (!isAt(text, at - length + 1, hint.word)) continue;
      if (hint.number < 0 || weak >= 0) return true;
      weak = hint.number;
    }
    at++;
  }
  return false;
}

/** Whether the mailbox, or the name of the host, is that of people who answer authorities. */
function isOffice(email: string, hints: Hints): boolean {
  const parts = email
    .slice(0, 200)
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  const { offices, beginnings } = tablesOf(hints);
  return parts.some((part) => offices.has(part) || beginnings.some((beginning) => part.startsWith(beginning)));
}

type Hint = { readonly word: string; /** Number of a weak hint; -1 for a strong one. */ readonly number: number };
type Tables = {
  readonly shift: Uint8Array;
  readonly ends: readonly (readonly Hint[] | undefined)[];
  readonly length: number;
  readonly offices: ReadonlySet<string>;
  readonly beginnings: readonly string[];
};
const tables = new WeakMap<Hints, Tables>();

function tablesOf(hints: Hints): Tables {
  let known = tables.get(hints);
  if (!known) {
    const all: Hint[] = [...hints.strong.map((word) => ({ word, number: -1 })), ...hints.weak.map((word, number) => ({ word, number }))];
    const length = Math.min(...all.map(({ word }) => word.length));
    const shift = new Uint8Array(32_768).fill(length - 2);
    const ends: Hint[][] = [];
    for (const hint of all)
      for (let at = 2; at < length; at++) {
        const block = ((hint.word.charCodeAt(at - 2) & 31) << 10) | ((hint.word.charCodeAt(at - 1) & 31) << 5) | (hint.word.charCodeAt(at) & 31);
        shift[block] = Math.min(shift[block] ?? 0, length - 1 - at);
        if (at === length - 1) (ends[block] ??= []).push(hint);
      }
    known = {
      shift,
      ends,
      length,
      offices: new Set(hints.offices),
      beginnings: hints.offices.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1)),
    };
    tables.set(hints, known);
  }
  return known;
}

function isAt(text: string, at: number, word: string): boolean {
  for (let index = 0; index < word.length; index++) {
    const code = text.charCodeAt(at + index);
    const wanted = word.charCodeAt(index);
    if (code !== wanted && !(wanted >= 97 && wanted <= 122 && (code | 32) === wanted) && !(wanted === 32 && code <= 32)) return false;
  }
  return true;
}
