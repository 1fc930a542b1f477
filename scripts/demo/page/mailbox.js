// A small mailbox over one thread; text nodes only, nothing is ever sent.
// `?reply=page` opens the reply as a page of its own, `?reply=none` has no button for it; `?editor=textarea` writes in a plain field,
// `?editor=refuse` has a box that takes nothing; `?mail=NAME` shows a mail that is hard to read.
import { compose } from './compose.js';
import { dateText, drawDrill, measured } from './drill.js';
import { make } from './make.js';

const query = new URLSearchParams(location.search);
const [{ messages }, drill] = await Promise.all(['/thread.json', '/drill.json'].map((file) => fetch(file).then((answer) => answer.json())));
messages.push(drill.letter);
const hard = query.get('mail');
if (hard) {
  const { hardMail } = await import('./hard-mails.js');
  messages.splice(0, messages.length, hardMail(hard));
}
let language = (query.get('lang') ?? navigator.language).startsWith('it') ? 'it' : 'en';
let opened = performance.now();
const words = () => drill.words[language];
const nameOf = ({ from }) => /^(.*?)\s*<(.*)>$/u.exec(from)?.[1] ?? from;
const emailOf = ({ from }) => /<(.*)>$/u.exec(from)?.[1] ?? (from.includes('@') ? from : '');

addEventListener('hashchange', show);
show();

function current() {
  const id = /^#\/(?:m|reply)\/(.+)$/u.exec(location.hash)?.[1];
  return messages.find((one) => one.id === id) ?? messages.find(({ by }) => by === 'provider') ?? messages[0];
}

function show() {
  const message = current();
  document.documentElement.lang = language;
  document.title = words().title;
  document.querySelector('[data-word=title]').textContent = words().title;
  document.querySelector('nav').setAttribute('aria-label', words().messages);
  drawList(message);
  const focused = document.activeElement?.dataset?.drill;
  const days = hard ? [] : drill.days;
  drawDrill({
    bar: document.getElementById('drill'),
    days,
    messages,
    id: message.id,
    words: words(),
    language,
    go: (id) => void (location.hash = `#/m/${id}`),
    turn: () => {
      language = language === 'en' ? 'it' : 'en';
      query.set('lang', language);
      history.replaceState(null, '', `?${query}${location.hash}`);
      show();
    },
  });
  // The buttons are new ones: whoever goes by keyboard stays where they were.
  if (focused) (document.querySelector(`[data-drill=${focused}]:enabled`) ?? document.getElementById('drill-title'))?.focus();
  const main = document.getElementById('main');
  opened = performance.now();
  if (location.hash.startsWith('#/reply/')) {
    main.replaceChildren(composeFor(message));
    return;
  }
  const at = messages.indexOf(message);
  main.replaceChildren(...messages.slice(0, at).map(earlier), article(message));
  scrollTo({ top: 0 });
}

function drawList(open) {
  document
    .getElementById('list')
    .replaceChildren(
      ...messages.map((message) =>
        make(
          'li',
          {},
          make(
            'a',
            { href: `#/m/${message.id}`, ...(message === open ? { 'aria-current': 'page' } : {}) },
            make('strong', {}, nameOf(message)),
            make('span', {}, message.subject),
            make('time', { datetime: message.date }, dateText(message.date, language)),
          ),
        ),
      ),
    );
}

function bodyOf(text) {
  const body = make('div', { 'data-field': 'body' });
  for (const paragraph of text.split('\n\n')) body.append(make('p', {}, ...paragraph.split('\n').flatMap((line, at) => (at ? [make('br'), line] : [line]))));
  return body;
}

/** An earlier mail of the thread, folded. */
function earlier(message) {
  return make(
    'details',
    { 'data-earlier': '', 'data-message-id': message.id },
    make(
      'summary',
      {},
      make('span', { 'data-field': 'from', 'data-email': emailOf(message) }, nameOf(message)),
      ' · ',
      make('time', { 'data-field': 'date', datetime: message.date }, dateText(message.date, language)),
    ),
    bodyOf(message.text),
  );
}

function article(message) {
  const reply = make('button', { type: 'button', 'data-action': 'reply' }, words().reply);
  const made = make(
    'article',
    { 'data-message': '', 'data-message-id': message.id, 'data-thread-id': 'milan-2016' },
    make('h1', { 'data-field': 'subject' }, message.subject),
    make(
      'p',
      { class: 'soft' },
      `${words().from} `,
      make('span', { 'data-field': 'from', ...(emailOf(message) ? { 'data-email': emailOf(message) } : {}) }, nameOf(message)),
      emailOf(message) ? ` <${emailOf(message)}> · ` : ' · ',
      make('time', { 'data-field': 'date', datetime: message.date }, dateText(message.date, language)),
    ),
    make('p', { 'data-field': 'to', class: 'soft' }, `${words().to} `, ...message.to.map((to) => make('span', { 'data-email': to }, to))),
    message.nodes ? message.nodes() : bodyOf(message.text),
    query.get('reply') === 'none' ? null : reply,
  );
  reply.addEventListener('click', () => {
    if (query.get('reply') === 'page') {
      location.hash = `#/reply/${message.id}`;
      location.reload();
      return;
    }
    document.querySelector('form[data-compose]')?.remove();
    made.after(composeFor(message));
    document.querySelector('[data-editor]').focus();
  });
  return made;
}

function composeFor(message) {
  return compose({
    message,
    email: emailOf(message),
    words: words(),
    editor: query.get('editor'),
    filled: () => measured({ words: words(), since: opened }),
  });
}
