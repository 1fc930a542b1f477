/** A fact that was typed otherwise than it was read from the mail or stands in the case. */
export type Contradiction = { readonly fact: string; readonly typed: string; readonly read: string };

const even = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+]+/gu, ' ')
    .trim();

/** The facts that were typed otherwise than they were read, in the order of `facts`. `read` holds the facts once for each language: one that agrees is enough. */
export function contradictions(
  facts: readonly string[],
  typed: Readonly<Record<string, string>>,
  read: readonly Readonly<Record<string, string>>[],
): readonly Contradiction[] {
  return facts.flatMap((fact) => {
    const mine = typed[fact]?.trim() ?? '';
    const known = read.map((values) => values[fact]?.trim() ?? '').filter((value) => value !== '');
    const [first] = known;
    return mine === '' || first === undefined || known.some((value) => even(value) === even(mine)) ? [] : [{ fact, typed: mine, read: first }];
  });
}
