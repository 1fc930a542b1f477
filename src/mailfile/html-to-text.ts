import { Parser } from 'htmlparser2';
import type { Mark } from '../core/message';
import { charSet, trimTail } from '../core/reading/characters';
import { hides, markOf, opensHistory } from '../core/reading/mark-up';

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
/** Open elements that are kept track of; deeper ones are read but not closed one by one. */
const deepest = 5000;

const blank = charSet(' \t');

/** A text that grows line by line, so that no piece of it is copied twice. */
class Text {
  private readonly lines: string[] = [];
  private line = '';
  private blanks = 0;
  /** Characters so far. */
  length = 0;

  add(piece: string): void {
    this.line += piece;
    this.length += piece.length;
  }

  /** Ends the line, whatever is on it. */
  breakLine(): void {
    const kept = trimTail(this.line, blank);
    this.length += kept.length - this.line.length + 1;
    this.blanks = kept === '' ? this.blanks + 1 : 0;
    this.lines.push(kept);
    this.line = '';
  }

  /** Makes sure that the next piece stands on a new line, behind `count - 1` blank ones; nothing at the very beginning. */
  newline(count: number): void {
    if (this.line.trim() !== '') this.breakLine();
    else if (this.line !== '') {
      this.length -= this.line.length;
      this.line = '';
    }
    if (this.lines.length === 0) return;
    while (this.blanks < count - 1) this.breakLine();
  }

  /** True where a blank would be a second one. */
  get spaced(): boolean {
    return this.line === '' || /\s$/u.test(this.line.slice(-1));
  }

  get whole(): string {
    return [...this.lines, this.line].join('\n');
  }
}

/**
 * Turns the HTML of a mail into text and says which parts the mark-up calls a quotation or a signature. Nothing of the mark-up
 * is kept, nothing is loaded; scripts, styles and hidden elements are left out. Linear in the length of the HTML.
 */
export function htmlToText(html: string): { readonly text: string; readonly marks: readonly Mark[] } {
  const text = new Text();
  const marks: Mark[] = [];
  const open: { readonly mark?: { readonly kind: Mark['kind']; readonly start: number }; readonly silent: boolean; readonly pre: boolean }[] = [];
  let beyond = 0;
  let quiet = 0;
  let pre = 0;
  const listNumbers: number[] = [];
  let restFrom = -1;

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (open.length >= deepest) {
          beyond++;
          return;
        }
        const id = attributes['id'] ?? '';
        const style = attributes['style'] ?? '';
        const hidden = silent.has(name) || 'hidden' in attributes || hides(style);
        if (hidden) quiet++;
        const kept = name === 'pre' || /white-space\s{0,3}:\s{0,3}pre/iu.test(style.slice(0, 500));
        if (kept) pre++;
        if (quiet === 0) {
          if (name === 'br') text.breakLine();
          else if (blocks.has(name)) text.newline(apart.has(name) ? 2 : 1);
          else if ((name === 'td' || name === 'th') && !text.spaced) text.add('\t');
          if (name === 'ol') listNumbers.push(Number.parseInt(attributes['start'] ?? '1', 10) || 1);
          if (name === 'ul') listNumbers.push(-1);
          if (name === 'li') {
            const number = listNumbers.at(-1) ?? -1;
            text.add(number < 0 ? '- ' : `${number}. `);
            if (number >= 0) listNumbers[listNumbers.length - 1] = number + 1;
          }
        }
        const kind = markOf({ name, id, className: attributes['class'] ?? '', style, type: attributes['type'] ?? '' });
        if (restFrom < 0 && opensHistory(id)) restFrom = text.length;
        open.push({ silent: hidden, pre: kept, ...(kind && quiet === 0 ? { mark: { kind, start: text.length } } : {}) });
      },
      ontext(data) {
        if (quiet > 0 || text.length > most) return;
        if (pre > 0) {
          for (const [index, line] of data.split(/\r\n?|\n/u).entries()) {
            if (index > 0) text.breakLine();
            text.add(line);
          }
          return;
        }
        const flat = data.replace(/[ \t\r\n\f]+/gu, ' ');
        text.add(flat.startsWith(' ') && text.spaced ? flat.slice(1) : flat);
      },
      onclosetag(name) {
        if (beyond > 0) {
          beyond--;
          return;
        }
        const entry = open.pop();
        if (!entry) return;
        if (entry.silent) quiet--;
        if (entry.pre) pre--;
        if (name === 'ol' || name === 'ul') listNumbers.pop();
        const end = text.length;
        if (quiet === 0 && blocks.has(name)) text.newline(apart.has(name) ? 2 : 1);
        if (entry.mark && end > entry.mark.start) marks.push({ ...entry.mark, end });
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.write(html.slice(0, most));
  parser.end();
  const whole = text.whole.trimEnd();
  if (restFrom >= 0 && whole.length > restFrom) marks.push({ kind: 'quote', start: restFrom, end: whole.length });
  const within = marks.flatMap((mark) => (mark.start < whole.length ? [{ ...mark, end: Math.min(mark.end, whole.length) }] : []));
  return { text: whole, marks: within.sort((a, b) => a.start - b.start) };
}
