import { findComposers } from './composers';
import { accountOf, readUnknown } from './landmarks';
import { findReplyButton } from './reply-button';
import type { Webmail } from './webmail';

/** A webmail that nobody described: read by what all mails look like. Doubts are told. */
export const generic: Webmail = {
  id: 'generic',
  readOpenMessages: (doc) => readUnknown(doc, accountOf(doc)),
  findComposers: (doc) => findComposers(doc),
  replyButton: (doc) => findReplyButton(doc, []),
  account: (doc) => accountOf(doc),
};
