import type { Editor } from './editor';
import { commandHtml, commandText, nodes } from './typing';

/** An editable element of no known library (Gmail, Outlook, Yahoo and most others). */
export const contenteditable: Editor = { id: 'contenteditable', knows: () => true, ways: [commandHtml, commandText, nodes] };
