import { render } from 'preact';
import { providers } from '../data/providers';
import { uiLanguages, type UiLanguage } from '../core/ids';
import { Directory } from './directory';

/** `?lang=it` sets the language, `?p=whatsapp` opens a card, `?with=facebook` a comparison; the browser's language otherwise. */
const query = new URLSearchParams(location.search);
const wanted = query.get('lang') ?? navigator.language.slice(0, 2);
const language: UiLanguage = uiLanguages.find((code) => code === wanted) ?? 'en';
document.documentElement.lang = language;

const app = document.getElementById('app');
if (app) {
  const today = new Date().toISOString().slice(0, 10);
  render(<Directory providers={providers} language={language} today={today} open={query.get('p')} beside={query.get('with')} />, app);
}
