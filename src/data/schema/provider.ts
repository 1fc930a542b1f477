import { z } from 'zod';

/** How far a fact can be trusted; anything but `verified` is shown to users as unverified, with its date. */
export const confidence = z.enum(['verified', 'verified-2nd', 'knowledge', 'unsure']);
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/u, 'Write dates as 2026-11-22.');
const country = z.string().regex(/^[A-Z]{2}$/u, 'Use the two-letter code of ISO 3166-1.');

/** One file of `src/data/providers`: who answers, from where, through which channels. What is not known is null. */
export const provider = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+$/u),
  name: z.string().min(2),
  /** Other names by which a mail may mean this provider; no word that is also an ordinary one. */
  aliases: z.array(z.string().min(2)),
  category: z.string(),
  status: z.enum(['active', 'retired']),
  /** The provider that it belongs to, by id; and the company's name. */
  parent: z.strictObject({ id: z.string().nullable(), name: z.string() }).nullable(),
  /** The state whose law the answering company is under, when it answers non-EU requests: ISO 3166-1. */
  seat: country.nullable(),
  entities: z.array(
    z.strictObject({
      name: z.string(),
      role: z.enum(['us', 'us-former', 'eu', 'eu-former', 'uk', 'other', 'eu-representative-dsa', 'eu-representative-gdpr']),
      country: country.nullable(),
      address: z.string().nullable(),
      confidence,
    }),
  ),
  /** Whom a European Production Order would be addressed to. `state` null: no entity in the Union is known. Always to be checked (flag F5). */
  euAddressee: z.strictObject({ entity: z.string().nullable(), state: country.nullable(), note: z.string().nullable(), confidence }),
  domains: z.array(
    z.strictObject({
      domain: z.string().regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/u),
      kind: z.enum(['corporate', 'outside-counsel', 'portal-vendor', 'representative']),
      /** Mail from this domain has been seen or documented; false: only a web domain. */
      mail: z.boolean(),
      /** The provider also gives its users mailboxes here, so that the domain alone vouches for nobody. */
      usersToo: z.boolean(),
      since: isoDate.nullable(),
      until: isoDate.nullable(),
      confidence,
    }),
  ),
  contacts: z.array(
    z.strictObject({
      type: z.enum(['email', 'url', 'phone', 'fax', 'post']),
      value: z.string(),
      use: z.array(z.string()),
      status: z.enum(['current', 'superseded', 'unknown']),
      note: z.string().nullable(),
      confidence,
    }),
  ),
  portal: z.strictObject({ name: z.string().nullable(), url: z.string().nullable(), access: z.string().nullable(), confidence }).nullable(),
  /** How an ordinary request is made, in our words. */
  generalChannel: z.string().nullable(),
  emergency: z.strictObject({
    publishedOnline: z.boolean().nullable(),
    /** What the provider calls it. */
    term: z.string().nullable(),
    channel: z.string().nullable(),
    /** True: it refuses what is not marked as an emergency. `subject` is the wording that it asks for. */
    designation: z.strictObject({ required: z.boolean().nullable(), subject: z.string().nullable(), note: z.string().nullable() }),
    /** Its own test for an emergency, in our words. */
    standard: z.string().nullable(),
    /** What it asks, in our words, in its order. */
    questions: z.array(z.string()),
    note: z.string().nullable(),
    confidence,
  }),
  preservation: z.strictObject({
    accepted: z.boolean().nullable(),
    /** Days that a hold lasts. */
    days: z.number().int().positive().nullable(),
    /** How many extensions it gives, and how many days each. */
    renewals: z.number().int().nonnegative().nullable(),
    renewalDays: z.number().int().positive().nullable(),
    /** Days before expiry by which an extension must be asked. */
    askBeforeDays: z.number().int().positive().nullable(),
    channel: z.string().nullable(),
    note: z.string().nullable(),
    confidence,
  }),
  /** What it wants for each kind of data, in our words. */
  standards: z.strictObject({ subscriber: z.string().nullable(), nonContent: z.string().nullable(), content: z.string().nullable(), confidence }),
  /** Whether a foreign authority gets subscriber data on its own paper. */
  directForeign: z.strictObject({ answer: z.enum(['yes', 'discretionary', 'no', 'unknown']), note: z.string().nullable(), confidence }),
  /** Content: through mutual legal assistance, or nothing to give. */
  contentRoute: z.strictObject({
    answer: z.enum(['required', 'may-be-required', 'not-available-e2ee', 'not-offered', 'not-needed', 'depends', 'unknown']),
    note: z.string().nullable(),
    confidence,
  }),
  /** True: it holds no readable message content. */
  endToEndEncrypted: z.boolean().nullable(),
  userNotice: z.strictObject({ default: z.enum(['notify', 'may-notify', 'no-notify', 'publishes', 'legal-only', 'policy-exists', 'unknown']), exceptions: z.string().nullable(), confidence }),
  languages: z.strictObject({ accepted: z.array(z.string()), confidence }),
  retention: z.array(z.strictObject({ fact: z.string(), confidence })),
  references: z.array(z.strictObject({ pattern: z.string().nullable(), example: z.string().nullable(), meaning: z.string(), confidence })),
  sources: z.array(z.strictObject({ ref: z.string(), date: z.string().nullable(), kind: z.string() })).min(1),
  /** The day on which these facts were last held against their sources, and the day after which they count as stale. */
  checkedOn: isoDate,
  reviewBy: isoDate,
  confidence: z.enum(['high', 'medium', 'low']),
  /** What could not be found out. */
  gaps: z.array(z.string()),
});
export type Provider = z.infer<typeof provider>;
