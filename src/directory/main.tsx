import { render } from 'preact';
import { providers } from '../data/providers';
import { asOverlay } from '../core/directory/overlay';
import { uiLanguages, type UiLanguage } from '../core/ids';
import { readStored, writeStored } from '../platform/panel-browser';
import { asProfile, correctionsKey, profileKey } from '../wire/settings';
import { Directory, type DirectoryHost } from './directory';
import { directoryWords } from '../data/directory-words';

/** `?lang=it` sets the language, `?p=whatsapp` opens a card, `?with=facebook` a comparison; the browser's language otherwise. */
const query = new URLSearchParams(location.search);
const wanted = query.get('lang') ?? navigator.language.slice(0, 2);
const language: UiLanguage = uiLanguages.find((code) => code === wanted) ?? 'en';
document.documentElement.lang = language;
document.title = `${directoryWords(language)('title')} · Rogatory`;

const host: DirectoryHost = {
  keep: (overlay) => void writeStored('local', correctionsKey, overlay),
  save: (text, name) => {
    const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
  },
};
const app = document.getElementById('app');
if (app) {
  const [corrections, profile] = await Promise.all([readStored('local', correctionsKey), readStored('local', profileKey)]);
  render(
    <Directory
      providers={providers}
      language={language}
      today={new Date().toISOString().slice(0, 10)}
      open={query.get('p')}
      beside={query.get('with')}
      corrections={asOverlay(corrections)}
      author={asProfile(profile)?.name ?? ''}
      host={host}
    />,
    app,
  );
}
