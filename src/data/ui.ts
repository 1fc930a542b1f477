import english from './lang/en/ui.json';
import italian from './lang/it/ui.json';

export { uiLanguageFor } from './ui-language';

/** A sentence of the screens. */
export type UiKey = keyof typeof english;
type UiWords = Readonly<Record<UiKey, string>>;
type Language = 'en' | 'it';
const packs: Readonly<Record<Language, UiWords>> = { en: english, it: italian };

export type UiValues = Readonly<Record<string, string | number>>;
/** Says a sentence in one language; `{name}` is replaced by the value of that name. */
export type Say = {
  (key: UiKey, values?: UiValues): string;
  /** The sentence for a number: `<key>.one` or `<key>.other`. */
  count(key: string, n: number, values?: UiValues): string;
  /** The sentence of an id (`reply.` + `acknowledgement`), or undefined where there is none. */
  maybe(key: string): string | undefined;
  readonly language: Language;
};

export function sayIn(language: Language): Say {
  const pack: Readonly<Record<string, string>> = packs[language];
  const fill = (text: string, values: UiValues) => text.replace(/\{(\w+)\}/gu, (whole, name: string) => (name in values ? String(values[name]) : whole));
  const say = (key: UiKey, values: UiValues = {}) => fill(pack[key] ?? key, values);
  return Object.assign(say, {
    count: (key: string, n: number, values: UiValues = {}) => fill(pack[`${key}.${n === 1 ? 'one' : 'other'}`] ?? key, { n, ...values }),
    maybe: (key: string) => pack[key],
    language,
  });
}
