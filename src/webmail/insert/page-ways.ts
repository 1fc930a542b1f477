import type { PageAct } from '../../core/page-act';
import type { Way } from './editor';

const asPasted = new Set<PageAct['editor']>(['paste', 'paste-html', 'replacement']);

/** A way that needs the page's own world. */
export function pageWay(editor: PageAct['editor'], undo?: Way['undo']): Way {
  return {
    id: editor,
    finds: !asPasted.has(editor),
    // Editors with an API make their own empty line; what is pasted brings it along.
    insert: ({ page, body, text, place, lead, gap }) =>
      page({ editor, act: 'insert', text: asPasted.has(editor) ? `${lead}${text}${gap}` : text, place }, body),
    undo: undo ?? (({ page, body, place }) => page({ editor, act: 'undo', text: '', place }, body)),
  };
}
