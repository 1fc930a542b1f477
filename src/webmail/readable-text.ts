import type { Mark } from '../core/message';

const most = 6_000_000;
const mostNodes = 200_000;
const names = (list: string) => new Set(list.split(' '));
const blocks = names(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DIV DL DT FIELDSET FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR HTML IFRAME LI MAIN NAV OL P PRE SECTION TABLE TBODY THEAD TR UL',
);
const apart = names('P BLOCKQUOTE UL OL TABLE H1 H2 H3 H4 H5 H6 PRE HR');
const silent = names('SCRIPT STYLE TEMPLATE NOSCRIPT HEAD TITLE SVG OBJECT SELECT BUTTON TEXTAREA MATH MD-ICON MD-TOOLTIP');
/** What webmails put between the parts of a mail: names of the parts, notices about pictures, icons. */
const machinery =
  /(?:^|\s)(?:mimePartInfo|mimeStatusMessage|msg-attachment-link|material-icons|sg-attachment-name|sg-attachment-size|voice|sr-only|visually-hidden|rcmail-inline-message|_rc_ad)(?:\s|$)/u;
/** Webmails put a prefix of their own before the ids and classes of a mail. */
const prefix = '(?:^|\\s)(?:x_|v1|yiv\\d{1,20}|m_-?\\d{1,25})*';
const quoteNames = new RegExp(
  `${prefix}(?:gmail_quote(?:_container)?|gmail_extra|yahoo_quoted|protonmail_quote|moz-cite-prefix|quoted-?text|zmail_extra|mail_quote_zone|origbody|isReplyContent|isForwardContent|reply-intro)(?:\\s|$)`,
  'iu',
);
const restNames = new RegExp(`${prefix}(?:divRplyFwdMsg|RplyFwdMsg|appendonsend|zwchr|OLK_SRC_BODY_SECTION)(?:\\s|$)`, 'iu');
const signatureNames = new RegExp(
  `${prefix}(?:gmail_signature|moz-signature|protonmail_signature_block|signature|_rc_sig|sig|ms-outlook-mobile-signature)(?:\\s|$)`,
  'iu',
);
const outlookRule = /border-top:\s{0,3}(?:solid\s{1,3}#(?:e1e1e1|b5c4df)|1(?:\.0)?pt\s{1,3}solid\s{1,3}(?:#(?:e1e1e1|b5c4df)|rgb\((?:225|181)))/iu;
/** Zero-width characters and the glyphs of icon fonts are nothing that a person reads. */
const unseen = /[\u00ad\u200b\u200c\u2060\ufeff\ue000-\uf8ff]/u;

type Piece = { readonly start: number; readonly node: Text; readonly offsets: readonly number[] };

/** A text read from a page, with the way back to its nodes. */
export type ReadableText = {
  readonly text: string;
  readonly marks: readonly Mark[];
  /** The range of the page that a stretch of the text stands for; null when nothing of it is there any more. */
  locate(start: number, end: number): Range | null;
};

/** The document of a frame of the same origin, or undefined. */
export function frameDocument(frame: Element): Document | undefined {
  try {
    return (frame as HTMLIFrameElement).contentDocument ?? undefined;
  } catch {
    return undefined;
  }
}

/** The nodes that a person sees inside an element: those of an open shadow root, of a slot, of a frame, or its own children. */
export function innerNodes(element: Element): Iterable<Node> {
  if (element.shadowRoot) return element.shadowRoot.childNodes;
  if (element.tagName === 'SLOT') {
    const given = (element as HTMLSlotElement).assignedNodes?.() ?? [];
    return given.length > 0 ? given : element.childNodes;
  }
  if (element.tagName === 'IFRAME' || element.tagName === 'FRAME') {
    const body = frameDocument(element)?.body;
    return body ? [body] : [];
  }
  return element.childNodes;
}

/** True for an element that its own mark-up hides. */
export function isHidden(element: Element): boolean {
  if (element.hasAttribute('hidden')) return true;
  const style = element.getAttribute('style');
  if (!style) return false;
  return (
    /(?:^|[;\s])(?:display\s{0,5}:\s{0,5}none|visibility\s{0,5}:\s{0,5}(?:hidden|collapse)|mso-hide\s{0,5}:\s{0,5}all|font-size\s{0,5}:\s{0,5}[012](?:\.\d{1,4})?(?:px|pt|;|$)|opacity\s{0,5}:\s{0,5}0(?:\.0{1,4})?(?:;|$|\s))/iu.test(
      style.slice(0, 2000),
    ) || /max-height\s{0,5}:\s{0,5}0(?:px|pt|;|$)/iu.test(style.slice(0, 2000))
  );
}

function kindOf(element: Element): Mark['kind'] | 'rest' | undefined {
  const { id } = element;
  const cls = element.getAttribute('class') ?? '';
  if (element.tagName === 'BLOCKQUOTE' || element.getAttribute('data-marker') === '__QUOTED_TEXT__') return 'quote';
  if (id || cls) {
    const both = `${id} ${cls}`;
    if (restNames.test(both)) return 'rest';
    if (quoteNames.test(both)) return 'quote';
    if (signatureNames.test(both)) return 'signature';
  }
  return outlookRule.test(element.getAttribute('style')?.slice(0, 1000) ?? '') ? 'rest' : undefined;
}

/** True for a node inside a quotation or a signature of this box, or below the rule with which Outlook begins its history. */
export function isQuoted(node: Node, root: Element): boolean {
  for (let at: Node | null = node; at && at !== root; at = at.parentNode) {
    if (at.nodeType === 1 && kindOf(at as Element)) return true;
    for (let before = at.previousSibling; before; before = before.previousSibling)
      if (before.nodeType === 1 && kindOf(before as Element) === 'rest') return true;
  }
  return false;
}

/**
 * Reads an element as a person does: hidden parts left out, lines where blocks begin, frames of the same origin and open shadow
 * roots read in their place. The same in every browser.
 */
export function readableText(root: Element, within?: Range): ReadableText {
  const first = read(root, true, within);
  // Some webmails draw a mail by making visible what lies inside a hidden element.
  return first.text === '' ? read(root, false, within) : first;
}

function read(root: Element, careful: boolean, within: Range | undefined): ReadableText {
  let text = '';
  let nodes = 0;
  let rest = -1;
  const pieces: Piece[] = [];
  const marks: Mark[] = [];
  const drawn = careful && typeof root.checkVisibility === 'function' && root.checkVisibility();
  const trim = () => {
    const end = text.trimEnd().length;
    const last = text.lastIndexOf('\n');
    const keep = Math.max(end, last + 1);
    if (keep < text.length) text = text.slice(0, keep);
  };
  const line = (count: number) => {
    if (text === '') return;
    trim();
    let have = 0;
    while (have < count && text[text.length - 1 - have] === '\n') have++;
    text += '\n'.repeat(count - have);
  };
  const walk = (node: Node, pre: boolean): void => {
    if (++nodes > mostNodes || text.length > most) return;
    if (node.nodeType === 3) return addText(node as Text, pre);
    if (node.nodeType !== 1) return;
    const element = node as HTMLElement;
    const name = element.tagName.toUpperCase();
    if (silent.has(name) || (element !== root && ((careful && isHidden(element)) || machinery.test(element.getAttribute('class') ?? '')))) return;
    if (drawn && !element.checkVisibility()) return;
    if (name === 'BR') {
      trim();
      text += '\n';
      return;
    }
    const block = blocks.has(name);
    if (block) line(apart.has(name) ? 2 : 1);
    else if ((name === 'TD' || name === 'TH') && /\S$/u.test(text.slice(-1))) text += '\t';
    const kind = element === root ? undefined : kindOf(element);
    const start = text.length;
    if (kind === 'rest' && rest < 0) rest = start;
    if (name === 'LI') {
      const list = element.parentElement;
      text += list?.tagName === 'OL' ? `${[...list.children].indexOf(element) + Number(list.getAttribute('start') ?? 1)}. ` : '- ';
    }
    const kept = pre || name === 'PRE' || (element.classList.contains('pre') && !element.querySelector('br')) || /pre/u.test(element.style?.whiteSpace ?? '');
    for (const child of innerNodes(element)) walk(child, kept);
    if (block) line(apart.has(name) ? 2 : 1);
    if (kind && kind !== 'rest' && text.length > start) marks.push({ kind, start, end: text.length });
  };
  function addText(node: Text, pre: boolean): void {
    if (within && !within.intersectsNode(node)) return;
    const from = within?.startContainer === node ? within.startOffset : 0;
    // An empty line, as editors write it.
    if (
      node.data.trim() === '' &&
      node.data.includes('\u00a0') &&
      /(?:^|\n)$/u.test(text) &&
      node.parentElement?.closest('p, div, td, li')?.textContent?.trim() === ''
    ) {
      text += '\n';
      return;
    }
    const raw = node.data.slice(0, within?.endContainer === node ? within.endOffset : most);
    const offsets: number[] = [];
    const start = text.length;
    let flat = '';
    let space = text === '' || /\s$/u.test(text.slice(-1));
    for (let at = from; at < raw.length; at++) {
      const character = raw[at] ?? '';
      if (!pre && /[ \t\r\n\f]/u.test(character)) {
        if (space) continue;
        space = true;
        flat += ' ';
      } else {
        if (unseen.test(character)) continue;
        space = false;
        flat += character;
      }
      offsets.push(at);
    }
    if (flat === '') return;
    pieces.push({ start, node, offsets });
    text += flat;
  }
  walk(root, false);
  text = text.trimEnd();
  if (rest >= 0 && rest < text.length) marks.push({ kind: 'quote', start: rest, end: text.length });
  return { text, marks: marks.filter((mark) => mark.start < text.length), locate: (start, end) => locate(pieces, start, end) };
}

function locate(pieces: readonly Piece[], start: number, end: number): Range | null {
  const ends = (index: number) =>
    Math.min((pieces[index]?.start ?? 0) + (pieces[index]?.offsets.length ?? 0), pieces[index + 1]?.start ?? Number.POSITIVE_INFINITY);
  const from = pieces.findIndex((piece, index) => start < ends(index) && end > piece.start);
  const first = pieces[from];
  if (!first?.node.isConnected) return null;
  const doc = first.node.ownerDocument;
  // A range can't reach from one frame into another.
  const to = pieces.findLastIndex((piece, index) => index >= from && piece.start < end && start < ends(index) && piece.node.ownerDocument === doc);
  const last = pieces[to];
  if (!last?.node.isConnected) return null;
  const range = doc.createRange();
  range.setStart(first.node, first.offsets[Math.max(0, start - first.start)] ?? 0);
  const inside = Math.min(end, ends(to)) - last.start;
  range.setEnd(last.node, (last.offsets[inside - 1] ?? last.node.data.length - 1) + 1);
  return range;
}
