import { webmailOf } from './landmarks';

/** Yahoo Mail and AOL Mail. */
export const yahoo = webmailOf({
  id: 'yahoo',
  hosts: /^(?:mail\.(?:yahoo|aol)\.com|[\w-]+\.mail\.yahoo\.(?:com|net))$/u,
  marks: '[data-test-id=message-view], [data-test-id=message-group-view-scroller], [data-test-id=message-group-subject-text]',
  message: '[data-test-id=message-view]',
  skip: '[data-test-expanded=false]',
  body: ['[data-test-id=message-view-body-content]', '.msg-body', '[data-test-id=message-view-body]'],
  from: ['[data-test-id=message-from] [data-test-id=email-pill] [title*="@"]', '[data-test-id=message-from] [title*="@"]', '[data-test-id=message-from]'],
  to: '[data-test-id=message-recipients] [title*="@"], [data-test-id=message-to] [title*="@"]',
  subject: ['[data-test-id=message-group-subject-text]'],
  date: '[data-test-id=message-date], [data-test-id=message-view] time',
  files: ['[data-test-id=attachment-card] [title]', '[data-test-id=attachment-name]'],
  account: '[data-test-id=account-email], #ybarAccountMenu [title*="@"]',
  reply: '[data-test-id=toolbar-reply], [data-test-id=card-reply], [data-test-id=icon-btn-reply], [data-test-id=reply]',
  compose: {
    body: '[data-test-id=rte][contenteditable=true], #editor-container [contenteditable=true], [data-test-id=compose] textarea',
    root: '[data-test-id=compose], [role=dialog], form',
    to: '[data-test-id=pill][title*="@"], [data-test-id=pill] [title*="@"]',
    subject: '[data-test-id=compose-subject]',
  },
});
