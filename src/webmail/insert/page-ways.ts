import type { PageAct } from '../../core/page-act';
import type { Way } from './editor';

/** A way that needs the page's own world. */
export function pageWay(editor: PageAct['editor'], undo?: Way['undo']): Way {
  return {
    id: editor,
    insert: ({ page, body, text, place }) => page({ editor, act: 'insert', text, place }, body),
    undo: undo ?? (({ page, body, place }) => page({ editor, act: 'undo', text: '', place }, body)),
  };
}
