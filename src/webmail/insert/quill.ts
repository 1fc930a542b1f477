import type { Editor } from './editor';
import { undoByKey } from './keys';
import { pageWay } from './page-ways';
import { commandText } from './typing';

/** Quill: a model of its own, reached by pasting. */
export const quill: Editor = {
  id: 'quill',
  knows: (body) => body.classList.contains('ql-editor'),
  follows: 120,
  ways: [pageWay('paste', undoByKey), commandText],
};
