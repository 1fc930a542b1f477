import { render } from 'preact';
import { asLetterPack } from '../core/writing/letters';
import { deciding } from '../data/deciding';
import { sayIn, uiLanguageFor } from '../data/ui';
import { writing } from '../data/writing';
import * as browser from '../platform/panel-browser';
import { asProfile, asSettings, lettersKey, profileKey, settingsKey } from '../wire/settings';
import { Options } from './options';

const [office, choices, own, granted] = await Promise.all([
  browser.readStored('local', profileKey),
  browser.readStored('local', settingsKey),
  browser.readStored('local', lettersKey),
  browser.grantedOrigins(),
]);
const settings = asSettings(choices);
const app = document.getElementById('app');

function show(language: 'en' | 'it'): void {
  document.documentElement.lang = language;
  document.title = sayIn(language)('options.title');
}
const language = uiLanguageFor(settings.language, navigator.language);
show(language);
if (app)
  render(
    <Options
      browser={browser}
      flags={deciding.flags}
      heuristics={deciding.settings}
      start={{ profile: asProfile(office), settings, granted, letters: asLetterPack(own, new Set(Object.keys(writing.templates['en'] ?? {}))) }}
      browserLanguage={navigator.language}
      onLanguage={show}
    />,
    app,
  );
