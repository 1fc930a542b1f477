import { webmailOf } from './landmarks';

/** Zimbra, classic web client (Ajax). */
export const zimbra = webmailOf({
  id: 'zimbra',
  marks: '#skin_container, #z_shell, [id^="zv__"], #zLoginForm',
  message: '[id^="zv__TV-main__MSG"], [id^="zv__MSG-"], [id*="__CV_messages"] > *, [id^="zv__CLV"] [role=listitem]',
  skip: '[aria-hidden=true]',
  body: ['iframe[id$="__body__iframe"], iframe[id$="_body__iframe"]', '[id$="__body"]', '.MsgBody'],
  from: ['td[id$="_from"]', 'tr[id$="_from"] td.LabelColValue'],
  to: 'tr[id$="_to"] .addrBubble, td[id$="_to"] .addrBubble, tr[id$="_to"] td.LabelColValue',
  cc: 'tr[id$="_cc"] td.LabelColValue',
  replyTo: 'tr[id$="_reply to"] td.LabelColValue',
  subject: ['tr[id$="_hdrTableTopRow"] td.SubjectCol', '.Conv2View span.subject[role=heading]', '.SubjectCol', 'span.subject'],
  date: 'td.DateCol',
  files: ['table[id$="attLinks_table"] a.AttLink', '.MessageHeaderAttachments a'],
  reply: '[id$="__footer_reply"], div[id$="__REPLY"]',
  compose: {
    body: '.ZmComposeView iframe[id$="_body_ifr"], .ZmComposeView textarea.ZmHtmlEditorTextArea, textarea.ReplyTextarea',
    root: '.ZmComposeView',
    to: 'td[id$="_to_cell"] .addrBubble, [id$="_to_control"]',
    subject: 'input[id$="_subject_control"]',
  },
});
