import { webmailOf } from './landmarks';
import { isShown } from './webmail';

/** Horde IMP: dynamic (preview and window), basic and smartmobile views. */
export const horde = webmailOf({
  id: 'horde',
  single: true,
  marks:
    '#previewMsg, #msgData, #horde-page, #horde-head, #horde-content, #imp-message-body, .mimePartBase, #dimpLoading, #impLoading, form#compose textarea#composeMessage',
  body: ['#messageBody', '.messageBody', '#imp-message-body', '.mimePartData'],
  from: [
    '#msgHeaderFrom a.address',
    '#msgHeadersColl .from a.address',
    '.from a.horde-button.address',
    'tr#msgHeaderFrom td + td',
    '#msgheaders a[title*="@"]',
  ],
  name: '#imp-message-from',
  to: '#msgHeaderTo a.address',
  cc: '#msgHeaderCc a.address',
  replyTo: '#msgHeaderReplyTo a.address',
  subject: [
    '#msgHeadersColl .subject',
    '#msgHeaders .subject',
    '.msgHeaders .subject',
    '#msgheaders > p',
    '.ui-page-active .smartmobile-title',
    '#message .smartmobile-title',
  ],
  date: '#msgHeaderDate td + td, #msgHeadersColl .date, #imp-message-date, #msgheaders td.msgheader',
  files: ['#partlist td a', '#partlist a'],
  reply: '#reply_link, #button_reply, ul.msgactions a[href*="actionID=reply"], ul.msgactions a[href*="actionID%22%3A%22reply"], a[href="#message-reply"]',
  compose: {
    body: '#cke_composeMessage iframe, textarea#composeMessage, textarea#imp-compose-message',
    root: 'form#compose, form#imp-compose-form, #compose, form',
    to: '#to, #imp-compose-to',
    cc: '#cc, #bcc, #imp-compose-cc',
    subject: '#subject, #imp-compose-subject',
    files: '#attach_list li',
  },
  isMaking: (doc) => {
    const frame = doc.querySelector<HTMLIFrameElement>('#cke_composeMessage iframe');
    const loading = doc.querySelector('#rteloading, #rteloadingtxt');
    return (loading !== null && isShown(loading)) || (doc.querySelector<HTMLInputElement>('input#html')?.value === '1' && !frame?.contentDocument?.body);
  },
});
