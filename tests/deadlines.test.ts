import { describe, expect, test } from 'vitest';
import { later } from '../src/core/deadlines';

describe('a moment later, in the requester’s zone', () => {
  test.each([
    ['eight hours', '2026-11-24T09:00:00+01:00', 8, 'hour', 'Europe/Rome', '2026-11-24T17:00:00+01:00'],
    ['half an hour, from another zone’s writing', '2026-11-24T08:00:00Z', 30, 'minute', 'Europe/Rome', '2026-11-24T09:30:00+01:00'],
    ['ten days across the end of summer time keep the wall time', '2026-10-20T09:00:00+02:00', 10, 'day', 'Europe/Rome', '2026-10-30T09:00:00+01:00'],
    ['a day across the end of summer time is 25 hours', '2026-10-24T12:00:00+02:00', 1, 'day', 'Europe/Rome', '2026-10-25T12:00:00+01:00'],
    ['48 hours across it are 48 hours', '2026-10-24T12:00:00+02:00', 48, 'hour', 'Europe/Rome', '2026-10-26T11:00:00+01:00'],
    ['a day across the beginning of summer time', '2026-03-28T12:00:00+01:00', 1, 'day', 'Europe/Rome', '2026-03-29T12:00:00+02:00'],
    ['a wall time that the day lacks moves on', '2026-03-28T02:30:00+01:00', 1, 'day', 'Europe/Rome', '2026-03-29T03:30:00+02:00'],
    ['a month from the 31st ends with the month', '2026-01-31T09:00:00+01:00', 1, 'month', 'Europe/Rome', '2026-02-28T09:00:00+01:00'],
    ['a zone with half an hour', '2026-11-24T08:00:00Z', 1, 'hour', 'Asia/Kolkata', '2026-11-24T14:30:00+05:30'],
    ['a zone behind UTC', '2026-11-24T08:00:00Z', 1, 'day', 'America/New_York', '2026-11-25T03:00:00-05:00'],
    ['an unknown zone counts as UTC', '2026-11-24T08:00:00Z', 1, 'hour', 'Mars/Olympus', '2026-11-24T09:00:00+00:00'],
  ] as const)('%s', (_what, from, count, unit, zone, due) => expect(later(from, count, unit, zone)).toBe(due));
});
