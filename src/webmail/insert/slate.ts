import type { Editor } from './editor';
import { undoByKey } from './keys';
import { pageWay } from './page-ways';

/** Slate: a model of its own, reached by pasting plain text or by an order to the page’s editing events. */
export const slate: Editor = {
  id: 'slate',
  knows: (body) => body.hasAttribute('data-slate-editor'),
  follows: 120,
  ways: [pageWay('paste', undoByKey), pageWay('replacement', undoByKey)],
};
