import type { Address, Mark, Message } from '../core/message';

/** What of a reading is in doubt: found by one weak way only, or by two that disagree. A sender in doubt may be empty. */
export type Doubt = 'sender' | 'subject' | 'body';

/** A message in a page: what it says, and the element that its text was read from. */
export type OpenMessage = {
  readonly message: Message;
  readonly body: Element;
  /** Set when the text is only a part of the element: what the person selected. */
  readonly within?: Range;
  readonly doubts?: readonly Doubt[];
  /** True when the mailbox's owner wrote it. */
  readonly own?: boolean;
};

/** A compose box in a page. `own` are the marks of what the webmail put there itself: signature, quotation. */
export type Composer = {
  readonly body: HTMLElement;
  readonly kind: 'textarea' | 'contenteditable' | 'iframe';
  readonly to: readonly Address[];
  /** Who gets a copy, open or hidden, where the page has fields for them. */
  readonly cc?: readonly Address[];
  readonly subject: string;
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly attachments: readonly { readonly name: string }[];
  /** The field of the subject where it may be set without breaking the thread. */
  readonly subjectField?: HTMLInputElement;
  /** Key of the message that it answers (`Message.id`), where the page tells. */
  readonly answers?: string;
};

/** A row of a list of mails. */
export type ListRow = { readonly row: Element; readonly from: Address; readonly subject: string };

/** All that is peculiar to one webmail: readings of its page. It never waits, watches, clicks or types. */
export type Webmail = {
  readonly id: string;
  /** True for the hosts that are this webmail's alone. */
  isHost?(host: string): boolean;
  /** The first element of the page that only this webmail has, so that a self-hosted one is known too. */
  findMark?(doc: Document): Element | null;
  /** Newest last; empty in a list or while the page is drawn. */
  readOpenMessages(doc: Document): readonly OpenMessage[];
  findComposers(doc: Document): readonly Composer[];
  /** Where its Reply button is, as a selector; without one it is known by its icon's name or its word. */
  readonly reply?: string;
  /** The rows of the list that are in the page; absent where no mark is put on rows. */
  readRows?(doc: Document): readonly ListRow[];
  /** The address of the mailbox's owner, lower-case, where the page shows it. */
  account?(doc: Document): string;
};

export { addressOf } from './address';

/** True for an element that is drawn; a page without layout (a test) counts as drawn. */
export function isShown(element: Element): boolean {
  for (let node: Element | null = element; node; node = node.parentElement)
    if (node.hasAttribute('hidden') || (node as HTMLElement).style?.display === 'none') return false;
  const { width, height } = element.getBoundingClientRect();
  return width + height > 0 || !element.ownerDocument.defaultView || element.ownerDocument.documentElement.getBoundingClientRect().width === 0;
}
