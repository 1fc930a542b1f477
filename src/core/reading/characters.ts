/** Some characters as a set to look up. */
export function charSet(characters: string): ReadonlySet<number> {
  return new Set([...characters].map((character) => character.codePointAt(0) ?? 0));
}

/** A text without certain characters at its end. Linear, where a pattern would try every beginning. */
export function trimTail(text: string, set: ReadonlySet<number>): string {
  let end = text.length;
  while (end > 0 && set.has(text.charCodeAt(end - 1))) end--;
  return end === text.length ? text : text.slice(0, end);
}

const mailboxSigns = charSet("._+-'&%=!#$*/?^`{|}~");
const hostSigns = charSet('.-_');

function isWord(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code > 0xbf;
}

/** The first mail address in a text as it stands there; empty when there is none. Linear. */
export function addressIn(text: string): string {
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    let start = at;
    while (start > 0 && at - start < 64 && (isWord(text.charCodeAt(start - 1)) || mailboxSigns.has(text.charCodeAt(start - 1)))) start--;
    let end = at + 1;
    while (end < text.length && end - at < 254 && (isWord(text.charCodeAt(end)) || hostSigns.has(text.charCodeAt(end)))) end++;
    const host = trimTail(text.slice(at + 1, end), hostSigns);
    // Quotation marks and apostrophes around an address are not part of it.
    while (start < at && mailboxSigns.has(text.charCodeAt(start)) && text.charCodeAt(start) !== 43 && text.charCodeAt(start) !== 95) start++;
    if (start < at && host.includes('.') && !host.startsWith('.') && !host.includes('..')) return `${text.slice(start, at)}@${host}`;
  }
  return '';
}
