import type { ReadingBook } from '../../data/schema/reading';
import type { Line } from './lines';
import type { PartKind } from './split';

const most = 14;

/**
 * Takes signatures and confidentiality notices out of what is left as own words. Gives false when it had to guess.
 * A closing formula itself stays own; the name and the lines below it are the signature.
 */
export function trimSignature(lines: readonly Line[], kinds: PartKind[], book: ReadingBook): boolean {
  const languages = Object.values(book.languages);
  let end = lines.length;
  while (end > 0 && (kinds[end - 1] !== 'own' || lines[end - 1]?.blank)) end--;
  // The own words end where the first quotation below them begins; signatures stand at that end.
  const bounds = ends(lines, kinds);
  for (const bound of bounds) {
    const from = Math.max(0, bound - 60);
    let start = bound;
    for (let index = bound - 1; index >= from && kinds[index] === 'own'; index--) start = index;
    notices(lines, kinds, start, bound, languages);
    for (let index = start; index < bound; index++) {
      if (kinds[index] !== 'own') continue;
      const folded = lines[index]?.folded ?? '';
      if (
        folded === '--' ||
        folded === '-- ' ||
        /^_{3,}$/u.test(folded) ||
        languages.some(({ mobile }) => mobile.some((phrase) => folded.startsWith(phrase)))
      ) {
        if (folded.startsWith('_') && bound - index > most) continue;
        mark(kinds, index, bound);
        break;
      }
      const plain = folded.replace(/[\s,.!;:-]+$/u, '');
      if (!languages.some(({ closings }) => closings.includes(plain))) continue;
      const rest = lines.slice(index + 1, bound).filter((line, at) => !line.blank && kinds[index + 1 + at] === 'own');
      if (rest.length > most || rest.some((line) => line.folded.length > 110 && !/[@|]|\d{4,}/u.test(line.folded))) continue;
      mark(kinds, index + 1, bound);
      break;
    }
  }
  return true;
}

/** Line numbers at which a run of own lines ends. */
function ends(lines: readonly Line[], kinds: readonly PartKind[]): readonly number[] {
  const found: number[] = [];
  for (let index = 0; index < lines.length; index++) {
    if (kinds[index] !== 'own') continue;
    let next = index + 1;
    while (next < lines.length && kinds[next] === 'own') next++;
    found.push(next);
    index = next;
  }
  return found;
}

function mark(kinds: PartKind[], from: number, to: number): void {
  for (let index = from; index < to; index++) if (kinds[index] === 'own') kinds[index] = 'signature';
}

/** A paragraph with two phrases of a confidentiality notice, in the last part of the own words, is no statement of the sender. */
function notices(
  lines: readonly Line[],
  kinds: PartKind[],
  start: number,
  end: number,
  languages: readonly { readonly disclaimers: readonly string[] }[],
): void {
  for (let index = start; index < end; index++) {
    if (lines[index]?.blank) continue;
    let last = index;
    while (last + 1 < end && !lines[last + 1]?.blank) last++;
    const paragraph = lines
      .slice(index, last + 1)
      .map((line) => line.folded)
      .join(' ')
      .slice(0, 2000);
    const isNotice = languages.some(({ disclaimers }) => disclaimers.filter((phrase) => paragraph.includes(phrase)).length >= 3);
    if (isNotice) for (let at = index; at <= last; at++) if (kinds[at] === 'own') kinds[at] = 'disclaimer';
    index = last;
  }
}
