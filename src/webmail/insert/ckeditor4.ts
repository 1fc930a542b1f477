import type { Editor } from './editor';
import { pageWay } from './page-ways';
import { commandHtml, commandText, nodes } from './typing';

/** CKEditor 3 and 4 (Horde, SOGo up to 5.9): snapshots of its own around the change. */
export const ckeditor4: Editor = {
  id: 'ckeditor4',
  knows: (body) => body.classList.contains('cke_editable') || body.ownerDocument.querySelector('title[data-cke-title], style[data-cke-temp]') !== null,
  ways: [pageWay('ckeditor4'), commandHtml, commandText, nodes],
};
