// The compose box of the demonstration mailbox.
import { make } from './make.js';

/** A reply with signature and quotation; `filled` is called once a letter stands in it that nobody could have typed so fast. */
export function compose({ message, email, words, editor, filled }) {
  const box =
    editor === 'textarea'
      ? Object.assign(make('textarea', { 'data-editor': '', rows: '16', 'aria-label': words.message }), {
          value: `\n\n-- \nElena Ferri\n\n${message.text.replace(/^/gmu, '> ')}`,
        })
      : make(
          'div',
          { 'data-editor': '', contenteditable: 'true', role: 'textbox', 'aria-multiline': 'true', 'aria-label': words.message },
          make('div', {}, make('br')),
          make('div', { class: 'signature' }, '-- ', make('br'), 'Elena Ferri'),
          make('blockquote', { type: 'cite' }, message.text),
        );
  if (editor === 'refuse') refuse(box);
  let length = textOf(box).length;
  box.addEventListener('input', () => {
    const now = textOf(box).length;
    if (now - length > 200) filled();
    length = now;
  });
  const output = make('output');
  const form = make(
    'form',
    { 'data-compose': '' },
    field(words.to, 'to', email),
    field(words.subject, 'subject', `RE: ${message.subject.replace(/^RE: /iu, '')}`),
    box,
    make('button', { type: 'submit' }, words.send),
    output,
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    output.textContent = words.nothing;
  });
  return form;
}

/** A box whose own script puts back what it held, whatever is done to it. */
function refuse(box) {
  const held = box.cloneNode(true);
  new MutationObserver(() => {
    if (box.textContent !== held.textContent) box.replaceChildren(...held.cloneNode(true).childNodes);
  }).observe(box, { childList: true, subtree: true, characterData: true });
  box.addEventListener('beforeinput', (event) => event.preventDefault());
}

const textOf = (box) => (box.tagName === 'TEXTAREA' ? box.value : box.textContent);

function field(label, name, value) {
  const input = make('input', { name, id: `field-${name}` });
  input.value = value;
  return make('p', {}, make('label', { for: `field-${name}` }, label), input);
}
