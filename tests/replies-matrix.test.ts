import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { measure, type Sample } from '../scripts/accuracy/measure';
import { replyTypeIds } from '../src/core/ids';

const folder = path.join(import.meta.dirname, 'samples');
const results = readdirSync(folder, { recursive: true })
  .map(String)
  .filter((name) => name.endsWith('.jsonl'))
  .sort()
  .flatMap((name) =>
    readFileSync(path.join(folder, name), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => ({ ...(JSON.parse(line) as Omit<Sample, 'language'>), language: path.dirname(name) })),
  )
  .filter(({ label }) => !label.heldBack)
  .map(measure);
const replies = results.filter(({ isReply }) => isReply);
const others = results.filter(({ isReply }) => !isReply);

/** Every label against every finding, of all types there are; what a label calls possible counts neither way. */
function count(type: string): { readonly right: number; readonly wrong: number; readonly missed: number } {
  let right = 0;
  let wrong = 0;
  let missed = 0;
  for (const { wanted, may, found } of replies) {
    const says = found.some((one) => one.type === type);
    if (wanted.includes(type)) {
      if (says) right++;
      else missed++;
    } else if (says && !may.includes(type)) wrong++;
  }
  return { right, wrong, missed };
}

describe('the labelled mails that may be learned from', () => {
  it('are there for each type and in eight languages', () => {
    expect(new Set(replies.map(({ language }) => language)).size).toBe(8);
    for (const type of replyTypeIds) expect(count(type).right + count(type).missed, type).toBeGreaterThanOrEqual(15);
  });
  for (const type of replyTypeIds)
    it(`${type} is found, and little else is taken for it`, () => {
      const { right, wrong, missed } = count(type);
      expect((2 * right) / (2 * right + wrong + missed)).toBeGreaterThan(type === 'other_provider' ? 0.25 : 0.5);
    });
  it('are told apart: a reply from what is none', () => {
    expect(replies.filter(({ saidReply }) => saidReply).length / replies.length).toBeGreaterThan(0.9);
    expect(others.filter(({ saidReply }) => saidReply).length / others.length).toBeLessThan(0.02);
  });
  it('are proved by the sender’s own words alone', () => expect(results.filter(({ strays }) => strays > 0).map(({ id }) => id)).toEqual([]));
});
