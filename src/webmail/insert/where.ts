import type { Place } from '../../core/page-act';
import { readableText, isQuoted } from '../readable-text';
import type { Composer } from '../webmail';
import { flat } from './verify';

/** The caret's place counts where it stands in words that the person wrote; everywhere else the text goes on top. */
export function placeIn(composer: Composer): Place {
  const { body } = composer;
  if (composer.kind === 'textarea') {
    const { selectionStart, value } = body as HTMLTextAreaElement;
    const own = value.slice(0, ownLength(value)).trim() === '' ? 0 : ownLength(value);
    return own > 0 && selectionStart > 0 && selectionStart <= own ? 'caret' : 'top';
  }
  const selection = body.ownerDocument.getSelection();
  const node = selection?.focusNode;
  if (!selection?.isCollapsed || !node || node === body || !body.contains(node)) return 'top';
  if (isQuoted(node, body)) return 'top';
  const block = node.nodeType === 3 ? (node.textContent ?? '') : readableText(node as Element).text;
  if (block.trim() === '') return 'top';
  // A signature or a quotation that the mark-up does not show, told by its first line.
  const read = readableText(body);
  const end = ownLength(read.text);
  const rest = end < read.text.length ? read.locate(end, end + 2) : null;
  return rest && selection && rest.comparePoint(node, selection.focusOffset) >= 0 ? 'top' : 'caret';
}

/** The line ends that set the text apart: from the words around the caret, or by one empty line from what stands below. */
export function framing(composer: Composer, place: Place, before: string): { readonly lead: string; readonly gap: string } {
  if (place === 'top') return { lead: '', gap: before.trim() === '' ? '' : /^\s*\n/u.test(before) ? '\n' : '\n\n' };
  const { body } = composer;
  const selection = body.ownerDocument.getSelection();
  const node = selection?.focusNode;
  if (!selection || !node) return { lead: '', gap: '' };
  let block: Node = node;
  while (block.parentNode && block !== body && !/^(?:P|DIV|LI|TD|BLOCKQUOTE|PRE|H[1-6]|BODY)$/u.test(block.nodeName)) block = block.parentNode;
  const range = body.ownerDocument.createRange();
  range.selectNodeContents(block);
  range.setEnd(node, selection.focusOffset);
  const lead = flat(range.toString()) === '' ? '' : '\n';
  range.selectNodeContents(block);
  range.setStart(node, selection.focusOffset);
  return { lead, gap: flat(range.toString()) === '' ? '' : '\n' };
}

/** Puts the caret where the text shall go. */
export function placeCaret(composer: Composer, place: Place): void {
  const { body } = composer;
  body.ownerDocument.defaultView?.focus();
  body.focus({ preventScroll: true });
  if (place === 'caret') return;
  if (composer.kind === 'textarea') {
    (body as HTMLTextAreaElement).setSelectionRange(0, 0);
    return;
  }
  const range = body.ownerDocument.createRange();
  range.setStart(body, 0);
  range.collapse(true);
  const selection = body.ownerDocument.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
}

const wrote = /(?:wrote|ha scritto|schrieb|a écrit|escribió|escreveu|schreef|skrev)\s*:\s*$/u;

/** A line of dashes, with or without words between them. */
function isRule(line: string): boolean {
  const bare = line.trimEnd();
  return bare.length >= 6 && bare.startsWith('---') && bare.endsWith('---');
}

/** Length of what stands before a signature or a quotation, by the lines that begin one: a delimiter, a mark, or the line that names who is quoted. */
function ownLength(text: string): number {
  let at = 0;
  for (const line of text.split('\n')) {
    const end = line.slice(-300);
    const names = end.trimEnd().endsWith(':') && (wrote.test(end) || (end.includes('@') && end.length < 300));
    if (/^-- ?$/u.test(line) || line.startsWith('>') || names || (line.length < 80 && isRule(line))) return at;
    at += line.length + 1;
  }
  return text.length;
}
