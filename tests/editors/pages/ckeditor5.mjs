import { filledHtml } from './filled.mjs';

export async function mount(place) {
  const { ClassicEditor, Essentials, Paragraph, BlockQuote, List, Autoformat, Typing } = globalThis.CKEDITOR;
  const box = place.appendChild(document.createElement('div'));
  const editor = await ClassicEditor.create(box, {
    licenseKey: 'GPL',
    plugins: [Essentials, Paragraph, BlockQuote, List, Autoformat, Typing],
    initialData: filledHtml,
  });
  return { read: () => editor.getData(), focus: () => editor.focus() };
}
