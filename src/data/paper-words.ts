import en from './lang/en/papers.json';
import it from './lang/it/papers.json';
import { timelineWords } from './timeline-words';
import { sayIn as sayOnScreens } from './ui';
import type { PaperWords } from '../core/writing/paper-values';

type Key = keyof typeof en;
type Values = Readonly<Record<string, string | number>>;
const packs: Readonly<Record<'en' | 'it', Readonly<Record<Key, string>>>> = { en, it };

/** The sentences of the page of papers in one language. */
export type Say = { (key: Key, values?: Values): string; maybe(key: string): string | undefined; readonly language: 'en' | 'it' };

export function sayIn(language: 'en' | 'it'): Say {
  const pack: Readonly<Record<string, string>> = packs[language];
  const say = (key: string, values: Values = {}) =>
    (pack[key] ?? key).replace(/\{(\w+)\}/gu, (whole, name: string) => (name in values ? String(values[name]) : whole));
  return Object.assign(say, { maybe: (key: string) => pack[key], language });
}

/** What a fact is called on screen. */
export function factName(id: string, language: 'en' | 'it'): string {
  const screens = sayOnScreens(language);
  return screens.maybe(`fact.${id}`) ?? screens.maybe(`question.${id}`) ?? id.replaceAll('_', ' ');
}

/** The sentences that the facts of papers are made of. */
export function paperWords(language: 'en' | 'it'): PaperWords {
  const say = sayIn(language);
  const screens = sayOnScreens(language);
  return {
    step: (id) => screens.maybe(`step.name.${id}`) ?? id,
    reply: (id) => screens.maybe(`reply.${id}`) ?? id,
    side: (side) => say(`side.${side}`),
    days: (side, n) => say(`days.${side}`, { n }),
    emergency: (state) => say.maybe(`emergency.${state}`) ?? state,
    event: (what) => say.maybe(`event.${what}`) ?? what,
    bars: (assistanceDays) => {
      const cases = timelineWords(language);
      return {
        stretch: (holder, n) => say(`bar.${holder}`, { n }),
        open: (holder, n) => say(`bar.open.${holder}`, { n }),
        hold: say('bar.hold'),
        extension: say('bar.extension'),
        assistance: say('bar.assistance', { n: assistanceDays }),
        noHold: say('bar.noHold'),
        next: (what, days) => say('bar.next', { what: cases(`due.${what as 'renew'}`, { days: days ?? '' }) }),
      };
    },
    epocDeadline: (emergency) => say(emergency ? 'epoc.emergency' : 'epoc.ordinary'),
  };
}
