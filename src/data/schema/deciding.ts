import { z } from 'zod';
import { dataCategories, flagIds, replyTypeIds, stepIds } from '../../core/ids';
import { confidence } from './provider';

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/u);

/** A state, or a group: `own` the requester's · `EU` · `bound` by Reg. (EU) 2023/1543 · `eio` Directive 2014/41 · `budapest` Convention · `agreements` with the United States. */
const territory = z.string().regex(/^(?:[A-Z]{2}|own|bound|eio|budapest|agreements)$/u);

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
  /** Only for requesters of these states: codes of ISO 3166-1, or a group; empty: for all. */
  states: z.array(territory),
  /** Only towards providers (for assistance: towards the state that is asked) of these states; empty: all. */
  providers: z.array(territory),
  /** In force only where the office sets this flag. */
  flag: z.enum(flagIds).nullable(),
  /** Only where such data are wanted; null: whatever the data. */
  data: z.enum(['simple', 'judged', 'content']).nullable(),
  checkedOn: isoDate,
  confidence,
});

const clockUnit = z.enum(['minute', 'hour', 'day', 'month']);

/** `steps/<id>.json`: what may follow. */
export const step = z.strictObject({
  id: z.enum(stepIds),
  /** Sources that carry it; those that do not apply on the day or to the requester are left out. */
  basis: z.array(z.string()),
  /** Cited where none of these applies. */
  fallback: z.string(),
  template: z.string().nullable(),
  /**
   * A clock of its own; `law` ones are deadlines, the others are the office's settings. `from`: what it counts from, `hold-end` backwards.
   * `calm` replaces the count where nobody is in danger.
   */
  clock: z
    .strictObject({
      count: z.number().positive(),
      unit: clockUnit,
      law: z.boolean(),
      from: z.enum(['now', 'receipt', 'request', 'mail', 'hold-end']),
      before: z.literal(true).optional(),
      /** Takes the next of the office's warning days before the end. */
      timers: z.literal(true).optional(),
      calm: z.strictObject({ count: z.number().positive(), unit: clockUnit }).optional(),
    })
    .nullable(),
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

/** The harder conditions; each is a pure function of that name in `core/deciding/tests.ts`. */
export const testNames = [
  'refused',
  'process',
  'emergency-door',
  'edr',
  'to-freeze',
  'data-there',
  'only-a-receipt',
  'only-unlisted',
  'overdue',
  'hold-confirmed-here',
  'hold-short-for-mla',
  'no-extension',
  'renewed-before',
  'network',
  'us-agency',
  'us-agency-due',
  'us-agency-due-with-order',
  'agreement',
  'own-seat',
  'mla',
  'orderable',
  'judge-needed',
  'regulation',
  'too-broad',
  'bad-identifier',
  'wrong-entity',
  'wrong-channel',
  'encrypted',
  'another-state-concerned',
  'policy-only',
  'freeze-ignored',
  'annex-not-stored',
  'annex-authority',
  'annex-service',
  'annex-privilege',
  'annex-offence',
  'annex-beyond-correction',
  'content-bar',
  'irish-addressee',
  'both-limbs',
  'below-threshold',
  'threshold-unknown',
  'provider-encrypted',
  'unlisted-sender',
  'weeks-passed',
] as const;
const replies = z.array(z.enum(replyTypeIds)).min(1);
const wanted = z.array(z.enum([...dataCategories, 'simple', 'judged', 'content-only']));

/** When a row, or one of its steps, holds. Every part given must hold; a part not given doesn't matter. */
export const condition = z.strictObject({
  /** The reply is of one of these types. */
  replies: replies.optional(),
  /** … and of none of these. */
  without: replies.optional(),
  danger: z.array(z.enum(['now', 'none', 'ended'])).optional(),
  /** Where the provider that answers has its seat. */
  seat: z.array(z.enum(['US', 'EU', 'other', 'unknown'])).optional(),
  /** A European order can be used, or can't. */
  order: z.boolean().optional(),
  /** Why it can't. */
  bar: z.array(z.enum(['before-2026', 'not-bound', 'no-addressee', 'denmark', 'same-state', 'irish-act', 'not-in-union'])).optional(),
  hold: z.array(z.enum(['none', 'requested', 'held', 'ending', 'expired'])).optional(),
  role: z.array(z.enum(['prosecutor', 'judge', 'police'])).optional(),
  /** `simple`: subscriber or identification data · `judged`: traffic data or content. All must be wanted. */
  wants: wanted.optional(),
  wantsNot: wanted.optional(),
  flags: z.partialRecord(z.enum(flagIds), z.boolean()).optional(),
  /** … are not set so. */
  flagsNot: z.partialRecord(z.enum(flagIds), z.boolean()).optional(),
  /** Concepts that the rules of a reply type met: one of each list. */
  about: z.partialRecord(z.enum(replyTypeIds), z.array(z.string())).optional(),
  test: z.array(z.enum(testNames)).optional(),
  not: z.array(z.enum(testNames)).optional(),
});

/** `rows/<id>.json`: a row of the decision table. `at` is a step's place in the order of thought (see `core/deciding/rows.ts`). */
export const row = z.strictObject({
  id: z.string().regex(/^(?:D\d{1,2}|[a-z-]+)$/u),
  source: z.string(),
  says: z.strictObject({ en: z.string(), it: z.string() }),
  when: condition,
  steps: z.array(z.strictObject({ do: z.enum(stepIds), at: z.number().min(0).max(99), when: condition.optional() })).min(1),
});

/** `holidays.json`: national holidays by state; meaning of the entries in `core/case/reachable.ts`. They move no deadline. */
export const holidays = z.record(
  z.string().regex(/^[A-Z]{2}$/u),
  z.strictObject({
    fixed: z.array(z.string().regex(/^\d{2}-\d{2}$/u)),
    easter: z.array(z.number().int()),
    weekdays: z.array(z.string().regex(/^\d{2}-[1-7]-(?:[1-5]|-1)$/u)),
  }),
);

/** Heuristics of the office, no law: when to chase, when to lodge, when to warn. */
export const decidingSettings = z.strictObject({
  chaseFirstHours: z.number().positive(),
  chaseSecondHours: z.number().positive(),
  chaseOrdinaryDays: z.number().positive(),
  chaseOrderDays: z.number().positive(),
  lodgeByDay: z.number().positive(),
  assistanceDays: z.number().positive(),
  renewDays: z.array(z.number().positive()).min(1),
});

/** `caveats.json`: when a caveat is said, and which sources it leans on; it is silent where one of them is not in force. */
export const caveats = z.record(z.string(), z.strictObject({ when: condition, sources: z.array(z.string()) }));

/** `thresholds/<id>.json`: a legal or a provider's test, element by element, with the answers and the facts of the case that bear on each. */
export const threshold = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/u),
  name: z.strictObject({ en: z.string(), it: z.string() }),
  source: z.string(),
  when: condition,
  elements: z
    .array(
      z.strictObject({
        id: z.string(),
        says: z.strictObject({ en: z.string(), it: z.string() }),
        answers: z.array(z.string()),
        fact: z.enum(['office', 'offence', 'provider', 'threshold', 'three-years', 'judge', 'offence-here', 'residence-here']).nullable(),
      }),
    )
    .min(1),
});

/** `signing.json`: who must sign, first match counts; a step, role and state that nothing matches may be signed by the person. */
export const signing = z.array(
  z.strictObject({
    steps: z.array(z.enum(stepIds)).min(1),
    /** Requester's state or group; empty: every state. */
    states: z.array(territory),
    role: z.array(z.enum(['prosecutor', 'judge', 'police'])).min(1),
    data: z.enum(['any', 'judged', 'simple', 'subscriber-only', 'traffic']),
    danger: z.array(z.enum(['now', 'none', 'ended'])).optional(),
    who: z.enum(['judge', 'prosecutor', 'prosecutor-48h']),
    /** Say: check national law. */
    check: z.boolean(),
    source: z.string(),
  }),
);

/** `signals.json`: phrases, lower case, that tell shades apart which a reply type alone does not. */
export const signalWords = z.record(z.string(), z.array(z.string().min(3)));

const check = z.strictObject({ checkedOn: isoDate, confidence });

export const countries = z.strictObject({
  /** Day from which European orders exist. */
  ordersSince: isoDate,
  /** Parties to the Budapest Convention, with the day on which it entered into force for them (from general knowledge; Ireland has only signed). */
  budapest: z.record(z.string(), isoDate),
  /** EU states bound by Regulation (EU) 2023/1543. */
  bound: z.array(z.string()),
  /** States of the Union that are not. */
  notBound: z.array(z.string()),
  /** Further states in which a person may live or an offence be committed. */
  others: z.array(z.string()),
  zones: z.record(z.string(), z.string()),
  aliases: z.record(z.string(), z.string()),
  /** States whose orders reach US providers under an executive agreement, from a day on. */
  agreements: z.record(z.string(), isoDate),
  /** How far the dates of `budapest` and the days of `holidays.json` can be trusted, and when they were last held against a source. */
  checks: z.strictObject({ budapest: check, holidays: check }),
});

export const decidingText = z.strictObject({
  titles: z.record(z.string(), z.string()),
  reasons: z.record(z.string(), z.string()),
  needs: z.record(z.string(), z.string()),
  caveats: z.record(z.string(), z.string()),
  clocks: z.record(z.string(), z.string()),
  channels: z.record(z.string(), z.string()),
  asks: z.record(z.string(), z.strictObject({ question: z.string(), decides: z.string(), options: z.record(z.string(), z.string()) })),
  changes: z.record(z.string(), z.string()),
  guards: z.record(z.string(), z.string()),
  rejections: z.record(z.string(), z.string()),
});

export const decidingBook = z.strictObject({
  sources: z.array(source),
  steps: z.array(step),
  flags: z.array(flag),
  rows: z.array(row),
  thresholds: z.array(threshold),
  signals: signalWords,
  caveats,
  signing,
  settings: decidingSettings,
  holidays,
  countries,
  texts: z.record(z.string(), decidingText),
});

export type Source = z.infer<typeof source>;
export type Step = z.infer<typeof step>;
export type Row = z.infer<typeof row>;
export type Threshold = z.infer<typeof threshold>;
export type Condition = z.infer<typeof condition>;
export type DecidingSettings = z.infer<typeof decidingSettings>;
export type Flag = z.infer<typeof flag>;
export type DecidingText = z.infer<typeof decidingText>;
export type DecidingBook = z.infer<typeof decidingBook>;
