import type { Message } from '../core/message';
import { readableText } from './readable-text';
import { addressOf, type Webmail } from './webmail';

/** A message above the open one, folded: who, when, what. */
function earlierOf(box: Element): Message {
  const field = (name: string) => box.querySelector(`[data-field="${name}"]`);
  const from = field('from');
  const body = field('body');
  const date = field('date')?.getAttribute('datetime');
  return {
    id: box.getAttribute('data-message-id') ?? '',
    from: addressOf(from?.textContent ?? '', from?.getAttribute('data-email')),
    to: [],
    cc: [],
    subject: '',
    ...(date ? { date } : {}),
    text: body ? readableText(body).text : '',
    attachments: [],
  };
}

/** The bundled demonstration mailbox. */
export const demo: Webmail = {
  id: 'demo',
  findMark: (doc) => (doc.body?.hasAttribute('data-rogatory-demo') ? doc.body : null),
  readOpenMessages: (doc) =>
    [...doc.querySelectorAll('article[data-message]')].flatMap((article) => {
      const earlier = [...doc.querySelectorAll('details[data-earlier]')].map(earlierOf);
      const field = (name: string) => article.querySelector(`[data-field="${name}"]`);
      const body = field('body');
      if (!body) return [];
      const from = field('from');
      const read = readableText(body);
      const date = field('date')?.getAttribute('datetime');
      return [
        {
          body,
          message: {
            id: article.getAttribute('data-message-id') ?? '',
            from: addressOf(from?.textContent ?? '', from?.getAttribute('data-email')),
            to: [...article.querySelectorAll('[data-field="to"] [data-email]')].map((one) => addressOf(one.textContent ?? '', one.getAttribute('data-email'))),
            cc: [],
            subject: field('subject')?.textContent?.trim() ?? '',
            ...(date ? { date } : {}),
            text: read.text,
            marks: read.marks,
            attachments: [],
            ...(earlier.length > 0 ? { thread: earlier } : {}),
          },
        },
      ];
    }),
  findComposers: (doc) =>
    [...doc.querySelectorAll('form[data-compose]')].flatMap((form) => {
      const body = form.querySelector<HTMLElement>('[data-editor]');
      if (!body) return [];
      const plain = body instanceof HTMLTextAreaElement || body.tagName === 'TEXTAREA';
      const read = plain ? { text: (body as HTMLTextAreaElement).value, marks: [] } : readableText(body);
      const subject = form.querySelector<HTMLInputElement>('input[name=subject]');
      return [
        {
          body,
          kind: plain ? ('textarea' as const) : ('contenteditable' as const),
          to: (form.querySelector<HTMLInputElement>('input[name=to]')?.value ?? '')
            .split(',')
            .filter(Boolean)
            .map((one) => addressOf(one)),
          subject: subject?.value ?? '',
          text: read.text,
          marks: read.marks,
          attachments: [...form.querySelectorAll('[data-attachment]')].map((one) => ({ name: one.getAttribute('data-name') ?? '' })),
          ...(subject ? { subjectField: subject } : {}),
        },
      ];
    }),
  reply: 'button[data-action="reply"]',
};
