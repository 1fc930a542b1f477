import { z } from 'zod';
import { replyTypeIds } from '../../core/ids';

/**
 * `likeness.json`, made by `npm run learn` from the example sentences of `lang/<code>/sayings`: how much each trait of a sentence
 * speaks for each type. Not written by hand.
 */
export const likeness = z.strictObject({
  /** Of what the weights were made; a test compares it with the sentences. */
  madeFrom: z.string(),
  types: z.array(z.enum(replyTypeIds)),
  bias: z.array(z.number()),
  /** Log-odds from which a type's best sentence counts, by type; a type without a bar is never found by likeness alone. */
  bars: z.partialRecord(z.enum(replyTypeIds), z.number()),
  /** Size of one unit of weight. */
  step: z.number().positive(),
  traits: z.number().int().positive(),
  /** Base64 of five bytes each: trait, type, weight. */
  weights: z.string(),
});
export type Likeness = z.infer<typeof likeness>;
