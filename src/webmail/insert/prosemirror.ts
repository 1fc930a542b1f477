import type { Editor } from './editor';
import { undoByKey } from './keys';
import { pageWay } from './page-ways';

/** ProseMirror and what is built on it (Tiptap, Remirror): a model of its own, reached by pasting. */
export const prosemirror: Editor = {
  id: 'prosemirror',
  knows: (body) => body.classList.contains('ProseMirror'),
  follows: 120,
  ways: [pageWay('paste-html', undoByKey), pageWay('paste', undoByKey)],
};
