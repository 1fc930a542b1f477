import type { Mark } from '../message';

/** What an element of a mail's HTML is called by; absent attributes are empty. */
export type Tag = { readonly name: string; readonly id: string; readonly className: string; readonly style: string; readonly type: string };

/** Names that the mail programs' own prefixes stand before: `x_` of Outlook on the web, `m_-123` of Gmail, `yiv123` of Yahoo. */
const prefix = '(?:x_){0,3}(?:m_-?\\d{1,30})?(?:yiv\\d{1,15})?(?:v1)?';
const names = (list: readonly string[], tail = '(?:\\s|$)') => new RegExp(`(?:^|\\s)${prefix}(?:${list.join('|')})${tail}`, 'iu');

const quoteClass = names(
  [
    'gmail_quote',
    'gmail_quote_container',
    'gmail_extra',
    'gmail_attr',
    'yahoo_quoted',
    'protonmail_quote',
    'moz-cite-prefix',
    'moz-email-headers-table',
    'quoted-?text',
    'zmail_extra',
    'tutanota_quote',
    'front-blockquote',
    'elided-text',
  ],
  '(?:_\\S{1,40})?(?:\\s|$)',
);
const forwardClass = names(['moz-forward-container']);
const signatureClass = names([
  'gmail_signature',
  'gmail_signature_prefix',
  'moz-signature',
  'protonmail_signature_block',
  'signature',
  'bloop_sign',
  'mb_sig',
  'io-ox-signature',
]);
const quoteId =
  /^(?:x_){0,3}(?:divRplyFwdMsg|RplyFwdMsg|appendonsend|origbody|isReplyContent|isForwardContent|reply-intro|zwchr|OLK_SRC_BODY_SECTION|mail-editor-reference-message-container|yahoo_quoted_\d{1,20}|yiv\d{1,15}yahoo_quoted)$/iu;
const restId = /^(?:x_){0,3}(?:divRplyFwdMsg|RplyFwdMsg|appendonsend|zwchr|stopSpelling)$/iu;
const signatureId = /^(?:x_){0,3}(?:Signature|_rc_sig|ms-outlook-mobile-signature|AppleMailSignature|lineBreakAtBeginningOfSignature|sig)$/iu;
const indent = /border(?:-left)?\s{0,3}:\s{0,3}(?:none|0(?:px)?|medium)\b/iu;
const noPadding = /padding\s{0,3}:\s{0,3}0/iu;

/** What the mark-up says that an element is: a quotation, a forward, a signature; nothing for most. */
export function markOf({ name, id, className, style, type }: Tag): Mark['kind'] | undefined {
  if (name === 'blockquote') {
    // Editors also indent with it: then it has no border and no padding, and no mail program's name.
    const indented = type !== 'cite' && indent.test(style) && noPadding.test(style);
    if (!indented || quoteClass.test(className)) return 'quote';
    return undefined;
  }
  if (className !== '') {
    if (quoteClass.test(className)) return 'quote';
    if (forwardClass.test(className)) return 'forward';
    if (signatureClass.test(className)) return 'signature';
  }
  if (id !== '') {
    if (quoteId.test(id)) return 'quote';
    if (signatureId.test(id)) return 'signature';
  }
  return undefined;
}

/** True for an element behind which everything is history. */
export function opensHistory(id: string): boolean {
  return id !== '' && restId.test(id);
}

/** True for a style that hides an element from its reader. */
export function hides(style: string): boolean {
  return (
    style !== '' &&
    /display\s{0,5}:\s{0,5}none|visibility\s{0,5}:\s{0,5}hidden|font-size\s{0,5}:\s{0,5}0(?:px|pt|;|$)|mso-hide\s{0,5}:\s{0,5}all|max-height\s{0,5}:\s{0,5}0(?:px|;|$)/iu.test(
      style.slice(0, 2000),
    )
  );
}
