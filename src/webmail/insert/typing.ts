import { linesAsHtml, linesAsNodes } from './lines';
import type { Job, Way } from './editor';

/** The browser's own undo, as the person's Ctrl+Z. */
const nativeUndo = ({ body }: Job): boolean => body.ownerDocument.execCommand('undo');

/** Blocks, one a line, by the editing command of the browser: one step of its undo. */
export const commandHtml: Way = {
  id: 'insertHTML',
  insert: ({ body, text, place }) => {
    const blank = place === 'top' ? `${text}\n` : text;
    return body.ownerDocument.execCommand('insertHTML', false, linesAsHtml(blank));
  },
  undo: nativeUndo,
};

/** The text as if typed. */
export const commandText: Way = {
  id: 'insertText',
  insert: ({ body, text, lead, gap }) => body.ownerDocument.execCommand('insertText', false, `${lead}${text}${gap}`),
  undo: nativeUndo,
};

const placed = new WeakMap<HTMLElement, readonly HTMLElement[]>();
/** Nodes put straight into the box, for an editor that takes no command; taken back by removing them. */
export const nodes: Way = {
  id: 'nodes',
  insert: ({ body, text, place }) => {
    const made = linesAsNodes(body.ownerDocument, place === 'top' ? `${text}\n` : text);
    const selection = body.ownerDocument.getSelection();
    const range = place === 'caret' && selection?.rangeCount ? selection.getRangeAt(0) : undefined;
    if (range) for (const line of made.toReversed()) range.insertNode(line);
    else body.prepend(...made);
    placed.set(body, made);
    tell(body);
    return true;
  },
  undo: ({ body }) => {
    for (const line of placed.get(body) ?? []) line.remove();
    placed.delete(body);
    tell(body);
    return true;
  },
};

function tell(body: HTMLElement): void {
  body.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
}
