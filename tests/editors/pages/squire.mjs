import { filled } from './filled.mjs';

export function mount(place) {
  const box = place.appendChild(document.createElement('div'));
  const policy = globalThis.trustedTypes?.createPolicy('test', { createHTML: (html) => html });
  const editor = new globalThis.Squire(box, {
    blockTag: 'DIV',
    sanitizeToDOMFragment: (html) => document.importNode(new DOMParser().parseFromString(policy?.createHTML(html) ?? html, 'text/html').body, true),
  });
  const draft = document.createElement('div');
  draft.append(...filled(document));
  editor.setHTML(draft.innerHTML);
  return { read: () => editor.getHTML(), focus: () => editor.focus() };
}
