/**
 * Everything that crosses between the shells, one type per direction. Facts are in the past tense, orders in the
 * imperative. What comes from a page is checked by `guards.ts` before anything trusts it.
 */
import type { Address, Message } from '../core/message';
import type { Draft, Finding, Fix, InsertResult, Outgoing } from '../core/assessment';
import type { PageAct } from '../core/page-act';

/** The message that a page shows, as read by its adapter. */
export type ShownMessage = {
  /** Id of the adapter, e.g. `gmail`; `generic` when none knew the page. */
  readonly webmail: string;
  readonly message: Message;
  /** Changes when another message is opened or its text changes; nothing else is behind it. */
  readonly fingerprint: string;
  /** The mailbox owner, where the page shows it. */
  readonly account?: Address;
  /** What of the reading is in doubt; a sender in doubt may be empty. */
  readonly doubts?: readonly ('sender' | 'subject' | 'body')[];
};

/** A compose box in the page. */
export type ComposeState = {
  /** Stable while the box exists in this document. */
  readonly composeId: string;
  readonly webmail: string;
  readonly outgoing: Outgoing;
  readonly kind: 'textarea' | 'contenteditable' | 'iframe';
  readonly canSetSubject: boolean;
  /** Fingerprint of the shown message that this box answers, where the page tells. */
  readonly inReplyTo?: string;
};

/** From the content script, about its page. */
export type ContentToBackground =
  | { readonly type: 'message-shown'; readonly shown: ShownMessage | null }
  | { readonly type: 'compose-changed'; readonly compose: ComposeState | null }
  /** Rows of the list that may be provider's replies; answered by `RowsAnswer`. */
  | { readonly type: 'rows-shown'; readonly rows: readonly RowFact[] }
  /** The panel asked for the page's structure; answered by `CensoredPageAnswer`. */
  | { readonly type: 'censor-wanted' }
  /** Something is to be written or shown in the page: it needs what most pages don't. Answered when it is there. */
  | { readonly type: 'rest-wanted' }
  /** The person asked for the fix of a finding in the page's overlay. */
  | { readonly type: 'panel-wanted' }
  /** An editor can be reached from the page's own world only: run this job there. Answered by whether it was done. */
  | { readonly type: 'page-act'; readonly act: PageAct };

/** The background's answer to `compose-changed`: what to mark in the page. */
export type LintAnswer = { readonly findings: readonly Finding[]; readonly language?: 'en' | 'it' };

/** A row of a list of mails; `email` is empty where the list shows names only. */
export type RowFact = { readonly email: string; readonly subject: string };
/** For each row asked for: null, or the mark that it gets; `due` is the day (ISO 8601) on which the case's hold ends. */
export type RowsAnswer = { readonly marks: readonly ({ readonly due?: string } | null)[] };

/** From the panel to the content script of its tab. */
export type PanelToContent =
  | { readonly type: 'report' }
  | { readonly type: 'read-selection' }
  | { readonly type: 'censor-page' }
  | { readonly type: 'show-evidence'; readonly spans: readonly { readonly start: number; readonly end: number }[]; readonly focus: number }
  | { readonly type: 'clear-evidence' }
  | { readonly type: 'open-reply' }
  | { readonly type: 'insert-draft'; readonly draft: Pick<Draft, 'subject' | 'text' | 'html'>; readonly composeId?: string; readonly whenSteady?: boolean }
  | { readonly type: 'undo-insert' }
  | { readonly type: 'apply-fix'; readonly composeId: string; readonly fix: Fix };

export type ReportAnswer = { readonly webmail: string; readonly shown: ShownMessage | null; readonly compose: ComposeState | null };
/** The structure of the page with every text hidden. */
export type CensoredPageAnswer = { readonly html: string };
export type ShowEvidenceAnswer = { readonly shown: boolean };
export type OpenReplyAnswer = { readonly opened: 'composer-open' | 'opened' | 'navigating' | 'press-reply' };
export type InsertAnswer = InsertResult;
/** `changed-meanwhile`: the person wrote in the box since, and their words would go too. `box-gone`: the box was closed or sent. */
export type UndoAnswer = { readonly undone: boolean; readonly why?: 'changed-meanwhile' | 'box-gone' };

/** What the background keeps for a tab, in memory only (`storage.session`), under `tabKey(tabId)`. */
export type TabState = {
  readonly shown: ShownMessage | null;
  readonly compose: ComposeState | null;
  readonly findings: readonly Finding[];
  /** A draft that waits for the reply page to open (Roundcube and others open Reply as a new page). */
  readonly pending?: { readonly draft: Pick<Draft, 'subject' | 'text' | 'html'>; readonly fingerprint: string; readonly origin: string; readonly at: number };
  /** What came of the draft that waited. */
  readonly placed?: Placed;
};

/** The tab's draft that waited is in, or could not be put in; changes with every such try. Part of `TabState`. */
export type Placed = { readonly at: number; readonly result: InsertResult; /** Where it stands: the tab of the reply. */ readonly tab?: number };

export const tabKey = (tabId: number): string => `tab:${tabId}`;
/** Key of one case in `storage.local`; `threadKey` comes from `core/thread.ts`. */
export const caseKey = (threadKey: string): string => `case:${threadKey}`;
/** Key of the answers typed for one case; in `storage.session` unless the office chose to keep them. */
export const answersKey = (threadKey: string): string => `answers:${threadKey}`;
