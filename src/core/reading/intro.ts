import { addressIn, charSet, trimTail } from './characters';
import type { Line } from './lines';
import type { Wording } from './wording';

/** `On … wrote:` above a quotation. `sure` when a mail program wrote it: an address, or a date with a time, stands in it. */
export type Intro = { readonly first: number; readonly last: number; readonly sure: boolean };

/** Lines over which it may be broken. */
const mostWrapped = 5;
const bracketed = /[<([]\s?(?:mailto:)?[\w.+'-]{1,64}@/u;
const dashed = /^-{2}/u;
const tail = charSet(' \t\u00a0:"\'*>_-\uff1a');
const time = /(?<!\d)\d{1,2}[:.h]\d{2}(?!\d)/u;
const date = /(?<!\d)(?:19|20)\d{2}(?!\d)|(?<!\d)\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?(?!\d)/u;
const dateFirst = /^(?:[\p{L}.]{2,12},?\s)?(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}:\d{2})(?!\d)/u;

/** The introduction that ends at a line, or nothing. `free` says whether a line may belong to it. */
export function introEndingAt(lines: readonly Line[], last: number, free: (index: number) => boolean, words: Wording): Intro | null {
  const line = lines[last];
  if (!line || line.blank) return null;
  const colon = line.last === 58 || line.last === 0xff1a;
  // Without a colon only a verb at the very end counts, between dashes or above quoted lines.
  if (!colon && ((line.first !== 45 && !quotedBelow(lines, last)) || line.length > 300 || !endsWithVerb(stripped(line.folded), words))) return null;
  if (colon && !line.folded.includes('@') && !words.anyVerb.test(line.folded)) {
    // Names run over: `schrieb Anna` / `Bianchi:`.
    const above = lines[last - 1];
    if (!above || above.first === 0 || line.length > 60 || !free(last - 1) || !words.anyVerb.test(above.folded)) return null;
  }
  let joined = '';
  let fallback: Intro | null = null;
  for (let first = last; first >= 0 && first > last - mostWrapped; first--) {
    const above = lines[first];
    if (!above || above.blank || (first < last && !free(first))) break;
    joined = joined === '' ? above.folded : `${above.folded} ${joined}`;
    if (joined.length > 500) break;
    const verdict = judge(joined, colon, words);
    if (!verdict) continue;
    // Higher up only a line that itself looks like the beginning counts, or a name above its address.
    if (verdict.begins && (!fallback || date.test(above.folded) || time.test(above.folded))) return { first, last, sure: verdict.sure };
    if (!fallback || (/^[<[("']|^[\w.+-]{1,64}@/u.test(lines[first + 1]?.folded ?? '') && above.length < 60 && fallback.first === first + 1))
      fallback = { first, last, sure: verdict.sure };
  }
  return fallback;
}

function quotedBelow(lines: readonly Line[], index: number): boolean {
  const next = lines[index + 1];
  return (next?.first === 0 ? lines[index + 2]?.first : next?.first) === 62;
}

/** A joined line without dashes, stars and quotation marks around it, and without its colon. */
function stripped(joined: string): string {
  return trimTail(joined.replace(/^[-–*_\s>"']{1,60}/u, ''), tail);
}

function endsWithVerb(closing: string, words: Wording): boolean {
  const verbs = words.verbsByEnd.get(closing.charCodeAt(closing.length - 1));
  return verbs !== undefined && verbs.some((verb) => closing.endsWith(verb) && !/\p{L}/u.test(closing[closing.length - verb.length - 1] ?? ' '));
}

function judge(joined: string, colon: boolean, words: Wording): { readonly begins: boolean; readonly sure: boolean } | null {
  const closing = stripped(joined);
  const begins = words.beginsByStart.get(closing.charCodeAt(0))?.some((phrase) => closing.startsWith(phrase)) ?? false;
  const verb = endsWithVerb(closing, words);
  const at = joined.includes('@');
  const named = at && bracketed.test(joined);
  if (colon && verb && named) return { begins, sure: true };
  const mail = at && addressIn(joined) !== '';
  const when = date.test(joined);
  const clock = time.test(joined);
  if (!colon) return verb && ((begins && (mail || (when && clock))) || (named && dashed.test(joined))) ? { begins, sure: true } : null;
  if (begins && verb) return { begins, sure: mail || when || clock };
  const inside = (list: readonly string[]) => list.some((word) => closing.includes(` ${word} `) || closing.startsWith(`${word} `));
  const middle = verb || inside(words.middle);
  if (begins && middle && mail) return { begins, sure: true };
  if (begins && middle && when && clock) return { begins, sure: true };
  if (named && (middle || inside(words.verbs))) return { begins, sure: true };
  if (dateFirst.test(closing)) {
    if (mail && closing.length < 200) return { begins: true, sure: true };
    if (middle && clock && when) return { begins: true, sure: true };
  }
  // `Anna wrote on 22.11.2016 14:10:` may also introduce a message that the mail is about.
  if (when && clock && closing.length < 160 && (verb || inside(words.verbs))) return { begins, sure: false };
  return null;
}
