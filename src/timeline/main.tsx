import { render } from 'preact';
import { asJoins } from '../core/case/join';
import { correctedProviders } from '../core/directory/corrected';
import { asOverlay } from '../core/directory/overlay';
import type { UiLanguage } from '../core/ids';
import { providers } from '../data/providers';
import figures from '../data/settings.json';
import { timelineWords } from '../data/timeline-words';
import { uiLanguageFor } from '../data/ui';
import { askToNotify, mayNotify, readAllStored, readStored, removeStored, stopNotifying, watchStored, writeStored } from '../platform/panel-browser';
import { answersKey, caseKey } from '../wire/calls';
import { asProfile, asSettings, correctionsKey, joinsKey, profileKey, settingsKey } from '../wire/settings';
import { asForgotten, forgottenKey, storedCases } from '../wire/stored-case';
import { Cases, type CasesHost } from './cases';

/** `?lang=it` sets the language, `?case=KEY` opens a case, `?now=ISO` shows another day. */
const query = new URLSearchParams(location.search);
const told = query.get('now');
const now = () => (told !== null && Number.isFinite(Date.parse(told)) ? told : new Date().toISOString());
const app = document.getElementById('app');
let open = query.get('case');

const host: CasesHost = {
  keep: (changed) => writeStored('local', caseKey(changed.threadKey), changed),
  forget: async (key) => {
    // First of all: a panel that shows the thread must know that it was meant.
    await writeStored('session', forgottenKey, [...asForgotten(await readStored('session', forgottenKey)), key]);
    await removeStored('local', [caseKey(key), answersKey(key)]);
    await removeStored('session', answersKey(key));
  },
  keepJoins: (joins) => writeStored('local', joinsKey, joins),
  save: (text, name) => {
    const address = URL.createObjectURL(new Blob([text], { type: 'text/calendar;charset=utf-8' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
  },
  print: () => print(),
  notifications: { allowed: mayNotify, ask: askToNotify, stop: stopNotifying },
};

async function show(place: HTMLElement): Promise<void> {
  const stored = await readAllStored('local');
  const settings = asSettings(stored[settingsKey]);
  const overlay = asOverlay(stored[correctionsKey]);
  const wanted = query.get('lang');
  const language: UiLanguage = wanted === 'en' || wanted === 'it' ? wanted : uiLanguageFor(settings.language, navigator.language);
  document.documentElement.lang = language;
  document.title = `${timelineWords(language)('title')} · Rogatory`;
  render(
    <Cases
      cases={storedCases(stored)}
      joins={asJoins(stored[joinsKey])}
      providers={correctedProviders(providers, overlay)}
      corrections={overlay}
      figures={{ ...figures, ...settings.heuristics }}
      zone={asProfile(stored[profileKey])?.timeZone || Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC'}
      language={language}
      now={now}
      open={open}
      host={host}
    />,
    place,
  );
  open = null;
}

if (app) {
  void show(app);
  watchStored((area, keys) => {
    if (
      area === 'local' &&
      keys.some((key) => key.startsWith('case:') || key === joinsKey || key === correctionsKey || key === settingsKey || key === profileKey)
    )
      void show(app);
  });
}
