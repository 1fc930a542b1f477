import { webmailOf } from './landmarks';

/** Gmail, by the parts of its page that have kept their names for years. */
export const gmail = webmailOf({
  id: 'gmail',
  hosts: /^mail\.google\.com$/u,
  marks: 'h2.hP, .adn .a3s, .ii.gt .a3s, div.Am.editable[g_editable=true], .aeF',
  message: '.adn, div[role=list] > div[role=listitem]',
  skip: '.kv, .kQ, .kx',
  body: ['.ii.gt .a3s', '.a3s', '.ii.gt'],
  from: ['span.gD[email]', 'td.gF span[email]', 'h3.iw span[email]'],
  to: '.hb span.g2[email]',
  subject: ['h2.hP', 'h2[data-thread-perm-id]'],
  date: 'span.g3[title]',
  files: ['.aV3'],
  clipped: '.iX a',
  account: 'header a[aria-label*="@"], a.gb_A[aria-label*="@"], a[href*="SignOutOptions"][aria-label*="@"]',
  key: 'data-message-id',
  reply: '.amn span.ams.bkH, div[role=button].aaq, td.acX .DILLkc',
  compose: {
    body: 'div[contenteditable=true][g_editable=true], div.Am.Al.editable[contenteditable=true]',
    root: '.M9, [role=dialog], .aoI, .adn, .gA',
    to: 'div[name=to] [role=option][data-hovercard-id], .vR span[email], input[type=hidden][name=to]',
    subject: 'input[name=subjectbox]',
    files: '.dL .vI',
    answers: 'input[name=rm]',
  },
  rows: { row: 'tr.zA', from: '.yW span[email], span.yP[email], span.zF[email]', subject: '.bog, .y6' },
});
