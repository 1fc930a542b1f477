import type { Place } from '../../core/page-act';
import { readableText, isQuoted } from '../readable-text';
import type { Composer } from '../webmail';

/** The caret's place counts where it stands in words that the person wrote; everywhere else the text goes on top. */
export function placeIn(composer: Composer): Place {
  const { body } = composer;
  if (composer.kind === 'textarea') {
    const { selectionStart, value } = body as HTMLTextAreaElement;
    const own = ownLines(value);
    return own > 0 && selectionStart > 0 && selectionStart <= own ? 'caret' : 'top';
  }
  const selection = body.ownerDocument.getSelection();
  const node = selection?.focusNode;
  if (!selection?.isCollapsed || !node || node === body || !body.contains(node)) return 'top';
  if (isQuoted(node, body)) return 'top';
  const block = node.nodeType === 3 ? node.textContent : readableText(node as Element).text;
  return (block ?? '').trim() === '' ? 'top' : 'caret';
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

/** Length of what stands in a plain box before signature and quotation. */
function ownLines(value: string): number {
  const end = /^(?:-- ?$|>|.{0,200}(?:wrote|ha scritto|schrieb|a écrit|escribió):\s*$|-{3,}.{0,60}-{3,})/mu.exec(value)?.index ?? value.length;
  return value.slice(0, end).trim() === '' ? 0 : end;
}
