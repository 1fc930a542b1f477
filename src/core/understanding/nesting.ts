import type { Item } from './items';

/** How an item is marked: by a figure, a letter, a Roman number, a `Q1`, or a bullet. */
function kindOf(label: string, roman: boolean): string {
  if (label === '') return 'bullet';
  if (/^\d+$/u.test(label)) return 'figure';
  if (/^q/iu.test(label) && label.length > 1) return 'question';
  return label.length > 1 || (roman && /^[ivx]$/iu.test(label)) ? 'roman' : 'letter';
}

/**
 * Tells items that stand below others from those above them: marks of two kinds take turns, the lower ones beginning anew each time.
 * Where the lower ones go on counting instead, the upper ones are headings and fall away.
 */
export function levelled(items: readonly Item[]): readonly Item[] {
  const roman = items.some(({ label }) => /^[ivx]{2,}$/iu.test(label));
  const kinds = items.map(({ label }) => kindOf(label, roman));
  const upper = kinds[0];
  if (kinds.every((kind) => kind === upper)) return items;
  const below = items.filter((_, index) => kinds[index] !== upper);
  const anew = below.filter(({ label }) => /^(?:1|01|a|i|)$/iu.test(label)).length;
  const groups = kinds.filter((kind, index) => kind !== upper && kinds[index - 1] === upper).length;
  if (groups >= 2 && anew <= 1 && below.length > groups) return below;
  return items.map((item, index) => ({ ...item, level: kinds[index] === upper ? (0 as const) : (1 as const) }));
}
