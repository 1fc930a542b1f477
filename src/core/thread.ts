const prefix =
  /^\s?(?:re|r|aw|sv|vs|antw|antwort|rif|ref|res|fw|fwd|wg|tr|rv|i|enc|doorst|vb|posta certificata|anomalia messaggio)(?:\s?\[\d{1,3}\])?\s?:\s?/iu;

/** A reply prefix behind a ticket that a provider put in front: `Ticket 930 / RE: our subject`. */
const ticketed = /^[^/|\]–—]{1,120}[/|\]–—]\s{0,3}(?=(?:re|r|aw|sv|vs|antw|antwort|rif|ref|res)\s{0,2}(?:\[\d{1,3}\])?\s{0,2}:)/iu;

/** The subject without the prefixes that mail programs and PEC providers add, folded; at most 300 characters are looked at. */
export function bareSubject(subject: string): string {
  let rest = subject.slice(0, 300).replace(/\s+/gu, ' ').trim();
  for (let turn = 0; turn < 20; turn++) {
    const shorter = rest.replace(prefix, '').replace(ticketed, '');
    if (shorter === rest) break;
    rest = shorter;
  }
  return rest.trim().toLowerCase();
}

/** The key under which a conversation's few facts are remembered: the provider and the bare subject, hashed (FNV-1a, 52 bits, hexadecimal). */
export function threadKey(provider: string | null, subject: string): string {
  return hash(`${provider ?? ''}\n${bareSubject(subject)}`);
}

/** A short stable digest of a text for use as a key; not a cryptographic one. */
export function hash(text: string): string {
  let high = 0x9dc5;
  let low = 0x811c;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    low = Math.imul(low ^ code, 0x01000193) >>> 0;
    high = Math.imul(high ^ (code + index), 0x85ebca6b) >>> 0;
  }
  return (high & 0xfffff).toString(16).padStart(5, '0') + low.toString(16).padStart(8, '0');
}
