import { filled } from './filled.mjs';

export async function mount(place) {
  const frame = document.createElement('iframe');
  frame.title = 'Message';
  frame.style.cssText = 'width:690px;height:220px';
  place.append(frame);
  const doc = frame.contentDocument;
  doc.body.append(...filled(doc));
  doc.designMode = 'on';
  return { read: () => doc.body.innerHTML, focus: () => (frame.focus(), frame.contentWindow.focus(), doc.body.focus()) };
}
