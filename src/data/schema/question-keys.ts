import { z } from 'zod';
import { questionKeys as keys } from '../../core/ids';

/**
 * `question-keys.json`, made by `npm run learn:questions` from the example questions of `lang/<code>/questions`: how much each trait
 * of some words speaks for each key. Not written by hand.
 */
export const questionKeys = z.strictObject({
  /** Of what the weights were made; a test compares it with the examples. */
  madeFrom: z.string(),
  /** `none` is what providers write that asks nothing. */
  keys: z.array(z.enum([...keys, 'none'])),
  bias: z.array(z.number()),
  /** Size of one unit of weight. */
  step: z.number().positive(),
  /** Rows of the table; a trait's row is its number modulo this. */
  rows: z.number().int().positive(),
  /** Base64 of signed bytes: row by row, a byte for each key. */
  weights: z.string(),
});
export type QuestionKeys = z.infer<typeof questionKeys>;
