import { describe, expect, it } from 'vitest';
import { countdown } from '../src/core/case/ball-clock';
import { holdState } from '../src/core/case/hold';
import { movesOf } from '../src/core/case/moves';
import { timeline } from '../src/core/case/timeline';
import type { Message } from '../src/core/message';
import milan from '../scripts/demo/milan.json';

const mail = ({ id, from, subject, date, text }: (typeof milan.messages)[number]): Message => {
  const [, name = '', email = ''] = /^(.*)<(.*)>$/u.exec(from) ?? [];
  return { id, from: { name: name.trim(), email }, to: [], cc: [], subject, date, text, attachments: [] };
};
const sender = { id: 'whatsapp', matchedBy: 'counsel', trust: 'listed', domain: 'zwillgen.com', reasons: [] } as const;

describe('who had the ball', () => {
  const mails = milan.messages.map(mail);
  const last = mails.at(-1) as Message;
  const moves = movesOf({ ...last, thread: mails.slice(0, -1) }, sender, ['whatsapp.com']);
  const found = timeline(moves, '2016-04-28T21:00:00+02:00', 'Europe/Rome');

  it('shows 2, 5, 5 and 3 days for the Milan thread, 8 of the 15 on our side', () => {
    expect(found.stretches.slice(0, 4).map(({ holder, days }) => [holder, days])).toEqual([
      ['provider', 2],
      ['us', 5],
      ['provider', 5],
      ['us', 3],
    ]);
    expect(found.days).toBe(15);
    expect(found.ourDays).toBe(8);
    expect(found.open).toMatchObject({ holder: 'us', days: 0 });
  });

  it('counts a mail that is seen twice once, and leaves out what is undated or in the future', () => {
    const twice = timeline(
      [...moves, ...moves, { at: 'tomorrow', by: 'us' }, { at: '2031-01-01T00:00:00Z', by: 'provider' }],
      '2016-04-28T21:00:00+02:00',
      'Europe/Rome',
    );
    expect(twice).toEqual(found);
  });

  it('says nothing when nobody wrote, and takes an unknown zone as UTC', () => {
    expect(timeline([], '2016-04-28T21:00:00Z', 'Europe/Rome').open).toBeUndefined();
    expect(timeline(moves, '2016-04-28T21:00:00Z', 'Mars/Base').days).toBe(15);
  });

  it('passes the ball once when one side writes twice', () => {
    const chased = timeline(
      [
        { at: '2026-11-01T09:00:00Z', by: 'us' },
        { at: '2026-11-05T09:00:00Z', by: 'us' },
        { at: '2026-11-08T09:00:00Z', by: 'provider' },
      ],
      '2026-11-10T09:00:00Z',
      'UTC',
    );
    expect(chased.stretches).toHaveLength(1);
    expect(chased.providerDays).toBe(7);
    expect(chased.open).toMatchObject({ holder: 'us', days: 2 });
  });
});

describe('clock', () => {
  it('counts hours and minutes to the end and says when it has passed', () => {
    expect(countdown('2026-11-24T22:00:00+01:00', '2026-11-24T18:40:00+01:00')).toMatchObject({ hours: 3, minutes: 20, pressure: 'soon' });
    expect(countdown('2026-11-24T10:00:00Z', '2026-11-26T10:00:00Z')).toMatchObject({ late: true, days: 2, pressure: 'late' });
    expect(countdown('some day', '2026-11-26T10:00:00Z')).toBeUndefined();
  });
});

describe('hold', () => {
  it('is never taken for safe when unanswered, ending or over', () => {
    const now = '2026-11-24T10:00:00Z';
    expect(holdState(undefined, now)).toBe('none');
    expect(holdState({ state: 'requested', since: '2026-11-01' }, now)).toBe('unanswered');
    expect(holdState({ state: 'confirmed' }, now)).toBe('no-end-known');
    expect(holdState({ state: 'confirmed', expires: '2026-12-01' }, now)).toBe('ending');
    expect(holdState({ state: 'confirmed', expires: '2027-02-01' }, now)).toBe('confirmed');
    expect(holdState({ state: 'confirmed', expires: '2026-11-23' }, now)).toBe('expired');
  });
});
