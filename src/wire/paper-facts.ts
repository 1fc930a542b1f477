/** What the panel hands to the page of papers, in memory only (`storage.session`), under `paperFactsKey`. */
export type PaperFacts = {
  /** Thread whose answers the page reads and writes. */
  readonly threadKey: string;
  readonly language: 'en' | 'it';
  /** Facts by name, for each language of a paper, without what the person typed. */
  readonly values: Readonly<Record<'en' | 'it', Readonly<Record<string, string>>>>;
};

export const paperFactsKey = 'papers';

/** The facts as stored, or undefined for anything that is none. */
export function asPaperFacts(value: unknown): PaperFacts | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { threadKey, language, values } = value as Partial<PaperFacts>;
  if (typeof threadKey !== 'string' || (language !== 'en' && language !== 'it') || typeof values !== 'object' || values === null) return undefined;
  return typeof values.en === 'object' && typeof values.it === 'object' ? (value as PaperFacts) : undefined;
}
