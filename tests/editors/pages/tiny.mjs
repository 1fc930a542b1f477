import { filledHtml } from './filled.mjs';

/** TinyMCE, whatever its version, from its global. */
export async function tiny(place, options) {
  const area = document.createElement('textarea');
  area.id = 'tiny';
  area.value = filledHtml;
  place.append(area);
  const [editor] = await globalThis.tinymce.init({
    target: area,
    menubar: false,
    toolbar: false,
    statusbar: false,
    branding: false,
    promotion: false,
    height: 230,
    content_css: false,
    entity_encoding: 'raw',
    ...options,
  });
  return { read: () => editor.getContent(), focus: () => editor.focus() };
}
