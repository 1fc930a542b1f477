import { z } from 'zod';
import { replyTypeIds } from '../../core/ids';
import { questionKeys } from './question-keys';
import { likeness, weighing } from './likeness';

const concept = z.string().regex(/^[A-Z][A-Z0-9_]*$/u, 'Concepts are written in capitals.');

/**
 * What must be said for a rule to hold. Each entry of `all` is a choice of concepts, one of which must be said; `-NAME` wants it
 * denied, `~NAME` takes it affirmed or denied. Nothing of `none` may be said in the same place.
 */
export const rule = z.strictObject({
  all: z.array(z.array(z.string().regex(/^[-~]?[A-Z][A-Z0-9_]*$/u))).min(1),
  none: z.array(z.string().regex(/^[-~]?[A-Z][A-Z0-9_]*$/u)).optional(),
  /** Where: in one sentence (default), or in two that follow each other. */
  within: z.enum(['sentence', 'neighbours']).optional(),
  /** The sentence must be a question. */
  question: z.literal(true).optional(),
  /** Also counts inside an if-clause or a quotation. */
  loose: z.literal(true).optional(),
  /** The proof may be this many words long, at most. */
  near: z.number().int().min(1).max(60).optional(),
  /** How sure it makes: of rules at 0.9, nine in ten are right. */
  score: z.number().min(0.3).max(0.99),
});

/** One file of `src/data/replies`: a way of answering. */
export const replyType = z.strictObject({
  id: z.enum(replyTypeIds),
  /** What the provider says, in a sentence for reviewers. */
  meaning: z.string(),
  severity: z.enum(['stop', 'warn', 'plain', 'good']),
  /** Types that are dropped when this one is found too: it says the same more exactly. */
  outranks: z.array(z.enum(replyTypeIds)),
  /** True when ordinary mail says the same: it then proves nothing about who writes. */
  ordinary: z.boolean(),
  rules: z.array(rule),
});

/** `lang/<code>/lexicon.json`: how a language says each concept. `*` ends a stem, `…` stands for up to four words, `(a|b)` for a choice. */
export const lexicon = z.record(concept, z.array(z.string().min(1).max(240)));

const hint = z.string().regex(/^[a-z0-9 -]{6,40}$/u, 'A hint has at least six plain lower-case letters.');

/** `hints.json`: words without which no provider answers; one of `strong` or two of `weak` make a mail worth reading. */
export const hints = z.strictObject({ strong: z.array(hint).min(1), weak: z.array(hint).min(1) });

const name = z.array(z.string().regex(/^[\p{L}\p{N}-]+\*?$/u, 'One word of a name or an address; * ends a beginning.'));

/** `senders.json`: words in names and addresses that tell who writes, and to whom. */
export const senders = z.strictObject({
  /** Parts of an authority's host: such a sender is never a provider. */
  authorityHosts: name,
  /** Words with which an authority's or an officer's name begins. */
  authorityNames: name,
  /** Bodies that obey decrees and are no service providers: banks, hospitals, councils; the press. */
  otherBodies: name,
  /** Mailboxes and names of those who answer authorities for a company. */
  offices: name,
  /** Names of lawyers: they speak for providers, and for everybody else. */
  counsel: name,
  /** Mailboxes of mass mail. */
  mass: name,
});

/** `signs.json`: how much each concept, affirmed, denied (`-`) or asked (`?`), speaks for a type; `start` is where the sum begins. Learned: `npm run accuracy -- --learn`. */
export const signs = z.partialRecord(z.enum(replyTypeIds), z.record(z.string().regex(/^(?:start|[-?]?[A-Z][A-Z0-9_]*)$/u), z.number()));

/** `detection.json`: how much each sign speaks for a provider's reply; `start` is where the sum begins. Learned like `signs.json`. */
export const detection = z.record(z.string().regex(/^(?:start|[a-z]+:[a-z-]+|[A-Z][A-Z0-9_]*\+?)$/u), z.number());

export const understandingBook = z.strictObject({
  detection,
  signs,
  likeness,
  questionKeys,
  weighing,
  senders, replies: z.array(replyType), lexicons: z.record(z.string(), lexicon), confusables: z.record(z.string(), z.string()) });

export type Senders = z.infer<typeof senders>;
export type Rule = z.infer<typeof rule>;
export type ReplyType = z.infer<typeof replyType>;
export type Lexicon = z.infer<typeof lexicon>;
export type UnderstandingBook = z.infer<typeof understandingBook>;

/** What reading the words of a lexicon takes. */
export type LexiconBook = Pick<UnderstandingBook, 'lexicons' | 'confusables'>;
