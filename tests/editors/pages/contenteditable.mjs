import { filled } from './filled.mjs';

export function mount(place) {
  const box = document.createElement('div');
  box.contentEditable = 'true';
  box.append(...filled(document));
  place.append(box);
  return { read: () => box.innerHTML, focus: () => box.focus() };
}
