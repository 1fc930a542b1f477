import en from './lang/en/timeline.json';
import it from './lang/it/timeline.json';

export type TimelineKey = keyof typeof en;
type Values = Readonly<Record<string, string | number>>;
type Counted<Key extends string = TimelineKey> = Key extends `${infer Base}.other` ? Base : never;
const packs: Readonly<Record<'en' | 'it', Readonly<Record<TimelineKey, string>>>> = { en, it };

/** The sentences of cases and their dates in one language. */
export type TimelineSay = {
  (key: TimelineKey, values?: Values): string;
  /** The sentence for a number: one or several. */
  count(key: Counted, n: number, values?: Values): string;
  /** A date (`24 Nov 2026`); a moment gets its hour in the zone. */
  date(on: string, zone: string): string;
  /** The date alone. */
  day(on: string, zone: string): string;
  readonly language: 'en' | 'it';
};

export function timelineWords(language: 'en' | 'it'): TimelineSay {
  const pack: Readonly<Record<string, string>> = packs[language];
  const fill = (key: string, values: Values = {}) =>
    (pack[key] ?? key).replace(/\{(\w+)\}/gu, (whole, name: string) => (name in values ? String(values[name]) : whole));
  const dated = (on: string, zone: string, hour: boolean) => {
    const time = Date.parse(on.length === 10 ? `${on}T00:00:00Z` : on);
    if (!Number.isFinite(time)) return on;
    const form = (timeZone: string) =>
      new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'it-IT', {
        day: 'numeric',
        month: 'short',
        year: 'numeric',
        ...(hour && on.length > 10 ? { hour: '2-digit', minute: '2-digit' } : {}),
        timeZone,
      }).format(new Date(time));
    try {
      return form(on.length === 10 ? 'UTC' : zone);
    } catch {
      return form('UTC');
    }
  };
  return Object.assign((key: TimelineKey, values?: Values) => fill(key, values), {
    count: (key: Counted, n: number, values?: Values) => fill(`${key}.${n === 1 ? 'one' : 'other'}`, { n, ...values }),
    date: (on: string, zone: string) => dated(on, zone, true),
    day: (on: string, zone: string) => dated(on, zone, false),
    language,
  });
}
