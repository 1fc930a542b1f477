import { ckeditor4 } from './ckeditor4';
import { ckeditor5 } from './ckeditor5';
import { contenteditable } from './contenteditable';
import { draft } from './draft';
import type { Editor } from './editor';
import { lexical } from './lexical';
import { prosemirror } from './prosemirror';
import { quill } from './quill';
import { slate } from './slate';
import { textarea } from './textarea';
import { tinymce } from './tinymce';

/** Every kind of editor, in the order in which they are tried; the last knows them all. */
export const editors: readonly Editor[] = [textarea, tinymce, ckeditor5, ckeditor4, prosemirror, lexical, slate, draft, quill, contenteditable];

/** The kind of a compose box. */
export function editorOf(body: HTMLElement): Editor {
  return editors.find((one) => one.knows(body)) ?? contenteditable;
}
