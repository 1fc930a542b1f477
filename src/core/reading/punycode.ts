import type { ReadingBook } from '../../data/schema/reading';
import { fold } from './normalise';

/** A host as people see it: punycode undone, not yet folded. */
export function shownHost(host: string): string {
  if (!host.includes('xn--')) return host;
  return host
    .split('.')
    .map((part) => (part.startsWith('xn--') ? decode(part.slice(4)) : part))
    .join('.');
}

/** A host as the eye takes it: punycode undone, letters of other scripts read as the Latin ones that they look like. */
export function readHost(host: string, reading: ReadingBook): string {
  return fold(shownHost(host), reading.confusables);
}

/** RFC 3492, for labels of at most 63 characters; what can't be decoded stays as it is. */
function decode(encoded: string): string {
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
    if (!(code <= 0x10ffff) || output.length > 63) return encoded;
    output.splice(position++, 0, code);
  }
  return String.fromCodePoint(...output);
}
