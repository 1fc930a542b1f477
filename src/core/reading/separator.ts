import { charSet, trimTail } from './characters';
import type { Line } from './lines';
import { firstWord, type Wording } from './wording';

const ruleStart = /^[-_=*~#+\s]{1,60}/u;
const ruleEnd = charSet('-_=*~#+: \t\u00a0');

/** What a line like `-----Original Message-----` or `Begin forwarded message:` opens; nothing for others. */
export function separatorKind(line: Line, words: Wording): 'quote' | 'forward' | null {
  if (line.length > 110 || line.length < 8) return null;
  const letter = (line.first | 32) >= 97 && (line.first | 32) <= 122;
  if (letter && (line.length > 50 || !line.passes(words.separatorGate))) return null;
  const { folded } = line;
  const dashed = /^[-_=*~#+]{2}/u.test(folded);
  if (!dashed && line.length > 50) return null;
  const phrase = trimTail(folded.replace(ruleStart, ''), ruleEnd);
  if (phrase.length < 8 || phrase.length > 90) return null;
  const candidates = words.separators.get(firstWord(phrase));
  if (!candidates) return null;
  if (dashed) return candidates.find((one) => phrase.startsWith(one.phrase))?.kind ?? null;
  const exact = candidates.find((one) => one.phrase === phrase);
  if (exact) return exact.kind;
  const runsOn =
    line.last === 58 &&
    candidates.some((one) => one.kind === 'forward' && one.phrase.includes(' ') && phrase.startsWith(one.phrase) && phrase.length < one.phrase.length + 14);
  return runsOn ? 'forward' : null;
}

/** A line of nothing but dashes, underscores or stars. */
export function isRule(line: Line): boolean {
  const code = line.first;
  if (code !== 45 && code !== 95 && code !== 42 && code !== 61 && code !== 0x2010 && code !== 0x2014 && code !== 0x2500) return false;
  return /^(?:[-_*=─]\s?){5,200}$/u.test(line.folded);
}
