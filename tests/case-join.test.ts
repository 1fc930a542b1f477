import { describe, expect, it } from 'vitest';
import { asJoins, joinedCases, likelySame } from '../src/core/case/join';
import type { StoredCase } from '../src/wire/stored-case';

const at = (day: number) => `2026-11-${String(day).padStart(2, '0')}T09:00:00Z`;
const thread = (threadKey: string, days: readonly number[], more: Partial<StoredCase> = {}): StoredCase => ({
  threadKey,
  provider: 'discord',
  facts: { emergency: 'unknown' },
  events: days.map((day) => ({ at: at(day), by: 'us', what: 'message', key: `m${day}` })),
  updatedAt: at(20),
  ...more,
});

describe('threads of one case', () => {
  it('are one once they are joined: every mail once, in order of time, and the firmer hold', () => {
    const head = thread('a', [1, 5], { facts: { emergency: 'now', preservation: { state: 'requested' } } });
    const other = thread('b', [3, 5], { facts: { emergency: 'none', preservation: { state: 'confirmed', expires: '2027-01-31' } } });
    const [found, ...rest] = joinedCases([head, other], { b: 'a' });
    expect(rest).toEqual([]);
    expect(found?.threads.map(({ threadKey }) => threadKey)).toEqual(['a', 'b']);
    expect(found?.whole.threadKey).toBe('a');
    expect(found?.whole.events.map(({ key }) => key)).toEqual(['m1', 'm3', 'm5']);
    expect(found?.whole.facts).toMatchObject({ emergency: 'now', preservation: { state: 'confirmed', expires: '2027-01-31' } });
  });

  it('stay apart without a join, with one to a thread that is gone, and in a circle none is lost', () => {
    const both = [thread('a', [1]), thread('b', [2])];
    expect(joinedCases(both, {})).toHaveLength(2);
    expect(joinedCases(both, { b: 'gone' })).toHaveLength(2);
    for (const joins of [{ a: 'b', b: 'a' }, { a: 'a' }]) {
      const found = joinedCases(both, joins as Record<string, string>);
      expect(found.flatMap(({ threads }) => threads.map(({ threadKey }) => threadKey)).toSorted()).toEqual(['a', 'b']);
    }
  });

  it('follow a join of a join', () => {
    const found = joinedCases([thread('a', [1]), thread('b', [2]), thread('c', [3])], { c: 'b', b: 'a' });
    expect(found.map(({ whole, threads }) => [whole.threadKey, threads.length])).toEqual([['a', 3]]);
  });

  it('are proposed where provider and reference of the hold are the same', () => {
    const held = (threadKey: string, reference: string, provider = 'discord') =>
      thread(threadKey, [1], { provider, facts: { emergency: 'none', preservation: { state: 'confirmed', reference } } });
    const [one, same, other, elsewhere] = [held('a', 'DISC-1'), held('b', 'DISC-1 '), held('c', 'DISC-2'), held('d', 'DISC-1', 'google')];
    expect(likelySame(one as StoredCase, [one, same, other, elsewhere] as StoredCase[])).toEqual([same]);
    expect(likelySame(thread('x', [1]), [thread('y', [1])])).toEqual([]);
  });

  it('are read from the store as far as they are joins', () => {
    expect(asJoins({ a: 'b', c: 4, d: 'd' })).toEqual({ a: 'b' });
    expect(asJoins(null)).toEqual({});
  });
});
