import { webmailOf } from './landmarks';

/** SnappyMail and RainLoop, which it comes from. */
export const snappymail = webmailOf({
  id: 'snappymail',
  marks: '#rl-app, #rl-left, #messageItem',
  message: '.messageView',
  body: ['#messageItem .bodyText', '.messageView .bodyText', '.bodyText'],
  from: ['.messageView .informationShort .from[title]', '.informationShort .from', '.messageItemHeader .from', '.informationFull .from'],
  to: '.informationFull .to [title], .informationShort .to[title]',
  subject: ['.messageView .subject', '#messageItem .subject'],
  date: '.messageView time, .informationShort .date',
  files: ['.attachmentsPlace .attachmentName', '.attachmentItem [title]'],
  account: '.accountPlace, #top-system-dropdown-id .accountPlace',
  reply: '.messageView .buttonReply, .buttonReply',
  compose: {
    body: '#V-PopupsCompose .squire-wysiwyg, #V-PopupsCompose .squire-plain, .squire-wysiwyg[contenteditable=true], .squire-plain',
    root: '#V-PopupsCompose, .b-compose, dialog',
    subject: 'input[name=subject]',
  },
});
