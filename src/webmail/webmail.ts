import type { Address, Mark, Message } from '../core/message';

/** A message in a page: what it says, and the element that its text was read from. */
export type OpenMessage = { readonly message: Message; readonly body: Element };

/** A compose box in a page. `own` are the marks of what the webmail put there itself: signature, quotation. */
export type Composer = {
  readonly body: HTMLElement;
  readonly kind: 'textarea' | 'contenteditable' | 'iframe';
  readonly to: readonly Address[];
  readonly subject: string;
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly attachments: readonly { readonly name: string }[];
  /** The field of the subject where it may be set without breaking the thread. */
  readonly subjectField?: HTMLInputElement;
};

/** All that is peculiar to one webmail: readings of its page. It never waits, watches, clicks or types. */
export type Webmail = {
  readonly id: string;
  /** By landmark or host, so that a self-hosted one is known too. */
  fingerprint(doc: Document, url: URL): boolean;
  /** Newest last; empty in a list or while the page is drawn. */
  readOpenMessages(doc: Document): readonly OpenMessage[];
  findComposers(doc: Document): readonly Composer[];
  replyButton(doc: Document): HTMLElement | undefined;
};

/** `Name <a@b>`, `a@b`, or a name. */
export function addressOf(text: string, email?: string | null): Address {
  const found = (email ?? /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/u.exec(text)?.[0] ?? '').toLowerCase();
  const name = text.replace(/<[^>]{0,400}>/u, '').replace(/^["\s]+|["\s]+$/gu, '');
  return { name: name.toLowerCase() === found ? '' : name, email: found };
}

/** True for an element that is drawn; a page without layout (a test) counts as drawn. */
export function isShown(element: Element): boolean {
  for (let node: Element | null = element; node; node = node.parentElement)
    if (node.hasAttribute('hidden') || (node as HTMLElement).style?.display === 'none') return false;
  const { width, height } = element.getBoundingClientRect();
  return width + height > 0 || !element.ownerDocument.defaultView || element.ownerDocument.documentElement.getBoundingClientRect().width === 0;
}
