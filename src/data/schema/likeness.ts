import { z } from 'zod';
import { replyTypeIds } from '../../core/ids';

/**
 * `likeness.json`, made by `npm run learn` from the example sentences of `lang/<code>/sayings`: how much each trait of a sentence
 * speaks for each type, and (last row) for a provider that answers an authority. Not written by hand.
 */
export const likeness = z.strictObject({
  /** Of what the weights were made; a test compares it with the sentences. */
  madeFrom: z.string(),
  types: z.array(z.enum(replyTypeIds)),
  /** One a type, and one for the voice. */
  bias: z.array(z.number()),
  /** Size of one unit of weight. */
  step: z.number().positive(),
  traits: z.number().int().positive(),
  /** Base64 of five bytes each: trait, row, weight. */
  weights: z.string(),
});
export type Likeness = z.infer<typeof likeness>;

/**
 * `weighing.json`, made by `npm run learn`: how rules, signs and likeness are weighed together into the likelihood of a type. `start` is
 * where each type's sum begins, `marks` what each mark adds; a type is found from the likelihood `from` on.
 */
export const weighing = z.strictObject({
  from: z.number().min(0).max(1),
  start: z.partialRecord(z.enum(replyTypeIds), z.number()),
  marks: z.record(z.string(), z.number()),
});
export type Weighing = z.infer<typeof weighing>;
