/** The language of the screens for a setting and the browser's own language. */
export function uiLanguageFor(setting: 'en' | 'it' | 'auto', browserLanguage: string): 'en' | 'it' {
  if (setting !== 'auto') return setting;
  return browserLanguage.toLowerCase().startsWith('it') ? 'it' : 'en';
}
