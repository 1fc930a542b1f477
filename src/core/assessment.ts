import type { Instant } from './case';
import type { FindingId, MailLanguage, QuestionKey, ReplyTypeId, StepId } from './ids';
import type { Address, Authentication, Span } from './message';

/** Which parts of a text are the sender's own words. Spans are in order, do not overlap, and point into `Message.text`. */
export type Split = {
  readonly own: readonly Span[];
  /** Everything that is not: quoted history, signature, disclaimer, transport envelope. */
  readonly quoted: readonly Span[];
  /** The kinds of the quoted spans, one for each. */
  readonly kinds: readonly ('quote' | 'signature' | 'disclaimer' | 'forward' | 'envelope')[];
  /** False when the cut is a guess: the panel and the warnings say so. */
  readonly complete: boolean;
};

/** `listed`: the directory knows the domain. `unlisted`: the text names the provider, nothing vouches for the sender. `lookalike`: it imitates. */
export type Trust = 'listed' | 'unlisted' | 'lookalike';

export type ProviderMatch = {
  readonly id: string;
  readonly matchedBy: 'domain' | 'counsel' | 'text';
  readonly trust: Trust;
  /** The sender's registrable domain, e.g. `zwillgen.com`; empty when the page showed no address. */
  readonly domain: string;
  /** Why it is a look-alike, or what else is odd about the sender; ids of texts. */
  readonly reasons: readonly string[];
};

export type Evidence = Span & { readonly text: string };
export type ReplyFinding = {
  readonly type: ReplyTypeId;
  readonly score: number;
  readonly evidence: readonly Evidence[];
  /** Concepts that the rules met: they tell the shades of a type apart (too broad, or a bad identifier). */
  readonly about?: readonly string[];
};

export type Question = Span & {
  /** The provider's own label: `1`, `b`, `Q3`, or the running number where it gave none. */
  readonly number: string;
  readonly key: QuestionKey;
  readonly text: string;
};

/** Something the mail claims; shown as a claim, never used as a channel. */
export type Claim = Span & { readonly text: string; readonly value?: string };

export type MailFacts = {
  readonly references: readonly Claim[];
  readonly questions: readonly Question[];
  readonly deadlines: readonly Claim[];
  readonly legalBasis: readonly Claim[];
  readonly contacts: readonly Claim[];
  readonly identifiers: readonly Claim[];
  readonly amounts: readonly Claim[];
  /** End of a hold, ISO 8601 date, when the mail gives one. */
  readonly expiry?: string;
  /** Reference of a hold, when the mail gives one. */
  readonly holdReference?: string;
};

export type LegalBasis = {
  readonly instrument: string;
  readonly article: string;
  readonly url?: string;
  /** Date on which the source was checked, ISO 8601 date. */
  readonly asOf: string;
  /** Id in `src/data/sources`. */
  readonly source: string;
  /** What it says, in our words, in the language of the screens. */
  readonly says?: string;
  /** Since when it applies, ISO 8601 date, where it has a beginning. */
  readonly since?: string;
  /** Set where nobody verified `since`: the day on which it was last looked at, ISO 8601 date. */
  readonly sinceUnverified?: string;
  readonly confidence: Confidence;
};

/** `verified`: read in the primary text · `verified-2nd`: in a secondary source · `knowledge`: from general knowledge · `unsure`: check before use. */
export type Confidence = 'verified' | 'verified-2nd' | 'knowledge' | 'unsure';

export type NextStep = {
  readonly id: StepId;
  /** 1 is first; steps of the same lane run in parallel. */
  readonly rank: number;
  readonly title: string;
  readonly reason: string;
  readonly legalBasis: readonly LegalBasis[];
  /** To whom, by which way; a claim of the mail is never a channel. */
  readonly channel?: string;
  /** When it should be done or answered by, ISO 8601 date-time with offset. */
  readonly due?: Instant;
  /** What the clock of `due` is: who set it, from when it counts, what happens at its end. */
  readonly clock?: string;
  /** What happens when that clock runs out. */
  readonly clockEnds?: string;
  /** Facts still missing for it, in words. */
  readonly needs: readonly string[];
  /** Template that drafts it. */
  readonly template?: string;
  readonly caveats: readonly string[];
  /** Rows of the decision table that put it here, e.g. `D8`. */
  readonly rows: readonly string[];
  /** The rows in words, each with the place in the mail that made it apply. */
  readonly because?: readonly { readonly row: string; readonly says: string; readonly evidence?: Evidence }[];
  /** What would take the step away, in words. */
  readonly changes?: readonly string[];
  /** Who must sign when the person may not: `judge`, `prosecutor`, `prosecutor-48h` (police issue, the prosecutor validates). */
  readonly signedBy?: string;
  /** True when it can run beside the first step rather than after it. */
  readonly parallel?: boolean;
};

/** One fact that would change the advice, and what it decides between. */
export type Ask = {
  readonly fact: string;
  readonly question: string;
  readonly decides: string;
  /** The answers that were tried, each with the steps it leads to. */
  readonly options?: readonly { readonly label: string; readonly steps: readonly StepId[] }[];
};
/** A step that was not taken, and why. */
export type Rejected = { readonly id: StepId; readonly reason: string };
export type Warning = { readonly id: string; readonly message: string };

export type Assessment = {
  readonly id: string;
  readonly isProviderReply: boolean;
  readonly provider: ProviderMatch | null;
  readonly split: Split;
  readonly language: MailLanguage | null;
  readonly authentication?: Authentication;
  /** Best first. */
  readonly replyTypes: readonly ReplyFinding[];
  readonly facts: MailFacts;
  readonly nextSteps: readonly NextStep[];
  readonly asks: readonly Ask[];
  readonly rejected: readonly Rejected[];
  readonly warnings: readonly Warning[];
  /** Who passed on the analysed mail, when it was inside a forward or an envelope. */
  readonly forwardedBy?: Address;
};

export type Severity = 'error' | 'warning' | 'info';

/** A change that one click makes in the compose box. */
export type Fix =
  | { readonly kind: 'set-subject'; readonly text: string }
  | { readonly kind: 'insert-top'; readonly text: string }
  | { readonly kind: 'append'; readonly text: string }
  | { readonly kind: 'replace'; readonly start: number; readonly end: number; readonly text: string };

export type Finding = {
  readonly rule: FindingId;
  readonly severity: Severity;
  readonly where: 'subject' | 'body' | 'attachments' | 'recipients';
  /** Offsets into the subject or the body, where the finding has a place. */
  readonly start?: number;
  readonly end?: number;
  readonly message: string;
  /** Why it matters, with its source. */
  readonly why?: string;
  readonly fix?: Fix;
};

/** A mail that the person is writing. `text` is the whole body; only the own words in it are judged. */
export type Outgoing = {
  readonly id: string;
  readonly from?: Address;
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
  readonly subject: string;
  readonly text: string;
  readonly marks?: readonly import('./message').Mark[];
  readonly attachments: readonly { readonly name: string }[];
};

export type Draft = {
  readonly step: StepId;
  readonly template: string;
  readonly language: string;
  readonly subject: string;
  readonly to: readonly string[];
  readonly text: string;
  readonly html: string;
  /** Facts without a value: each is visible in the text and keeps the draft from being ready. */
  readonly missing: readonly string[];
  readonly findings: readonly Finding[];
};

export type InsertResult =
  | { readonly ok: true; readonly by: string; readonly subjectSet: boolean }
  | { readonly ok: false; readonly why: 'no-composer' | 'several-composers' | 'gaps-left' | 'refused-by-editor' | 'changed-meanwhile' | 'no-page' };
