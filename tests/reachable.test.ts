import { describe, expect, test } from 'vitest';
import { easterSunday, reachability } from '../src/core/case/reachable';
import { deciding } from '../src/data/deciding';

const { holidays } = deciding;

describe('whether anybody is at the desk', () => {
  test.each([
    [2016, '2016-03-27'],
    [2024, '2024-03-31'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
  ])('Easter of %i', (year, day) => expect(easterSunday(year)).toBe(day));

  test.each([
    ['a working morning in Rome', 'IT', 'Europe/Rome', '2026-11-24T10:00:00+01:00', { open: true, there: '10:00' }],
    [
      'the same moment is night in New York',
      'US',
      'America/New_York',
      '2026-11-24T10:00:00+01:00',
      { open: false, why: 'night', there: '04:00', opens: '2026-11-24T09:00:00-05:00' },
    ],
    [
      'Thanksgiving, the fourth Thursday of November',
      'US',
      'America/New_York',
      '2026-11-26T15:00:00Z',
      { open: false, why: 'holiday', there: '10:00', opens: '2026-11-27T09:00:00-05:00' },
    ],
    ['a Saturday', 'IE', 'Europe/Dublin', '2026-11-28T12:00:00Z', { open: false, why: 'weekend', there: '12:00', opens: '2026-11-30T09:00:00+00:00' }],
    [
      'Easter Monday in Italy',
      'IT',
      'Europe/Rome',
      '2026-04-06T10:00:00+02:00',
      { open: false, why: 'holiday', there: '10:00', opens: '2026-04-07T09:00:00+02:00' },
    ],
    [
      'the last Monday of May in Britain',
      'GB',
      'Europe/London',
      '2026-05-25T10:00:00+01:00',
      { open: false, why: 'holiday', there: '10:00', opens: '2026-05-26T09:00:00+01:00' },
    ],
    [
      'a Friday evening before a holiday',
      'IT',
      'Europe/Rome',
      '2026-12-24T19:00:00+01:00',
      { open: false, why: 'night', there: '19:00', opens: '2026-12-28T09:00:00+01:00' },
    ],
    ['a state whose holidays are not known', 'JP', 'Asia/Tokyo', '2026-11-24T02:00:00Z', { open: true, there: '11:00' }],
  ] as const)('%s', (_what, country, zone, now, wanted) => expect(reachability(now, zone, holidays[country])).toEqual(wanted));
});
