export function mount(place) {
  const box = place.appendChild(document.createElement('div'));
  const editor = new globalThis.Quill(box, { modules: { toolbar: false } });
  editor.setContents([{ insert: '\n-- \nElena Ferri\nPlease answer.' }, { insert: '\n', attributes: { blockquote: true } }]);
  editor.history.clear();
  return { read: () => JSON.stringify(editor.getContents()), focus: () => editor.focus() };
}
