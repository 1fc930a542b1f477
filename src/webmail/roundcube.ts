import { webmailOf } from './landmarks';

/** Roundcube in its skins elastic, larry and classic: three panes, full page, window of its own. */
export const roundcube = webmailOf({
  id: 'roundcube',
  single: true,
  marks:
    '#messagebody .message-part, #messagebody .message-htmlpart, iframe#messagecontframe, textarea#composebody, textarea#compose-body, #messagelist, body[class*="task-mail"]',
  body: ['#messagebody', '.message-htmlpart, .message-part:not(.message-htmlpart *)'],
  from: ['td.header.from a.rcmContactAddress', '.header-summary a.rcmContactAddress', 'td.from .rcmContactAddress', '.from a[href^="mailto:"]'],
  to: 'td.header.to a.rcmContactAddress',
  cc: 'td.header.cc a.rcmContactAddress',
  replyTo: 'td.header.replyto a.rcmContactAddress',
  subject: ['#message-header h2.subject', 'h2.subject', 'h3.subject', '.headers-table td.subject'],
  date: 'td.header.date, .header-summary .text-nowrap',
  files: ['#attachment-list .attachment-name', '#attachment-list li a', '.attachmentslist a'],
  account: '.header-title.username, #taskbar .username, .topright .username',
  reply: `a.reply:not(.disabled), a[onclick*="command('reply'"]`,
  compose: {
    body: '#composebody_ifr, #compose-body_ifr, textarea[name=_message]',
    root: 'form[name=form], body',
    to: '#_to',
    cc: '#_cc, #_bcc',
    subject: '#compose-subject, input[name=_subject]',
    files: '#attachment-list li .attachment-name, #compose-attachments li, #attachment-list li',
  },
  isMaking: (doc) => {
    const frame = doc.querySelector<HTMLIFrameElement>('#composebody_ifr, #compose-body_ifr');
    return doc.querySelector<HTMLInputElement>('input[name=_is_html]')?.value === '1' && frame?.contentDocument?.body?.id !== 'tinymce';
  },
  rows: { row: '#messagelist tr.message', from: '.rcmContactAddress, .fromto span[title]', subject: 'td.subject a span, td.subject a' },
});
