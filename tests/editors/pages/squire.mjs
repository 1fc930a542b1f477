import { filled } from './filled.mjs';

export function mount(place) {
  const box = place.appendChild(document.createElement('div'));
  const editor = new globalThis.Squire(box, {
    blockTag: 'DIV',
    sanitizeToDOMFragment: (html) => {
      const parsed = document.createDocumentFragment();
      parsed.append(...new DOMParser().parseFromString(html, 'text/html').body.childNodes);
      return parsed;
    },
  });
  const draft = document.createElement('div');
  draft.append(...filled(document));
  editor.setHTML(draft.innerHTML);
  return { read: () => editor.getHTML(), focus: () => editor.focus() };
}
