import type { Job } from './editor';

/** Ctrl+Z (⌘Z on a Mac) as a key press, for an editor with an undo stack of its own; the browser's own undo where nobody takes the key. */
export function undoByKey({ body }: Job): boolean {
  const view = body.ownerDocument.defaultView;
  const mac = /Mac|iP/u.test(view?.navigator.platform ?? '');
  const press = new KeyboardEvent('keydown', {
    key: 'z',
    code: 'KeyZ',
    // Old editors look at nothing else.
    keyCode: 90,
    which: 90,
    ctrlKey: !mac,
    metaKey: mac,
    bubbles: true,
    cancelable: true,
    composed: true,
  } as KeyboardEventInit);
  return !body.dispatchEvent(press) || body.ownerDocument.execCommand('undo');
}
