import type { Editor } from './editor';
import { undoByKey } from './keys';
import { pageWay } from './page-ways';

/** Draft.js: a model of its own, reached by pasting. */
export const draft: Editor = {
  id: 'draft',
  knows: (body) => body.classList.contains('public-DraftEditor-content'),
  follows: 120,
  ways: [pageWay('paste', undoByKey)],
};
