import { readableText } from './readable-text';
import { addressOf, isShown, type Webmail } from './webmail';

/** Gmail, by the parts of its page that have kept their names for years. */
export const gmail: Webmail = {
  id: 'gmail',
  fingerprint: (doc, url) => url.hostname === 'mail.google.com' || doc.querySelector('h2.hP, .a3s, div[contenteditable=true][g_editable=true]') !== null,
  readOpenMessages: (doc) =>
    [...doc.querySelectorAll('.adn, [role=listitem]')]
      .filter((one) => !one.querySelector('.adn') && !one.querySelector('[contenteditable=true]'))
      .flatMap((one) => {
        const body = one.querySelector('.a3s');
        if (!body || !isShown(body)) return [];
        const from = one.querySelector('span.gD[email], td.gF span[email], h3.iw span[email]');
        const read = readableText(body);
        return [
          {
            body,
            message: {
              id: one.getAttribute('data-message-id') ?? one.getAttribute('data-legacy-message-id') ?? '',
              from: addressOf(from?.getAttribute('name') ?? from?.textContent ?? '', from?.getAttribute('email')),
              to: [...one.querySelectorAll('.hb span.g2[email]')].map((to) => addressOf(to.getAttribute('name') ?? '', to.getAttribute('email'))),
              cc: [],
              subject: doc.querySelector('h2.hP')?.textContent?.trim() ?? '',
              text: read.text,
              marks: read.marks,
              attachments: [...one.querySelectorAll('.aV3')].map((file) => ({ name: file.textContent ?? '' })),
              ...(one.querySelector('.iX a') ? { incomplete: true } : {}),
            },
          },
        ];
      }),
  findComposers: (doc) =>
    [...doc.querySelectorAll<HTMLElement>('div[contenteditable=true][g_editable=true], div.Am.Al.editable[contenteditable=true]')]
      .filter(isShown)
      .map((body) => {
        const root = body.closest('.M9, .AO, [role=dialog], .aSt, form') ?? doc.body;
        const read = readableText(body);
        const subject = root.querySelector<HTMLInputElement>('input[name=subjectbox]');
        const visible = subject && isShown(subject) ? subject : undefined;
        return {
          body,
          kind: 'contenteditable' as const,
          to: [...root.querySelectorAll('[role=option][data-hovercard-id]')].map((to) => addressOf('', to.getAttribute('data-hovercard-id'))),
          subject: subject?.value || doc.querySelector('h2.hP')?.textContent?.trim() || '',
          text: read.text,
          marks: read.marks,
          attachments: [...root.querySelectorAll('.dL .vI')].map((file) => ({ name: file.textContent ?? '' })),
          ...(visible ? { subjectField: visible } : {}),
        };
      }),
  replyButton: (doc) => [...doc.querySelectorAll<HTMLElement>('.amn span.ams.bkH, .aaq, td.acX .DILLkc')].filter(isShown).at(-1),
};
