import { filled } from './filled.mjs';

export function mount(place) {
  const { Editor, domToContentModel, createDomToModelContext } = globalThis.roosterjs;
  const box = place.appendChild(document.createElement('div'));
  const draft = document.createElement('div');
  draft.append(...filled(document));
  const policy = globalThis.trustedTypes?.createPolicy('test', { createHTML: (html) => html });
  const editor = new Editor(box, {
    initialModel: domToContentModel(draft, createDomToModelContext()),
    trustedHTMLHandler: (html) => policy?.createHTML(html) ?? html,
    plugins: [new globalThis.roosterjs.EditPlugin(), new globalThis.roosterjs.PastePlugin()],
  });
  return { read: () => box.innerHTML, focus: () => editor.focus() };
}
