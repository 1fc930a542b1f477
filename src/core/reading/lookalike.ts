import type { Provider } from '../../data/schema/provider';
import type { ReadingBook } from '../../data/schema/reading';
import { fold } from './normalise';

const digits: Readonly<Record<string, string>> = { '0': 'o', '1': 'l', '3': 'e', '4': 'a', '5': 's', '7': 't', '8': 'b' };

/**
 * Why a domain imitates a provider's, as the id of a text; null when it does not. It is not asked for listed domains.
 * Looks for confusable letters, digits for letters, one changed letter, added words, and other endings.
 */
export function imitates(domain: string, email: string, provider: Provider, reading: ReadingBook): string | null {
  const host = email.slice(email.lastIndexOf('@') + 1).toLowerCase() || domain;
  const shown = unpuny(domain, reading);
  const label = shown.split('.')[0] ?? '';
  if (label.length < 2) return null;
  for (const entry of provider.domains) {
    if (entry.kind === 'portal-vendor' || entry.kind === 'representative') continue;
    const real = entry.domain.split('.')[0] ?? '';
    if (real.length < 4) continue;
    if (shown === entry.domain && domain !== entry.domain) return 'confusable-letters';
    if (label === real) return 'other-ending';
    const plain = skeleton(label);
    if (plain === skeleton(real)) return 'confusable-letters';
    if (real.length >= 6 && closeTo(plain, skeleton(real))) return 'one-letter-off';
    const parts = label.split('-');
    if (parts.length > 1 && (parts.includes(real) || parts.some((part) => skeleton(part) === skeleton(real) && part !== real))) return 'added-words';
    if (label !== real && (label.startsWith(real) || label.endsWith(real))) {
      const rest = label.replace(real, '').replace(/\d/gu, '');
      if (rest === '' || reading.baitWords.some((bait) => rest === bait || (bait.length > 3 && rest.includes(bait)))) return 'added-words';
    }
    // whatsapp.com.example.org: the real name as a part of another host.
    if (
      host !== entry.domain &&
      (host.startsWith(`${entry.domain}.`) || host.includes(`.${entry.domain}.`) || host.includes(`${entry.domain.replace('.', '-')}`))
    )
      return 'name-inside-host';
  }
  return null;
}

/** Letters as the eye takes them: `rn` for m, `vv` for w, digits for letters. */
function skeleton(label: string): string {
  return label
    .replace(/-/gu, '')
    .replace(/[013457 8]/gu, (digit) => digits[digit] ?? digit)
    .replace(/rn/gu, 'm')
    .replace(/vv/gu, 'w')
    .replace(/[i|]/gu, 'l');
}

/** One letter added, lost, changed or swapped with its neighbour. */
function closeTo(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1 || one === other) return false;
  let start = 0;
  while (start < one.length && start < other.length && one[start] === other[start]) start++;
  let back = 0;
  while (back < one.length - start && back < other.length - start && one[one.length - 1 - back] === other[other.length - 1 - back]) back++;
  const left = one.slice(start, one.length - back);
  const right = other.slice(start, other.length - back);
  return left.length + right.length <= 2 || (left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0]);
}

/** A host as people read it: punycode undone, then folded. */
function unpuny(domain: string, reading: ReadingBook): string {
  return fold(
    domain
      .split('.')
      .map((part) => (part.startsWith('xn--') ? decodePunycode(part.slice(4)) : part))
      .join('.'),
    reading.confusables,
  );
}

/** RFC 3492, for labels of at most 63 characters; what can't be decoded stays as it is. */
function decodePunycode(encoded: string): string {
  const output: number[] = [];
  const split = encoded.lastIndexOf('-');
  for (let index = 0; index < split; index++) output.push(encoded.charCodeAt(index));
  let code = 128;
  let bias = 72;
  let position = 0;
  let at = split > 0 ? split + 1 : 0;
  while (at < encoded.length) {
    const before = position;
    let weight = 1;
    for (let base = 36; ; base += 36) {
      const letter = encoded.charCodeAt(at++);
      const digit = letter >= 97 && letter <= 122 ? letter - 97 : letter >= 48 && letter <= 57 ? letter - 22 : -1;
      if (digit < 0 || Number.isNaN(letter)) return encoded;
      position += digit * weight;
      const threshold = base <= bias ? 1 : base >= bias + 26 ? 26 : base - bias;
      if (digit < threshold) break;
      weight *= 36 - threshold;
    }
    const size = output.length + 1;
    let delta = before === 0 ? Math.floor((position - before) / 700) : (position - before) >> 1;
    delta += Math.floor(delta / size);
    let turns = 0;
    while (delta > 455) {
      delta = Math.floor(delta / 35);
      turns += 36;
    }
    bias = turns + Math.floor((36 * delta) / (delta + 38));
    code += Math.floor(position / size);
    position %= size;
    if (code > 0x10ffff) return encoded;
    output.splice(position++, 0, code);
  }
  return String.fromCodePoint(...output);
}
