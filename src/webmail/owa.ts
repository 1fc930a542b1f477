import { webmailOf } from './landmarks';

/** Outlook Web App of an own Exchange server (2016, 2019, Subscription Edition). */
export const owa = webmailOf({
  id: 'owa',
  marks: '[id="Item.MessageUniqueBody"], [id="Item.MessagePartBody"], [id="ItemHeader.ToContainer"], #primaryContainer [autoid], .o365button[autoid]',
  message: '[autoid=_rp_w], [aria-label="Message Contents"], [aria-label="Expanded Message Contents"]',
  body: ['[id="Item.MessageUniqueBody"]', '.rpHighlightBodyClass', '[id="Item.MessagePartBody"]'],
  from: ['.rpHighlightFromClass [autoid=_pe_b]', '.rpHighlightFromClass', '[id="ItemHeader.FromContainer"]', '[id="ItemHeader.SenderContainer"]'],
  to: '[id="ItemHeader.ToContainer"] [autoid=_pe_b]',
  cc: '[id="ItemHeader.CcContainer"] [autoid=_pe_b]',
  subject: ['.rpHighlightSubjectClass', '[id="ItemHeader.SubjectContainer"]'],
  date: '[id="ItemHeader.DateReceivedLabel"], .allowTextSelection[id*=Date]',
  files: ['[autoid=_ay_2] a[href*=GetFileAttachment]', 'a[href*=GetFileAttachment]'],
  compose: {
    body: '[id*=MicrosoftOWAEditorRegion][contenteditable=true], [contenteditable=true][role=textbox]',
    root: '._mcp_e1, [class*="_mcp_"]',
    subject: 'input[aria-labelledby*="MailCompose.SubjectWellLabel"]',
  },
});
