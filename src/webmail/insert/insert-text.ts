import { readableText } from '../readable-text';
import type { Composer } from '../webmail';

export type Inserted = { readonly ok: true; readonly by: string } | { readonly ok: false };

/** What stands in the box now. */
export function textOf(composer: Composer): string {
  return composer.kind === 'textarea' ? (composer.body as HTMLTextAreaElement).value : readableText(composer.body).text;
}

/**
 * Puts a text above everything that is in the box, by the browser's own typing command: the webmail notices it, and one undo
 * takes it back. Reads the box afterwards and takes the text out again where it did not arrive whole.
 */
export function insertText(composer: Composer, draft: string): Inserted {
  const before = flat(textOf(composer));
  const { body } = composer;
  const doc = body.ownerDocument;
  const text = `${draft}\n\n`;
  doc.defaultView?.focus();
  body.focus();
  if (composer.kind === 'textarea') (body as HTMLTextAreaElement).setSelectionRange(0, 0);
  else caretAtTop(body);
  let by = 'insertText';
  let done = doc.execCommand?.('insertText', false, text) ?? false;
  if (!done || !arrived(composer, draft, before)) {
    if (done) doc.execCommand('undo');
    done = false;
    if (flat(textOf(composer)) !== before) return { ok: false };
    by = 'nodes';
    if (composer.kind === 'textarea') {
      const area = body as HTMLTextAreaElement;
      area.setRangeText(text, 0, 0, 'end');
    } else {
      for (const part of text.split('\n').toReversed()) {
        const line = doc.createElement('div');
        if (part === '') line.append(doc.createElement('br'));
        else line.append(doc.createTextNode(part));
        body.prepend(line);
      }
    }
    body.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
  }
  return arrived(composer, draft, before) ? { ok: true, by } : { ok: false };
}

function caretAtTop(body: HTMLElement): void {
  const selection = body.ownerDocument.getSelection();
  const range = body.ownerDocument.createRange();
  range.setStart(body, 0);
  range.collapse(true);
  selection?.removeAllRanges();
  selection?.addRange(range);
}

/** The draft stands there once, and what was there before still does. */
function arrived(composer: Composer, draft: string, before: string): boolean {
  const now = flat(textOf(composer));
  const wanted = flat(draft);
  return now.includes(wanted) && now.indexOf(wanted) === now.lastIndexOf(wanted) && now.endsWith(before);
}

function flat(text: string): string {
  return text.replace(/[\s\u00a0]+/gu, '');
}
