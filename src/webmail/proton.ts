import { webmailOf } from './landmarks';

/** Proton Mail. The text is there after the page has decrypted it. */
export const proton = webmailOf({
  id: 'proton',
  hosts: /^mail\.proton(?:mail)?\.(?:me|com)$/u,
  marks: '[data-testid="message-content:body"], [data-shortcut-target=message-container], iframe[data-testid=rooster-iframe]',
  message: 'article[data-shortcut-target=message-container], article[data-message-id]',
  body: ['[data-testid="message-content:body"] iframe', 'iframe[data-testid=content-iframe]', '[data-testid="message-content:body"]'],
  from: [
    '[data-testid="recipients:sender"] .message-recipient-item-address',
    '[data-testid="recipients:sender"] [title*="@"]',
    '[data-testid="recipients:sender"]',
  ],
  to: '[data-testid^="recipients:item-"] [title*="@"], [data-testid="recipients:partial-recipients-list"] [title*="@"]',
  subject: ['[data-testid="conversation-header:subject"]', 'h1'],
  date: '[data-testid="message:message-header-metas"] time, [data-testid="item-date-full"], time[datetime]',
  files: ['[data-testid^=attachment-item] [title]', '[data-testid="attachment-list:item"]'],
  key: 'data-message-id',
  account: '[data-testid="heading:userdropdown"] [title*="@"], .user-dropdown-email',
  reply: '[data-testid="message-view:reply"]',
  compose: {
    body: 'iframe[data-testid=rooster-iframe], textarea[data-testid=editor-textarea]',
    root: '.composer-container, .composer',
    to: '[data-testid="composer:to"] [title*="@"], [data-testid="composer-addresses-item"] [title*="@"]',
    subject: '[data-testid="composer:subject"], input[id^=subject-composer-]',
  },
});
