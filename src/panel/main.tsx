import { effect, untracked } from '@preact/signals';
import { render } from 'preact';
import { reportPlaced } from './actions';
import { App } from './app';
import { browserHost } from './browser-host';
import { engine } from './engine';
import { createStore } from './store';

/** `?tabId=N` binds the panel to a tab; `?now=ISO` replays a day; `?lang=it` sets the language. */
const query = new URLSearchParams(location.search);
const bound = /^\d{1,10}$/u.test(query.get('tabId') ?? '') ? Number(query.get('tabId')) : undefined;
const replay = query.get('now');
const wanted = query.get('lang');
const fixed = replay !== null && Number.isFinite(Date.parse(replay)) ? replay : undefined;

const store = createStore(await browserHost(bound), engine, {
  browserLanguage: navigator.language,
  now: () => fixed ?? new Date().toISOString(),
  ...(wanted === 'en' || wanted === 'it' ? { language: wanted } : {}),
});
effect(() => {
  document.documentElement.lang = store.language.value;
  document.title = store.say.value('app.title');
});
let reported = 0;
effect(() => {
  const placed = store.tab.value?.placed;
  // An old one was told already.
  if (!placed || placed.at <= reported || Date.now() - placed.at > 5000) return;
  reported = placed.at;
  untracked(() => void reportPlaced(store, placed.result));
});
const app = document.getElementById('app');
if (app) render(<App store={store} />, app);
void store.start();
setInterval(store.tick, 30_000);
