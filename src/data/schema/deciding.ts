import { z } from 'zod';
import { flagIds, stepIds } from '../../core/ids';
import { confidence } from './provider';

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/u);

/** `sources/<id>.json`: a law, treaty, guideline or policy that is cited. */
export const source = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/u),
  instrument: z.string(),
  article: z.string(),
  /** What it says, in our words, for reading on screen. */
  says: z.strictObject({ en: z.string(), it: z.string() }),
  url: z.string().nullable(),
  /** In force from, to; null: open. Nothing is cited for a day outside. */
  from: isoDate.nullable(),
  until: isoDate.nullable(),
  /** Only for requesters of these states (ISO 3166-1); empty: for all. */
  states: z.array(z.string()),
  checkedOn: isoDate,
  confidence,
});

/** `steps/<id>.json`: what may follow. */
export const step = z.strictObject({
  id: z.enum(stepIds),
  /** Sources that carry it; those that do not apply on the day or to the requester are left out. */
  basis: z.array(z.string()),
  template: z.string().nullable(),
  /** A clock of its own; `law` ones are deadlines, the others are the office's settings. */
  clock: z.strictObject({ count: z.number().positive(), unit: z.enum(['minute', 'hour', 'day', 'month']), law: z.boolean() }).nullable(),
  /** Facts without which it can't be done, by key of `deciding.json`. */
  needs: z.array(z.string()),
  caveats: z.array(z.string()),
  /** Runs beside the first step rather than after it. */
  parallel: z.boolean(),
});

/** `flags/<id>.json`: a fact of law that may change or could not be confirmed. */
export const flag = z.strictObject({
  id: z.enum(flagIds),
  default: z.union([z.boolean(), z.literal('unknown')]),
  asOf: isoDate,
  says: z.strictObject({ en: z.string(), it: z.string() }),
});

export const countries = z.strictObject({
  /** EU states bound by Regulation (EU) 2023/1543. */
  bound: z.array(z.string()),
  /** States of the Union that are not. */
  notBound: z.array(z.string()),
  zones: z.record(z.string(), z.string()),
  aliases: z.record(z.string(), z.string()),
  /** States whose orders reach US providers under an executive agreement, from a day on. */
  agreements: z.record(z.string(), isoDate),
});

export const decidingText = z.strictObject({
  titles: z.record(z.string(), z.string()),
  reasons: z.record(z.string(), z.string()),
  needs: z.record(z.string(), z.string()),
  caveats: z.record(z.string(), z.string()),
  clocks: z.record(z.string(), z.string()),
  channels: z.record(z.string(), z.string()),
  asks: z.record(z.string(), z.strictObject({ question: z.string(), decides: z.string() })),
  rejections: z.record(z.string(), z.string()),
});

export const decidingBook = z.strictObject({
  sources: z.array(source),
  steps: z.array(step),
  flags: z.array(flag),
  countries,
  texts: z.record(z.string(), decidingText),
});

export type Source = z.infer<typeof source>;
export type Step = z.infer<typeof step>;
export type Flag = z.infer<typeof flag>;
export type DecidingText = z.infer<typeof decidingText>;
export type DecidingBook = z.infer<typeof decidingBook>;
