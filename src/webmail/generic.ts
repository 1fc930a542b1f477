import { findComposers } from './composers';
import { readHeader } from './header';
import { accountOf, readUnknown } from './landmarks';
import type { Doubt, OpenMessage, Webmail } from './webmail';

/** A webmail that nobody described: read by what all mails look like. Doubts are told. */
export const generic: Webmail = {
  id: 'generic',
  readOpenMessages: (doc) => readUnknown(doc, accountOf(doc)),
  findComposers: (doc) => findComposers(doc),
  account: (doc) => accountOf(doc),
};

/** A mail of which only a part of the page is known (a selection): its header from what stands around. The text is left empty. */
export function readAround(place: Element, account: string): OpenMessage {
  const { from, to, cc, replyTo, subject, date, by } = readHeader(place, [], account);
  const doubts: Doubt[] = [...(by === 'label' ? [] : (['sender'] as const)), ...(subject ? [] : (['subject'] as const))];
  return {
    body: place,
    doubts,
    message: {
      id: 'selection',
      from,
      to,
      cc,
      ...(replyTo ? { replyTo } : {}),
      subject: subject || place.ownerDocument.title,
      ...(date ? { date } : {}),
      text: '',
      attachments: [],
    },
  };
}
