// The kinds of editor that stand in compose boxes, from their own packages. `trusted`: it works by itself under Trusted Types
// (true: without any policy; a text: with the policies named; with one named default the page lets its own strings through, as pages do whose
// libraries know nothing of Trusted Types). `loose`: what its own scripts need of the page's policy.
export const kinds = [
  { id: 'textarea', trusted: true, shadow: true },
  { id: 'react-textarea', bundle: true, trusted: true },
  { id: 'contenteditable', trusted: true, shadow: true },
  { id: 'designmode', trusted: true },
  { id: 'tinymce4', scripts: ['tinymce4/tinymce.min.js'], loose: "'unsafe-inline'", trusted: 'default dompurify' },
  { id: 'tinymce5', scripts: ['tinymce5/tinymce.min.js'], trusted: 'default dompurify' },
  { id: 'tinymce6', scripts: ['tinymce6/tinymce.min.js'], trusted: 'default dompurify' },
  { id: 'ckeditor4', scripts: ['ckeditor4/ckeditor.js'], loose: "'unsafe-inline'", trusted: 'default dompurify' },
  { id: 'ckeditor5', scripts: ['ckeditor5/dist/browser/ckeditor5.umd.js'], trusted: 'default dompurify' },
  { id: 'rooster', scripts: ['roosterjs/dist/rooster-min.js'], trusted: 'test' },
  { id: 'squire', scripts: ['squire-rte/dist/squire-raw.js'], trusted: 'default dompurify' },
  { id: 'quill', scripts: ['quill/dist/quill.js'], trusted: 'default dompurify' },
  { id: 'prosemirror', bundle: true, trusted: true, shadow: true },
  { id: 'lexical', bundle: true, trusted: true },
  { id: 'slate', bundle: true, trusted: true },
  { id: 'draft', bundle: true, trusted: true },
];
