import { webmailOf } from './landmarks';

/** SOGo 5. */
export const sogo = webmailOf({
  id: 'sogo',
  single: true,
  marks: 'meta[content="SOGo Web Interface"], body[ng-app^=SOGo], link[href*="/SOGo.woa/"], .mailer_mailcontent, sg-mailbox-list',
  message: 'md-card:has(.msg-body)',
  body: ['.msg-body', '.mailer_mailcontent', '.mailer_htmlcontent, .mailer_plaincontent'],
  from: ['[ng-bind="::viewer.message.from[0].email"]', 'sg-avatar-image ~ div a.md-caption', 'a.md-caption[ng-click*="from[0]"]'],
  to: '.msg-recipients md-chip-template',
  subject: ['h5[ng-bind="viewer.message.subject"]', 'h5.sg-md-headline'],
  date: 'time.msg-date',
  files: ['.sg-attachment-name', '.msg-attachment-link'],
  reply: 'button[ng-click^="viewer.reply("], md-card-actions button:has(md-icon[aria-label=reply])',
  compose: {
    body: 'md-dialog iframe.cke_wysiwyg_frame, md-dialog .ck-editor__editable, md-dialog textarea[name=content], form[name=messageForm] textarea[name=content], form[name=messageForm] iframe.cke_wysiwyg_frame, form[name=messageForm] .ck-editor__editable',
    root: 'md-dialog, form[name=messageForm]',
    to: 'md-chips[ng-model="editor.message.editable.to"] md-chip-template, md-chips[ng-model="editor.message.editable.to"] md-chip',
    subject: 'input[name=subject]',
    files: 'sg-attachments md-chip, .sg-attachment-name',
  },
  rows: { row: 'md-list-item.sg-message-list-item', from: '.sg-md-subhead span:not(.sg-label-outline)', subject: '.sg-tile-subject' },
});
