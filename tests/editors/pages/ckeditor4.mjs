import { filledHtml } from './filled.mjs';

export async function mount(place) {
  const area = document.createElement('textarea');
  area.id = 'ck4';
  area.value = filledHtml;
  place.append(area);
  const editor = globalThis.CKEDITOR.replace(area, { versionCheck: false, removePlugins: 'exportpdf', height: 180, entities: false, basicEntities: true });
  await new Promise((done) => editor.on('instanceReady', done));
  return { read: () => editor.getData(), focus: () => editor.focus() };
}
