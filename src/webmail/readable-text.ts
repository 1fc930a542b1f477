import type { Mark } from '../core/message';

const most = 6_000_000;
const mostNodes = 200_000;
const blocks = new Set([
  'ADDRESS',
  'ARTICLE',
  'BLOCKQUOTE',
  'CENTER',
  'DD',
  'DIV',
  'DL',
  'DT',
  'FIGURE',
  'FOOTER',
  'FORM',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'HEADER',
  'HR',
  'LI',
  'OL',
  'P',
  'PRE',
  'SECTION',
  'TABLE',
  'TR',
  'UL',
]);
const apart = new Set(['P', 'BLOCKQUOTE', 'UL', 'OL', 'TABLE', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'PRE', 'HR']);
const silent = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'HEAD', 'TITLE', 'SVG', 'IFRAME', 'OBJECT', 'SELECT', 'BUTTON']);
const quote =
  'blockquote, .gmail_quote, .gmail_extra, .yahoo_quoted, .protonmail_quote, .moz-cite-prefix, #divRplyFwdMsg, #RplyFwdMsg, #appendonsend, #reply-intro';
const signature = '.gmail_signature, .moz-signature, .protonmail_signature_block, #Signature, #_rc_sig, span.sig, .signature';

/** True for a node inside a quotation or a signature of this box. */
export function isQuoted(node: Node, root: Element): boolean {
  const element = node.nodeType === 1 ? (node as Element) : node.parentElement;
  const hit = element?.closest(`${quote}, ${signature}`);
  return hit !== null && hit !== undefined && hit !== root && root.contains(hit);
}

/** A text read from a page, with the way back to its nodes. */
export type ReadableText = {
  readonly text: string;
  readonly marks: readonly Mark[];
  /** The range of the page that a stretch of the text stands for; null when nothing of it is there any more. */
  locate(start: number, end: number): Range | null;
};

/** Reads an element as a person does: hidden parts left out, lines where blocks begin. The same in every browser. */
export function readableText(root: Element): ReadableText {
  let text = '';
  const pieces: { start: number; node: Text; offsets: readonly number[] | null; from: number }[] = [];
  const marks: Mark[] = [];
  let nodes = 0;
  const line = (count: number) => {
    if (text === '') return;
    let have = 0;
    while (have < count && text[text.length - 1 - have] === '\n') have++;
    text += '\n'.repeat(count - have);
  };
  const walk = (node: Node, pre: boolean): void => {
    if (++nodes > mostNodes || text.length > most) return;
    if (node.nodeType === 3) {
      addText(node as Text, pre);
      return;
    }
    if (node.nodeType !== 1) return;
    const element = node as HTMLElement;
    const name = element.tagName.toUpperCase();
    if (
      silent.has(name) ||
      element.hasAttribute('hidden') ||
      element.style?.display === 'none' ||
      element.style?.visibility === 'hidden' ||
      element.style?.fontSize === '0px'
    )
      return;
    if (name === 'BR') {
      text += '\n';
      return;
    }
    const block = blocks.has(name);
    if (block) line(apart.has(name) ? 2 : 1);
    const kind = element.matches(quote) ? 'quote' : element.matches(signature) ? 'signature' : undefined;
    const start = text.length;
    if (name === 'LI') {
      const list = element.parentElement;
      text += list?.tagName === 'OL' ? `${[...list.children].indexOf(element) + Number(list.getAttribute('start') ?? 1)}. ` : '- ';
    }
    const kept = pre || name === 'PRE' || element.classList.contains('pre') || /pre/u.test(element.style?.whiteSpace ?? '');
    for (const child of element.childNodes) walk(child, kept);
    if (block) line(apart.has(name) ? 2 : 1);
    if (kind && text.length > start) marks.push({ kind, start, end: text.length });
  };
  function addText(node: Text, pre: boolean): void {
    const raw = node.data.slice(0, most);
    if (pre) {
      pieces.push({ start: text.length, node, offsets: null, from: 0 });
      text += raw;
      return;
    }
    const offsets: number[] = [];
    let flat = '';
    let space = text === '' || /\s$/u.test(text.slice(-1));
    for (let at = 0; at < raw.length; at++) {
      const character = raw[at] ?? '';
      if (/[ \t\r\n\f]/u.test(character)) {
        if (space) continue;
        space = true;
        flat += ' ';
      } else {
        space = false;
        flat += character;
      }
      offsets.push(at);
    }
    if (flat === '') return;
    pieces.push({ start: text.length, node, offsets, from: 0 });
    text += flat;
  }
  walk(root, false);
  const length = (piece: (typeof pieces)[number]) => (piece.offsets ? piece.offsets.length : piece.node.data.length);
  return {
    text: text.trimEnd(),
    marks,
    locate(start, end) {
      const first = pieces.find((piece) => start < piece.start + length(piece) && end > piece.start);
      const last = pieces.findLast((piece) => piece.start < end && start < piece.start + length(piece));
      if (!first || !last || !first.node.isConnected || !last.node.isConnected) return null;
      const at = (piece: (typeof pieces)[number], offset: number) => {
        const inside = Math.min(Math.max(0, offset - piece.start), length(piece));
        return piece.offsets ? (piece.offsets[inside] ?? piece.node.data.length) : Math.min(inside, piece.node.data.length);
      };
      const range = root.ownerDocument.createRange();
      range.setStart(first.node, at(first, start));
      range.setEnd(last.node, end - last.start >= length(last) ? last.node.data.length : at(last, end));
      return range;
    },
  };
}
