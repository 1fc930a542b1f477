// A small mailbox over one thread; text nodes only, nothing is ever sent.
const make = (name, attributes = {}, ...children) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
};
const messages = [];
fetch('/thread.json')
  .then((answer) => answer.json())
  .then((thread) => {
    messages.push(...thread.messages);
    for (const message of messages) {
      const link = make(
        'a',
        { href: `#/m/${message.id}` },
        make('strong', {}, message.from.replace(/<.*>/, '')),
        make('span', {}, message.subject),
        make('time', { datetime: message.date }, message.date.slice(0, 10)),
      );
      document.getElementById('list').append(make('li', {}, link));
    }
    addEventListener('hashchange', show);
    show();
  });

function show() {
  const message = messages.find(({ id }) => location.hash === `#/m/${id}`) ?? messages.find(({ by }) => by === 'provider');
  const [, name, email] = /^(.*?)\s*<(.*)>$/.exec(message.from) ?? ['', '', message.from];
  const body = make('div', { 'data-field': 'body' });
  for (const paragraph of message.text.split('\n\n'))
    body.append(make('p', {}, ...paragraph.split('\n').flatMap((line, at) => (at ? [make('br'), line] : [line]))));
  const reply = make('button', { type: 'button', 'data-action': 'reply' }, 'Reply');
  const article = make(
    'article',
    { 'data-message': '', 'data-message-id': message.id, 'data-thread-id': 'milan-2016' },
    make('h1', { 'data-field': 'subject' }, message.subject),
    make(
      'p',
      {},
      'From ',
      make('span', { 'data-field': 'from', 'data-email': email }, name),
      ` <${email}> `,
      make('time', { 'data-field': 'date', datetime: message.date }, message.date.replace('T', ' ').slice(0, 16)),
    ),
    make('p', { 'data-field': 'to' }, 'To ', ...message.to.map((to) => make('span', { 'data-email': to }, to))),
    body,
    reply,
  );
  reply.addEventListener('click', () => compose(article, message, email));
  document.getElementById('main').replaceChildren(article);
}

function compose(article, message, email) {
  document.querySelector('form[data-compose]')?.remove();
  const editor = make(
    'div',
    { 'data-editor': '', contenteditable: 'true', role: 'textbox', 'aria-multiline': 'true', 'aria-label': 'Message' },
    make('div', {}, make('br')),
    make('div', { class: 'signature' }, '-- ', make('br'), 'Elena Ferri'),
    make('blockquote', { type: 'cite' }, message.text),
  );
  const form = make(
    'form',
    { 'data-compose': '' },
    field('To', 'to', email),
    field('Subject', 'subject', `RE: ${message.subject.replace(/^RE: /i, '')}`),
    editor,
    make('button', { type: 'submit' }, 'Send'),
    make('output'),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    form.querySelector('output').textContent = 'Nothing is sent in the demonstration.';
  });
  article.after(form);
  editor.focus();
}

function field(label, name, value) {
  const input = make('input', { name, id: `field-${name}` });
  input.value = value;
  return make('p', {}, make('label', { for: `field-${name}` }, label), input);
}
