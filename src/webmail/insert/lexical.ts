import type { Editor } from './editor';
import { undoByKey } from './keys';
import { pageWay } from './page-ways';

/** Lexical: a model of its own, reached by pasting. */
export const lexical: Editor = {
  id: 'lexical',
  knows: (body) => body.hasAttribute('data-lexical-editor'),
  follows: 120,
  ways: [pageWay('paste', undoByKey)],
};
