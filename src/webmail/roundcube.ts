import { readableText } from './readable-text';
import { addressOf, isShown, type Webmail } from './webmail';

/** The document of the message: the preview frame of the three panes, or the page itself. */
function messageDocument(doc: Document): Document {
  const frame = doc.querySelector<HTMLIFrameElement>('iframe#messagecontframe');
  return frame?.contentDocument?.querySelector('#messagebody') ? frame.contentDocument : doc;
}

/** Roundcube in its skins elastic, larry and classic. */
export const roundcube: Webmail = {
  id: 'roundcube',
  fingerprint: (doc) => doc.querySelector('#messagebody, iframe#messagecontframe, textarea[name=_message], #messagelist') !== null,
  readOpenMessages: (top) => {
    const doc = messageDocument(top);
    const body = doc.querySelector('#messagebody');
    if (!body) return [];
    const read = readableText(body);
    const from = doc.querySelector(
      '.header-summary a.rcmContactAddress, td.header.from a.rcmContactAddress, .headers-table td.from .rcmContactAddress, .rcmContactAddress',
    );
    const heading = doc.querySelector('#message-header h2.subject, h2.subject, h3.subject, .headers-table td.subject');
    const subject = [...(heading?.childNodes ?? [])]
      .filter((node) => node.nodeType === 3 || !(node as Element).matches('.voice, a.extwin'))
      .map((node) => node.textContent ?? '')
      .join('')
      .trim();
    const href = from?.getAttribute('href') ?? '';
    const email = href.startsWith('mailto:') ? decodeURIComponent(href.slice(7).split('?')[0] ?? '') : from?.getAttribute('title');
    const uid = /[?&]_uid=([\w.-]+)/u.exec(doc.location?.search ?? '')?.[1] ?? '';
    return [
      {
        body,
        message: {
          id: uid,
          from: addressOf(from?.textContent ?? '', email),
          to: [...doc.querySelectorAll('td.header.to a.rcmContactAddress')].map((to) => addressOf(to.textContent ?? '', to.getAttribute('title'))),
          cc: [],
          subject,
          text: read.text,
          marks: read.marks,
          attachments: [...doc.querySelectorAll('#attachment-list li .attachment-name')].map((file) => ({ name: file.textContent?.trim() ?? '' })),
        },
      },
    ];
  },
  findComposers: (doc) => {
    const area = doc.querySelector<HTMLTextAreaElement>('textarea[name=_message]');
    if (!area) return [];
    const frame = doc.querySelector<HTMLIFrameElement>('#composebody_ifr, #compose-body_ifr');
    const rich = doc.querySelector<HTMLInputElement>('input[name=_is_html]')?.value === '1';
    const inside = frame && isShown(frame) ? frame.contentDocument?.body : undefined;
    // While the editor is made, the plain box behind it is not the one that is sent.
    if (rich && inside?.id !== 'tinymce') return [];
    const read = inside ? readableText(inside) : { text: area.value, marks: [] };
    const subject = doc.querySelector<HTMLInputElement>('#compose-subject, input[name=_subject]');
    return [
      {
        body: inside ?? area,
        kind: inside ? ('iframe' as const) : ('textarea' as const),
        to: (doc.querySelector<HTMLTextAreaElement>('#_to')?.value ?? '')
          .split(/[,;]/u)
          .filter((one) => one.trim())
          .map((one) => addressOf(one)),
        subject: subject?.value ?? '',
        text: read.text,
        marks: read.marks,
        attachments: [...doc.querySelectorAll('#attachment-list li, #compose-attachments li')].map((file) => ({ name: file.textContent?.trim() ?? '' })),
        ...(subject ? { subjectField: subject } : {}),
      },
    ];
  },
  replyButton: (doc) => [...doc.querySelectorAll<HTMLElement>(`a.reply, a[onclick*="command('reply'"]`)].find(isShown),
};
