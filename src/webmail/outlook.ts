import { webmailOf } from './landmarks';

/** Outlook on the web (Microsoft 365, outlook.com): three panes with conversations or single mails, windows of their own, deep links. */
export const outlook = webmailOf({
  id: 'outlook',
  hosts: /^(?:outlook\.(?:office|office365|live)\.com|outlook\.cloud\.microsoft|partner\.outlook\.cn|outlook\.[\w.-]*mcas\.ms)$/u,
  marks:
    '#ConversationReadingPaneContainer, #ItemReadingPaneContainer, #ReadingPaneContainerId, [id^=UniqueMessageBody], [data-app-section=ConversationContainer], [data-app-section=ItemContainer], meta[content*=owamail], [id^=primaryMailboxRoot_]',
  message:
    '[data-test-id=mailMessageBodyContainer], [data-app-section=ItemContainer] > div, [id^=MSG_]:not([id$=_FROM]):not([id$=_DATETIME]):not([id$=_SUBJECT])',
  body: [
    '[id^=UniqueMessageBody]',
    '[data-app-section=ItemContainer] [role=document], [data-app-section=ConversationContainer] [role=document]',
    '[id$=ReadingPaneContainer] [role=document]',
  ],
  from: ['[id^=MSG_][id$=_FROM]', 'span[aria-label$="@"]'],
  to: '[data-testid=RecipientWell] [title*="@"]',
  subject: ['[role=heading][id^=CONV_][id$=_SUBJECT] span[title]', '[role=heading][id^=CONV_][id$=_SUBJECT]', '[role=heading][id^=MSG_][id$=_SUBJECT]'],
  date: '[data-testid=SentReceivedSavedTime], [id^=MSG_][id$=_DATETIME]',
  files: ['[id^=MSG_][id$=_ATTACHMENTS] [role=option]', '[role=listbox] [role=option] [title]'],
  account: '[id^=primaryMailboxRoot_][data-folder-name], [id^=primaryMailboxRoot_][title], [id^=primaryMailboxRoot_], #O365_MainLink_Me [title*="@"]',
  reply: 'button[aria-label][data-testid=reply], button:has([data-icon-name^=ArrowReplyRegular])',
  compose: {
    body: '[contenteditable=true][role=textbox][aria-multiline=true]',
    root: '.owaMailComposeEditorScrollContainer, [id*=docking_InitVisiblePart], [data-app-section=Form_Content], [id^=docking_], [data-app-section=MailReadCompose], [role=dialog]',
    to: '[class*=_EType_RECIPIENT_ENTITY]',
    subject: 'input[type=text][maxlength="255"], input[type=text][autocomplete=off]',
  },
  rows: {
    row: '#MailList [role=option][data-convid], [role=listbox] [role=option][data-convid]',
    from: '[title*="@"]',
    subject: '[id^=CONV_][id$=_SUBJECT], span[title]',
  },
});
