import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { calendarFile } from '../src/core/case/calendar';
import { assistanceHorizon, holdPlan, type HoldRules } from '../src/core/case/hold-plan';
import { caseOverview, type CaseRecord } from '../src/core/case/overview';
import { providers } from '../src/data/providers';
import figures from '../src/data/settings.json';
import { storedCases } from '../src/wire/stored-case';

const zone = 'Europe/Rome';
const rulesOf = (id: string): HoldRules => {
  const found = providers.find((provider) => provider.id === id);
  if (!found) throw new Error(`The directory has no ${id}.`);
  return { ...found.preservation, seat: found.seat };
};
const held = (rules: HoldRules | undefined, more: object = {}) =>
  holdPlan({ state: 'confirmed', since: '2026-11-02', expires: '2027-01-31', ...more }, rules, figures.renewDays, zone);

describe('a hold', () => {
  it('reminds 30, 14 and 7 days before its end', () => {
    expect(held(rulesOf('discord'))?.reminders).toEqual([
      { days: 30, on: '2027-01-01' },
      { days: 14, on: '2027-01-17' },
      { days: 7, on: '2027-01-24' },
    ]);
  });

  it('goes on as often as the provider allows, and no more', () => {
    expect(held(rulesOf('discord'))).toMatchObject({ extensions: [{ from: '2027-01-31', to: '2027-05-01' }], longest: '2027-05-01', extensionsKnown: true });
    expect(held(rulesOf('discord'), { renewals: 1 })).toMatchObject({ extensions: [], longest: '2027-01-31' });
    expect(held({ ...rulesOf('discord'), renewals: null })).toMatchObject({ extensions: [], extensionsKnown: false });
  });

  it('has its end reckoned where nobody stated it: the provider’s days, else 90 in the United States, else none', () => {
    const open = { expires: undefined };
    expect(held({ ...rulesOf('discord'), days: 180 }, open)).toMatchObject({ ends: '2027-05-01', reckoned: true });
    expect(held({ ...rulesOf('discord'), days: null }, open)).toMatchObject({ ends: '2027-01-31', reckoned: true });
    expect(held({ ...rulesOf('discord'), days: null, seat: 'DE' }, open)?.ends).toBeUndefined();
    expect(held(undefined, { since: 'soon', expires: 'later' })).toEqual({ reckoned: false, reminders: [], extensions: [], extensionsKnown: false });
  });

  it('that was only asked for has no plan, and an expired one no extension', () => {
    expect(holdPlan({ state: 'requested', since: '2026-11-02' }, rulesOf('discord'), [30], zone)).toBeUndefined();
    expect(held(rulesOf('discord'), { state: 'expired' })?.extensions).toEqual([]);
  });

  it('dates a moment in the office’s zone', () => expect(held(undefined, { expires: '2027-01-30T23:30:00Z' })?.ends).toBe('2027-01-31'));
});

describe('assistance against the hold', () => {
  it('tells how many days no hold covers, at worst and at best', () => {
    const found = assistanceHorizon(held(rulesOf('discord')), undefined, '2026-11-24T09:00:00+01:00', 300, zone);
    expect(found).toEqual({ from: '2026-11-24', to: '2027-09-20', asked: false, uncovered: 232, uncoveredAtBest: 142 });
  });
  it('counts from the day on which it was asked for', () => {
    expect(assistanceHorizon(undefined, '2026-11-05T23:30:00Z', '2026-11-24T09:00:00Z', 300, zone)).toEqual({
      from: '2026-11-06',
      to: '2027-09-02',
      asked: true,
    });
  });
});

describe('what is due', () => {
  const event = (at: string, by: 'us' | 'provider', what = 'message', step?: string) => ({ at, by, what, ...(step ? { step } : {}) });
  const record = (facts: Partial<CaseRecord['facts']>, ...events: CaseRecord['events']): CaseRecord => ({ facts: { emergency: 'none', ...facts }, events });
  const at = (now: string, given: CaseRecord) => caseOverview(given, rulesOf('discord'), figures, now, zone);

  it('is a chase in hours while life is at risk, in days otherwise', () => {
    const asked = event('2026-11-24T09:00:00+01:00', 'us');
    expect(at('2026-11-24T10:00:00+01:00', record({ emergency: 'now' }, asked)).next).toEqual({
      what: 'chase',
      on: '2026-11-24T11:00:00+01:00',
      state: 'ahead',
    });
    expect(at('2026-11-24T12:00:00+01:00', record({ emergency: 'now' }, asked)).next).toMatchObject({ what: 'chase', state: 'late' });
    expect(at('2026-11-24T16:00:00+01:00', record({ emergency: 'now' }, asked)).next).toMatchObject({ what: 'chase-again', state: 'late' });
    expect(at('2026-11-24T16:00:00+01:00', record({}, asked)).next).toEqual({ what: 'chase', on: '2026-12-08', state: 'ahead' });
  });

  it('is no chase while the ball is with us', () => {
    const found = at('2026-11-24T16:00:00+01:00', record({}, event('2026-11-20T09:00:00+01:00', 'us'), event('2026-11-24T09:00:00+01:00', 'provider')));
    expect(found.dues.map(({ what }) => what)).toEqual(['lodge']);
  });

  it('puts the next reminder first once the earlier ones have gone by, and an expired hold before all', () => {
    const kept = record({ preservation: { state: 'confirmed', since: '2026-11-02', expires: '2027-01-31' } });
    expect(at('2027-01-05T09:00:00+01:00', kept).next).toEqual({ what: 'renew', on: '2027-01-17', days: 14, state: 'ahead' });
    expect(at('2027-01-31T23:00:00+01:00', kept).next).toMatchObject({ what: 'hold-ends', state: 'ahead' });
    expect(at('2027-02-01T00:30:00+01:00', kept).next).toMatchObject({ what: 'hold-ends', state: 'late' });
  });

  it('stops asking to lodge a request for assistance that was written', () => {
    const first = event('2026-11-02T09:00:00+01:00', 'us');
    const now = '2026-11-24T09:00:00+01:00';
    expect(at(now, record({}, first)).dues.find(({ what }) => what === 'lodge')?.on).toBe('2026-12-17');
    const written = at(now, record({}, first, event('2026-11-20T09:00:00+01:00', 'us', 'draft-inserted', 'mlat_request')));
    expect(written.dues.some(({ what }) => what === 'lodge')).toBe(false);
    expect(written.horizon).toMatchObject({ asked: true, from: '2026-11-20' });
  });

  it('is history after 90 days, and no assistance is asked for once the data came', () => {
    const asked = record({}, event('2026-11-02T09:00:00+01:00', 'us'));
    expect(at('2027-03-17T09:00:00+01:00', asked).next).toMatchObject({ what: 'lodge', state: 'late' });
    expect(at('2027-03-18T09:00:00+01:00', asked).next).toBeUndefined();
    const came = { ...event('2026-11-05T09:00:00+01:00', 'provider'), replyTypes: ['data_disclosed'] };
    expect(at('2026-11-24T09:00:00+01:00', { ...asked, events: [...asked.events, came] }).dues).toEqual([]);
  });

  it('is nothing where nothing is known', () => expect(at('2026-11-24T09:00:00Z', record({})).next).toBeUndefined());
});

describe('the calendar file', () => {
  const now = '2026-11-24T09:00:00+01:00';
  const dates = [{ on: '2027-01-17' }, { on: '2026-11-24T11:00:00+01:00' }, { on: '2027-01-17' }];
  const read = (text: string) => new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => ({ event: new ICAL.Event(one), whole: one }));

  it('is read back by a calendar: each date once, whole days as days, moments in UTC, each with an alarm', () => {
    const [day, moment, ...rest] = read(calendarFile(dates, 'Rogatory: a deadline', 'abc', now));
    expect(rest).toEqual([]);
    expect(day?.event.startDate.toString()).toBe('2027-01-17');
    expect(day?.event.startDate.isDate).toBe(true);
    expect(moment?.event.startDate.toString()).toBe('2026-11-24T10:00:00Z');
    for (const one of [day, moment]) {
      expect(one?.event.summary).toBe('Rogatory: a deadline');
      expect(one?.whole.getFirstSubcomponent('valarm')?.getFirstPropertyValue('action')).toBe('DISPLAY');
      expect(String(one?.whole.getFirstPropertyValue('dtstamp'))).toBe('2026-11-24T08:00:00Z');
    }
    expect(day?.event.uid).not.toBe(moment?.event.uid);
    expect(day?.whole.getFirstSubcomponent('valarm')?.getFirstPropertyValue('trigger')?.toString()).toBe('-PT15H');
  });

  it('ends every line with CRLF, folds at 75 bytes without tearing a character, and escapes', () => {
    const title = `Scadenza; già, però \\ ${'à'.repeat(80)}\nfine`;
    const text = calendarFile([{ on: '2027-01-17' }], title, 'abc', now);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
    for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(read(text)[0]?.event.summary).toBe(title);
  });

  it('keeps its identifiers from one export to the next, and shows no key of a case', () => {
    const ids = (key: string, when: string) => read(calendarFile(dates, 'x', key, when)).map(({ event }) => event.uid);
    expect(ids('thread-1', now)).toEqual(ids('thread-1', '2027-01-01T00:00:00Z'));
    expect(ids('thread-1', now)).not.toEqual(ids('thread-2', now));
    expect(calendarFile(dates, 'x', 'thread-1', now)).not.toContain('thread-1');
  });
});

describe('stored cases', () => {
  const kept = (updatedAt: string) => ({ threadKey: updatedAt, provider: null, facts: { emergency: 'none' }, events: [], updatedAt });
  it('are found among all that is stored, the latest first; what is none is left out', () => {
    const found = storedCases({
      'case:a': kept('2026-11-01T00:00:00Z'),
      'case:b': kept('2026-11-02T00:00:00Z'),
      'case:c': { ...kept('2026-11-03T00:00:00Z'), events: [null] },
      'case:d': { ...kept('never') },
      'case:e': 'x',
      profile: kept('2026-11-04T00:00:00Z'),
    });
    expect(found.map(({ updatedAt }) => updatedAt)).toEqual(['2026-11-02T00:00:00Z', '2026-11-01T00:00:00Z']);
  });
});
