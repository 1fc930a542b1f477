import type { Editor } from './editor';
import { pageWay } from './page-ways';
import { commandHtml, commandText, nodes } from './typing';

/** TinyMCE 4 to 6 (Roundcube, Zimbra): its own undo stack, so its own transaction first. */
export const tinymce: Editor = {
  id: 'tinymce',
  knows: (body) => body.id === 'tinymce' || body.classList.contains('mce-content-body'),
  ways: [pageWay('tinymce'), commandHtml, commandText, nodes],
};
