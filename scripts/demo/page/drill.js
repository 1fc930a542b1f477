// The bar above the mail: what this day's mail is, what to do, how long it took. It knows nothing of the extension.
import { fill, make } from './make.js';

/** Draws the bar for the day of a message; `go` opens another day. */
export function drawDrill({ bar, days, messages, id, words, language, go, turn }) {
  const at = days.findIndex(({ message }) => message === id);
  bar.hidden = at < 0;
  if (at < 0) return;
  const day = days[at];
  const text = day[language];
  const { date } = messages.find((one) => one.id === id);
  const move = (key, index) => {
    const button = make('button', { type: 'button', 'data-drill': key, class: key }, words[key]);
    button.disabled = !days[index];
    button.addEventListener('click', () => go(days[index].message));
    return button;
  };
  const other = make('button', { type: 'button', class: 'quiet', lang: language === 'en' ? 'it' : 'en', 'data-drill': 'language' }, words.language);
  other.addEventListener('click', turn);
  const pair = (name, said) => make('p', {}, make('b', {}, `${name}: `), said);
  bar.replaceChildren(
    make(
      'div',
      { class: 'row' },
      make(
        'div',
        {},
        make('p', { class: 'over' }, `${words.drill} · ${fill(words.day, { n: at + 1, all: days.length })} · ${dateText(date, language)}`),
        make('h2', { id: 'drill-title', tabindex: '-1' }, text.title),
      ),
      make('div', { class: 'moves' }, other, move('previous', at - 1), move('next', at + 1)),
    ),
    make(
      'div',
      { class: 'columns' },
      make('section', {}, make('h3', {}, words.what), make('p', {}, text.what)),
      make('section', {}, make('h3', {}, words.do), pair(words.then, text.then), pair(words.today, text.today)),
      make(
        'section',
        {},
        make('h3', {}, words.time),
        pair(words.took, text.took),
        pair(words.tool, text.tool),
        make('p', { id: 'measured', role: 'status', class: 'measured' }),
      ),
    ),
    make('ol', { class: 'dots', 'aria-hidden': 'true' }, ...days.map((_, index) => make('li', { class: index === at ? 'here' : index < at ? 'past' : '' }))),
  );
}

/** Says how long it took from the opened mail to the answer in the reply. */
export function measured({ words, since }) {
  const place = document.getElementById('measured');
  if (!place || place.textContent !== '') return;
  const seconds = Math.max(0, Math.round((performance.now() - since) / 100) / 10);
  const time = seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
  place.textContent = fill(words.measured, { time });
}

/** `25 April 2016, 22:37`, in the hour that the mail itself carries. */
export function dateText(iso, language) {
  const day = new Intl.DateTimeFormat(language === 'it' ? 'it-IT' : 'en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  return `${day.format(new Date(`${iso.slice(0, 10)}T12:00:00Z`))}, ${iso.slice(11, 16)}`;
}
