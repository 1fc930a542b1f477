import { readableText } from '../readable-text';
import type { Composer } from '../webmail';

/** What stands in the box now. */
export function textOf(composer: Composer): string {
  return composer.kind === 'textarea' ? (composer.body as HTMLTextAreaElement).value : readableText(composer.body).text;
}

/** A text without what editors add or take: white space, and the invisible fillers of empty lines. */
export function flat(text: string): string {
  return text.replace(/[\s\u00a0\u200b\u2060\ufeff]+/gu, '');
}

const linesOf = (text: string): readonly string[] => text.split('\n').map(flat).filter(Boolean);

/** True when the draft stands there line by line and nothing else changed: taken out again, the old text is left. */
export function arrived(now: string, draft: string, before: string): boolean {
  const whole = flat(now);
  const wanted = flat(draft);
  const old = flat(before);
  if (whole.length !== old.length + wanted.length) return false;
  for (let at = whole.indexOf(wanted); at >= 0; at = whole.indexOf(wanted, at + 1))
    if (whole.slice(0, at) + whole.slice(at + wanted.length) === old) return inLines(linesOf(now), linesOf(draft));
  return false;
}

function inLines(now: readonly string[], wanted: readonly string[]): boolean {
  const first = wanted[0];
  if (first === undefined) return true;
  for (let at = now.indexOf(first); at >= 0; at = now.indexOf(first, at + 1)) if (wanted.every((line, next) => now[at + next] === line)) return true;
  return false;
}
