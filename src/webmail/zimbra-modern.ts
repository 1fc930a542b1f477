import { webmailOf } from './landmarks';

/** Zimbra, modern web client. */
export const zimbraModern = webmailOf({
  id: 'zimbra-modern',
  marks: '[class*="zimbra-client_"]',
  message: '.zimbra-client_viewer, [class*="zimbra-client_message_"]',
  skip: '.zimbra-client_condensed-message_message',
  body: ['.zimbra-client_html-viewer_inner', '[class*="zimbra-client_html-viewer"]', '[class*="zimbra-client_text-viewer"]'],
  from: ['.zimbra-client_address-list_from .zimbra-client_address-list_addressName[title]', '[class*="_from"] [class*="addressName"][title]'],
  subject: ['.zimbra-client_viewer-title_headerText', '[class*="viewer-title"]'],
  date: 'time, [class*="_date"]',
  files: ['.zimbra-client_attachment-grid_attachments [title]'],
  reply: '[class*=action] .zimbra-icon-reply, button:has(.zimbra-icon-reply)',
  compose: {
    root: '.zimbra-client_composer_inner, [class*="zimbra-client_composer"]',
    subject: 'input.zimbra-client_composer_subject, [class*="composer_subject"] input',
  },
});
