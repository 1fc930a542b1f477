import type { Provider } from '../../data/schema/provider';
import { directoryFacts, factRows, type DirectoryFact, type FactRow } from './facts';

/** A fact of the directory as the office knows it better: what, who says so, on which day (ISO date). Several lines are several values. */
export type Correction = { readonly provider: string; readonly row: FactRow; readonly value: string; readonly author: string; readonly on: string };
/** The office's corrections, one at most for each fact. */
export type Overlay = readonly Correction[];
/** A fact as it is shown: `values` are the office's where it corrected them, and `original` is what the directory says. */
export type ShownFact = DirectoryFact & { readonly correction?: Correction; readonly original?: DirectoryFact };

/** Longest value and longest name of an author, in characters; most corrections that are kept. */
export const correctionLimits = { value: 2000, author: 120, corrections: 2000 } as const;
/** What an exported file calls itself. */
const fileKind = 'rogatory-directory-corrections';

const key = ({ provider, row }: Pick<Correction, 'provider' | 'row'>): string => `${provider} ${row}`;

/** The corrections in anything that was stored or read from a file; what is no correction of a known fact is left out. */
export function asOverlay(value: unknown): Overlay {
  if (!Array.isArray(value)) return [];
  const found = value.slice(0, correctionLimits.corrections).filter(isCorrection);
  return [...new Map(found.map(({ provider, row, value: text, author, on }) => [`${provider} ${row}`, { provider, row, value: text, author, on }])).values()];
}

function isCorrection(value: unknown): value is Correction {
  if (typeof value !== 'object' || value === null) return false;
  const { provider, row, value: text, author, on } = value as Partial<Record<keyof Correction, unknown>>;
  return (
    typeof provider === 'string' &&
    /^[a-z0-9]{1,60}$/u.test(provider) &&
    factRows.some((known) => known === row) &&
    within(text, correctionLimits.value) &&
    within(author, correctionLimits.author) &&
    typeof on === 'string' &&
    /^\d{4}-\d{2}-\d{2}$/u.test(on) &&
    Number.isFinite(Date.parse(on))
  );
}

function within(text: unknown, most: number): boolean {
  return typeof text === 'string' && text.trim() !== '' && text.length <= most;
}

/** The overlay with a correction, in place of an earlier one of the same fact. */
export function withCorrection(overlay: Overlay, correction: Correction): Overlay {
  return [...overlay.filter((one) => key(one) !== key(correction)), correction];
}

/** The overlay without the correction of one fact: the directory's own word counts again. */
export function withoutCorrection(overlay: Overlay, fact: Pick<Correction, 'provider' | 'row'>): Overlay {
  return overlay.filter((one) => key(one) !== key(fact));
}

/** Two overlays as one: of two corrections of a fact the later one counts, on one day that of `mine`. `taken` came from `theirs`. */
export function mergeOverlays(mine: Overlay, theirs: Overlay): { readonly overlay: Overlay; readonly taken: number } {
  const all = new Map(mine.map((one) => [key(one), one]));
  let taken = 0;
  for (const one of theirs) {
    const known = all.get(key(one));
    if (known && known.on >= one.on) continue;
    all.set(key(one), one);
    taken++;
  }
  return { overlay: [...all.values()].slice(0, correctionLimits.corrections), taken };
}

/** The text of a file with the corrections, to hand on to another office. */
export function overlayFile(overlay: Overlay): string {
  const sorted = overlay.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
  return `${JSON.stringify({ kind: fileKind, version: 1, corrections: sorted }, null, 2)}\n`;
}

/** The corrections in such a file; undefined when it is none. */
export function readOverlayFile(text: string): Overlay | undefined {
  try {
    const file: unknown = JSON.parse(text);
    if (typeof file !== 'object' || file === null) return undefined;
    const { kind, version, corrections } = file as { kind?: unknown; version?: unknown; corrections?: unknown };
    return kind === fileKind && version === 1 && Array.isArray(corrections) ? asOverlay(corrections) : undefined;
  } catch {
    return undefined;
  }
}

/** The facts of a provider with the office's corrections over them. */
export function correctedFacts(provider: Provider, overlay: Overlay): readonly ShownFact[] {
  const own = new Map(overlay.filter((one) => one.provider === provider.id).map((one) => [one.row, one]));
  return directoryFacts(provider).map((fact) => {
    const correction = own.get(fact.row);
    if (!correction) return fact;
    const values = correction.value
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
    return { ...fact, values, correction, original: fact };
  });
}
