import { filled } from './filled.mjs';

export function mount(place) {
  const box = document.createElement('div');
  box.contentEditable = 'true';
  box.append(...filled(document));
  place.append(box);
  if (location.search.includes('twice')) place.append(box.cloneNode(true));
  return { read: () => box.innerHTML, focus: () => box.focus() };
}
