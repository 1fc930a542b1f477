import { Parser } from 'htmlparser2';
import type { Mark } from '../core/message';

/** Characters of HTML that are read, and of text that is made. */
const most = 12_000_000;

const blocks = new Set([
  'address',
  'article',
  'aside',
  'blockquote',
  'body',
  'center',
  'dd',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figure',
  'footer',
  'form',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hr',
  'li',
  'main',
  'nav',
  'ol',
  'p',
  'pre',
  'section',
  'table',
  'tbody',
  'thead',
  'tr',
  'ul',
]);
const apart = new Set(['p', 'blockquote', 'table', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'pre', 'hr']);
const silent = new Set(['script', 'style', 'head', 'title', 'template', 'noscript', 'object', 'svg', 'math', 'iframe', 'select', 'textarea']);
const quoteClass = /(?:^|\s)(?:x_|v1|m_-?\d+)?(?:gmail_quote|gmail_extra|yahoo_quoted|protonmail_quote|moz-cite-prefix|quoted-?text|zmail_extra)/u;
const signatureClass = /(?:^|\s)(?:x_|v1|m_-?\d+)?(?:gmail_signature|moz-signature|protonmail_signature_block|signature)(?:\s|$)/iu;
const quoteId = /^(?:x_)?(?:divRplyFwdMsg|RplyFwdMsg|appendonsend|origbody|isReplyContent|isForwardContent|reply-intro|zwchr|OLK_SRC_BODY_SECTION)$/u;
const restId = /^(?:x_)?(?:divRplyFwdMsg|RplyFwdMsg|appendonsend|zwchr)$/u;
const signatureId = /^(?:x_)?(?:Signature|_rc_sig|ms-outlook-mobile-signature)$/u;

/**
 * Turns the HTML of a mail into text and says which parts the mark-up calls a quotation or a signature. Nothing of the mark-up
 * is kept, nothing is loaded; scripts, styles and hidden elements are left out.
 */
export function htmlToText(html: string): { readonly text: string; readonly marks: readonly Mark[] } {
  let text = '';
  const marks: Mark[] = [];
  const open: { name: string; mark?: { kind: Mark['kind']; start: number }; silent: boolean; pre: boolean }[] = [];
  let quiet = 0;
  let pre = 0;
  let listNumber: number[] = [];
  let restFrom = -1;

  const newline = (count: number) => {
    if (text === '') return;
    text = text.replace(/[ \t]{1,200}$/u, '');
    let have = 0;
    while (have < count && text[text.length - 1 - have] === '\n') have++;
    text += '\n'.repeat(count - have);
  };

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const id = attributes['id'] ?? '';
        const cls = attributes['class'] ?? '';
        const hidden =
          silent.has(name) ||
          'hidden' in attributes ||
          /display\s{0,5}:\s{0,5}none|visibility\s{0,5}:\s{0,5}hidden|font-size\s{0,5}:\s{0,5}0(?:px|pt|;|$)/iu.test(
            (attributes['style'] ?? '').slice(0, 2000),
          );
        if (hidden) quiet++;
        if (name === 'pre') pre++;
        if (quiet === 0) {
          if (name === 'br') text += '\n';
          else if (blocks.has(name)) newline(apart.has(name) ? 2 : 1);
          else if ((name === 'td' || name === 'th') && /[^\s]$/u.test(text.slice(-1))) text += '\t';
          if (name === 'ol') listNumber.push(Number(attributes['start'] ?? 1) || 1);
          if (name === 'ul') listNumber.push(-1);
          if (name === 'li') {
            const number = listNumber[listNumber.length - 1] ?? -1;
            if (number < 0) text += '- ';
            else {
              text += `${number}. `;
              listNumber[listNumber.length - 1] = number + 1;
            }
          }
        }
        const kind =
          name === 'blockquote' || quoteClass.test(cls) || quoteId.test(id)
            ? 'quote'
            : signatureClass.test(cls) || signatureId.test(id)
              ? 'signature'
              : undefined;
        if (restId.test(id) && restFrom < 0) restFrom = text.length;
        open.push({ name, silent: hidden, pre: name === 'pre', ...(kind ? { mark: { kind, start: text.length } } : {}) });
        if (open.length > 5000) parser.pause();
      },
      ontext(data) {
        if (quiet > 0 || text.length > most) return;
        if (pre > 0) text += data;
        else {
          const flat = data.replace(/[ \t\r\n\f]+/gu, ' ');
          text += flat.startsWith(' ') && (text === '' || /\s$/u.test(text.slice(-1))) ? flat.slice(1) : flat;
        }
      },
      onclosetag(name) {
        const entry = open.pop();
        if (!entry) return;
        if (entry.silent) quiet--;
        if (entry.pre) pre--;
        if (quiet === 0 && blocks.has(name)) newline(apart.has(name) ? 2 : 1);
        if (name === 'ol' || name === 'ul') listNumber = listNumber.slice(0, -1);
        if (entry.mark && text.length > entry.mark.start) marks.push({ ...entry.mark, end: text.length });
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.write(html.slice(0, most));
  parser.end();
  if (restFrom >= 0 && text.length > restFrom) marks.push({ kind: 'quote', start: restFrom, end: text.length });
  return { text: text.replace(/\s+$/u, ''), marks: marks.sort((a, b) => a.start - b.start) };
}
