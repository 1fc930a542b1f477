/** One correspondent as the reader sees it. `email` is lower-case, and empty when the page shows only a name. */
export type Address = { readonly name: string; readonly email: string };

/** A half-open range of UTF-16 offsets into a text. */
export type Span = { readonly start: number; readonly end: number };

/** A stretch of the text whose nature the mail's mark-up gives away (a `blockquote`, a signature block). */
export type Mark = Span & { readonly kind: 'quote' | 'signature' | 'disclaimer' | 'forward' };

/** What the webmail itself says about the sender's authentication; absent means that it says nothing. */
export type Authentication = {
  readonly result: 'verified' | 'failed';
  /** The domain that was authenticated, lower-case. */
  readonly domain?: string;
};

/** A mail as its reader sees it: text only, never mark-up. Made by webmail adapters, by mail files, by the command line. */
export type Message = {
  readonly id: string;
  readonly from: Address;
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
  readonly replyTo?: Address;
  readonly subject: string;
  /** ISO 8601, with its offset where the mail gives one. */
  readonly date?: string;
  /** The plain text that all offsets point into. */
  readonly text: string;
  readonly marks?: readonly Mark[];
  readonly attachments: readonly { readonly name: string }[];
  /** Values of headers that say that a machine wrote it (RFC 3834), where they are known. */
  readonly autoSubmitted?: string;
  readonly authentication?: Authentication;
  /** What the mail lay in when a file was opened, and who sent that: a certified-mail envelope, a forward, a signed container. */
  readonly carriedBy?: { readonly kind: 'pec' | 'forward' | 'smime'; readonly by: Address };
  /** A language tag that the browser is sure of; the own fallback is used otherwise. */
  readonly language?: string;
  /** True when the page shows only a part of the mail (clipped, collapsed): then advice is held back. */
  readonly incomplete?: boolean;
  /** Earlier messages of the same conversation, older first. */
  readonly thread?: readonly Message[];
};
