import type { Editor } from './editor';
import { pageWay } from './page-ways';

/** CKEditor 5 (SOGo from 5.10): the page shows a model, so only its own doors count. */
export const ckeditor5: Editor = {
  id: 'ckeditor5',
  knows: (body) => body.classList.contains('ck-editor__editable'),
  ways: [pageWay('ckeditor5'), pageWay('paste')],
};
