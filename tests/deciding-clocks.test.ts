import { describe, expect, test } from 'vitest';
import type { Case } from '../src/core/case';
import { stepsOf } from '../src/core/deciding/next-steps';
import type { Situation } from '../src/core/deciding/situation';
import type { ReplyTypeId, StepId } from '../src/core/ids';
import { deciding } from '../src/data/deciding';
import { providers } from '../src/data/providers';
import { asSettings } from '../src/wire/settings';

const facebook = providers.find(({ id }) => id === 'facebook') ?? null;
const x = providers.find(({ id }) => id === 'x') ?? null;
function step(id: StepId, replies: readonly ReplyTypeId[], facts: Case, now: string, more: Partial<Situation> = {}) {
  const situation: Situation = {
    isProviderReply: true,
    replyTypes: replies,
    match: null,
    provider: facebook,
    case: facts,
    profile: { country: 'IT', role: 'prosecutor' },
    now,
    ...more,
  };
  const found = stepsOf(situation, deciding, 'en').find((one) => one.id === id);
  if (!found) throw new Error(`There is no ${id}.`);
  return found;
}

describe('each clock says from when, in which zone, and what happens at its end', () => {
  const now = '2026-11-24T09:00:00+01:00';
  test('eight hours and ten days of a European order count from receipt, by law', () => {
    const urgent = step('epoc_emergency', ['jurisdiction_refusal'], { emergency: 'now', dataCategories: ['subscriber'] }, now);
    expect([urgent.due, urgent.clock]).toEqual([
      '2026-11-24T17:00:00+01:00',
      '8 hours from receipt by the addressee, by law (time of Europe/Rome); counted as if received now',
    ]);
    const ordinary = step('epoc', ['jurisdiction_refusal'], { emergency: 'none', dataCategories: ['subscriber'] }, now);
    expect([ordinary.due, ordinary.clockEnds]).toEqual(['2026-12-04T09:00:00+01:00', 'Unanswered, the order goes to the enforcing authority (Art. 16).']);
  });
  test('ten days across the end of summer time end at the same hour of the wall', () => {
    expect(step('epoc', ['jurisdiction_refusal'], { emergency: 'none', dataCategories: ['subscriber'] }, '2026-10-20T09:00:00+02:00').due).toBe(
      '2026-10-30T09:00:00+01:00',
    );
  });
  test('a request for assistance is lodged by day 45 after the first request; when that has passed, now', () => {
    const facts: Case = { emergency: 'none', dataCategories: ['content'], firstRequest: '2024-03-01T09:00:00+01:00' };
    expect(step('mlat_request', ['jurisdiction_refusal'], facts, '2024-03-12T10:00:00+01:00').due).toBe('2024-04-15T09:00:00+02:00');
    expect(step('mlat_request', ['jurisdiction_refusal'], facts, '2024-05-12T10:00:00+02:00').due).toBe('2024-05-12T10:00:00+02:00');
  });
  test('a renewal is due seven days before the end, as X asks; later it is due now', () => {
    const ending = (expires: string): Case => ({ emergency: 'none', dataCategories: ['subscriber'], preservation: { state: 'confirmed', expires } });
    expect(step('preservation_renewal', ['jurisdiction_refusal'], ending('2024-03-24'), '2024-03-12T10:00:00+01:00', { provider: x })).toMatchObject({
      due: '2024-03-17T09:00:00+01:00',
      clock: '7 days before the hold ends, a setting of the office (time of Europe/Rome)',
    });
    expect(step('preservation_renewal', ['jurisdiction_refusal'], ending('2024-03-15'), '2024-03-12T10:00:00+01:00').due).toBe('2024-03-12T10:00:00+01:00');
  });
  test('the hold’s diary takes the next warning day: 30, 14, 7 days before the end', () => {
    const held = (expires: string): Case => ({ emergency: 'none', dataCategories: ['subscriber'], preservation: { state: 'confirmed', expires } });
    const due = (expires: string) => step('record_preservation', ['preservation_confirmed'], held(expires), '2024-03-12T10:00:00+01:00').due;
    expect([due('2024-06-01'), due('2024-04-05')]).toEqual(['2024-05-02T09:00:00+02:00', '2024-03-22T09:00:00+01:00']);
  });
  test('the hours are the requester’s: the same moment is written in the zone of the office', () => {
    expect(step('answer_emergency_questions', ['emergency_questionnaire'], { emergency: 'now' }, now, { profile: { country: 'GB', role: 'police' } }).due).toBe(
      '2026-11-24T10:00:00+00:00',
    );
    expect(step('answer_emergency_questions', ['emergency_questionnaire'], { emergency: 'now' }, now, { profile: { country: 'EL', role: 'police' } }).due).toBe(
      '2026-11-24T12:00:00+02:00',
    );
  });
  test('what no law sets is said to be the office’s, and the office may set it otherwise', () => {
    const date = '2026-11-24T08:00:00+01:00';
    const wait = step('wait', ['acknowledgement'], { emergency: 'now' }, '2026-11-24T08:30:00+01:00', { messageDate: date });
    expect([wait.due, wait.clock]).toEqual(['2026-11-24T10:00:00+01:00', '2 hours from this mail, a setting of the office (time of Europe/Rome)']);
    const { heuristics } = asSettings({ heuristics: { chaseFirstHours: 4, chaseSecondHours: 8, lodgeByDay: 'soon', unknown: 3 } });
    expect(heuristics).toEqual({ chaseFirstHours: 4, chaseSecondHours: 8 });
    const later = step('wait', ['acknowledgement'], { emergency: 'now' }, '2026-11-24T11:30:00+01:00', {
      messageDate: date,
      ...(heuristics ? { heuristics } : {}),
    });
    expect(later.due).toBe('2026-11-24T12:00:00+01:00');
    const chase = step('chase', ['acknowledgement'], { emergency: 'now' }, '2026-11-24T12:30:00+01:00', {
      messageDate: date,
      ...(heuristics ? { heuristics } : {}),
    });
    expect(chase.caveats.join(' ')).toContain('after 8 hours');
  });
});
