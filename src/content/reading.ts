import type { Address, Message } from '../core/message';
import { hash } from '../core/thread';
import { addressOf, type OpenMessage, type Webmail } from '../webmail/webmail';
import { readAround } from '../webmail/generic';
import { documentsOf } from '../webmail/pages';
import { readableText } from '../webmail/readable-text';
import type { ShownMessage } from '../wire/calls';

/** Most earlier messages of a conversation, and most characters of each, that are handed over: who wrote when is what counts. */
const mostEarlier = 100;
const mostOfEarlier = 20_000;

export type Seen = { readonly shown: ShownMessage | null; readonly open: OpenMessage | undefined };

/** What the page shows now: the newest message of the conversation, with the earlier ones behind it. */
export function readPage(webmail: Webmail, doc: Document): Seen {
  const all = webmail.readOpenMessages(doc);
  const newest = all.at(-1);
  if (!newest) return { shown: null, open: undefined };
  const thread = (newest.message.thread ?? all.slice(0, -1).map(({ message }) => message)).slice(-mostEarlier).map(short);
  const account = webmail.account?.(doc) ?? '';
  return { open: newest, shown: shownOf(webmail.id, thread.length > 0 ? { ...newest.message, thread } : newest.message, newest, account) };
}

/** What the person selected, in the page or in one of its frames: that text, with the header of the message that it stands in. */
export function readSelection(webmail: Webmail, doc: Document): Seen {
  for (const one of documentsOf(doc)) {
    const selection = one.getSelection();
    if (!selection || selection.isCollapsed || selection.rangeCount === 0) continue;
    const range = selection.getRangeAt(0);
    const node = range.commonAncestorContainer;
    const place = node.nodeType === 1 ? (node as Element) : node.parentElement;
    if (!place || place.closest('rogatory-overlay')) continue;
    const read = readableText(place, range);
    if (read.text.trim() === '') continue;
    const holder = webmail.readOpenMessages(doc).find(({ body }) => body.contains(place) || place.contains(body));
    const around = holder ?? readAround(place, webmail.account?.(doc) ?? '');
    const open: OpenMessage = { ...around, body: place, within: range, message: { ...around.message, text: read.text, marks: read.marks } };
    return { open, shown: shownOf(webmail.id, open.message, open, webmail.account?.(doc) ?? '') };
  }
  return { shown: null, open: undefined };
}

function shownOf(webmail: string, message: Message, open: OpenMessage, email: string): ShownMessage {
  const account: Address | undefined = email ? addressOf(email) : undefined;
  return {
    webmail,
    message,
    fingerprint: hash(`${message.id} ${message.from.email} ${message.subject} ${message.text.length} ${message.text.slice(0, 500)}`),
    ...(account ? { account } : {}),
    ...(open.doubts ? { doubts: open.doubts } : {}),
  };
}

function short(earlier: Message): Message {
  return { ...earlier, text: earlier.text.slice(0, mostOfEarlier), marks: [] };
}
