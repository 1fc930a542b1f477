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
 * or when its first 40 000 characters hold enough of the hints. Errs on the side of true. Looks up every third block of four letters among those
 * that the hints begin with; only where one is known the words are compared.
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
  const tables = tablesOf(hints);
  bytes ??= new Uint8Array(looked * 3);
  const { written } = encoder.encodeInto(text.length > looked ? text.slice(0, looked) : text, bytes);
  return searched(bytes, written, tables);
}

const encoder = new TextEncoder();
/** The text looked at, made once for all: bytes are read several times faster than the letters of a string. */
let bytes: Uint8Array<ArrayBuffer> | undefined;

/** Letters of a block, and places between two blocks that are looked at: each hint of six letters or more holds a block that is. */
const block = 4;
const stride = 3;
const tableBits = 15;

/** Place in the table of the block that begins at an offset. */
function placeOf(text: Uint8Array, at: number): number {
  const key = (((text[at] ?? 0) & 31) << 15) | (((text[at + 1] ?? 0) & 31) << 10) | (((text[at + 2] ?? 0) & 31) << 5) | ((text[at + 3] ?? 0) & 31);
  return Math.imul(key, 0x9e3779b1) >>> (32 - tableBits);
}

function searched(text: Uint8Array, length: number, { entries, lists }: Tables): boolean {
  let weak = -1;
  for (let at = 0; at <= length - block; at += stride) {
    const entry = entries[placeOf(text, at)];
    if (entry === undefined || entry === 0) continue;
    for (const { word, number, offset } of lists[entry] ?? []) {
      if ((number === weak && weak >= 0) || !isAt(text, length, at - offset, word)) continue;
      if (number < 0 || weak >= 0) return true;
      weak = number;
    }
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

/** A hint, `offset` letters before one of its blocks. `number`: which weak hint it is; -1 for a strong one. */
type Hint = { readonly word: string; readonly number: number; readonly offset: number };
type Tables = {
  /** By place: the number of a list of hints; 0 for none. */
  readonly entries: Uint16Array;
  readonly lists: readonly (readonly Hint[])[];
  readonly offices: ReadonlySet<string>;
  readonly beginnings: readonly string[];
};
const tables = new WeakMap<Hints, Tables>();

function tablesOf(hints: Hints): Tables {
  let known = tables.get(hints);
  if (!known) {
    const entries = new Uint16Array(1 << tableBits);
    const lists: Hint[][] = [[]];
    const all = [...hints.strong.map((word) => ({ word, number: -1 })), ...hints.weak.map((word, number) => ({ word, number }))];
    for (const { word, number } of all) {
      if (word.length < block + stride - 1) throw new Error(`The hint "${word}" is too short: it takes at least ${block + stride - 1} letters.`);
      const letters = encoder.encode(word);
      for (let offset = 0; offset < stride; offset++) {
        const place = placeOf(letters, offset);
        const list = lists[(entries[place] ||= lists.length)] ?? [];
        list.push({ word, number, offset });
        lists[entries[place] ?? 0] = list;
      }
    }
    known = {
      entries,
      lists,
      offices: new Set(hints.offices),
      beginnings: hints.offices.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1)),
    };
    tables.set(hints, known);
  }
  return known;
}

/** Whether a word stands in the first `length` bytes of a text, whatever its case; a blank is any space. */
function isAt(text: Uint8Array, length: number, at: number, word: string): boolean {
  if (at < 0 || at + word.length > length) return false;
  for (let index = 0; index < word.length; index++) {
    const code = text[at + index] ?? 0;
    const wanted = word.charCodeAt(index);
    if (code !== wanted && !(wanted >= 97 && wanted <= 122 && (code | 32) === wanted) && !(wanted === 32 && code <= 32)) return false;
  }
  return true;
}
