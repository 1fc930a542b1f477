import en from './lang/en/directory.json';
import italian from './lang/it/directory.json';
import type { UiLanguage } from '../core/ids';
import type { FactRow } from '../core/directory/facts';

type Words = typeof en;
type Plain = Exclude<keyof Words, 'row'>;
const packs: Record<UiLanguage, Words> = { en, it: italian };

/** The page's sentences in one language. */
export type Say = {
  (key: Plain, values?: Readonly<Record<string, string | number>>): string;
  row(row: FactRow): string;
  /** A value of a fact: braces name a key, everything else is text as it stands. */
  value(value: string): string;
  date(iso: string): string;
};

export function directoryWords(language: UiLanguage): Say {
  const pack = packs[language];
  const say = (key: Plain, values: Readonly<Record<string, string | number>> = {}) =>
    pack[key].replace(/\{(\w+)\}/gu, (whole, name: string) => (name in values ? String(values[name]) : whole));
  return Object.assign(say, {
    row: (row: FactRow) => pack.row[row],
    value: (value: string) => {
      const name = /^\{([\w-]+)\}$/u.exec(value)?.[1];
      return name && name in pack ? pack[name as Plain] : value;
    },
    date: (iso: string) =>
      new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'medium', timeZone: 'UTC' }).format(
        new Date(`${iso.slice(0, 10)}T00:00:00Z`),
      ),
  });
}
