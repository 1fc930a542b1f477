import { z } from 'zod';
import { findingIds } from '../../core/ids';

/** `findings/<id>.json`: what the check of a draft can find. */
export const finding = z.strictObject({
  id: z.enum(findingIds),
  severity: z.enum(['error', 'warning', 'info']),
  where: z.enum(['subject', 'body', 'attachments', 'recipients']),
  message: z.strictObject({ en: z.string(), it: z.string() }),
  why: z.strictObject({ en: z.string(), it: z.string() }),
});

/** `lang/<code>/lint.json`: words that a person of this language writes. Lower case, no accents; `*` ends a stem, `…` up to four words. */
export const lintWords = z.record(z.string().regex(/^[A-Z][A-Z0-9_]*$/u), z.array(z.string().min(1)));

export const writingBook = z.strictObject({
  findings: z.array(finding),
  words: z.record(z.string(), lintWords),
  /** `lang/<code>/fixes.json`: what a click writes into a draft, by key. */
  fixes: z.record(z.string(), z.record(z.string(), z.string())),
  /** Text of each template by language, `lang/<code>/templates/<id>.txt`. */
  templates: z.record(z.string(), z.record(z.string(), z.string())),
});

export type FindingRule = z.infer<typeof finding>;
export type LintWords = z.infer<typeof lintWords>;
export type WritingBook = z.infer<typeof writingBook>;
