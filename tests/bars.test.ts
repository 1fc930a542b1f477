import { describe, expect, it } from 'vitest';
import { caseOverview } from '../src/core/case/overview';
import { exchangeBars, holdBars } from '../src/core/writing/bars';
import { paperWords } from '../src/data/paper-words';
import figures from '../src/data/settings.json';

const zone = 'Europe/Rome';
const move = (at: string, by: 'us' | 'provider') => ({ at: `${at}T12:00:00Z`, by, what: 'message' });
const events = [move('2016-04-13', 'us'), move('2016-04-15', 'provider'), move('2016-04-20', 'us'), move('2016-04-25', 'provider'), move('2016-04-28', 'us')];
const day = (iso: string) => iso.slice(0, 10);
const words = paperWords('en').bars(figures.assistanceDays);
const overview = (expires?: string) =>
  caseOverview(
    { facts: { emergency: 'none', ...(expires ? { preservation: { state: 'confirmed', since: '2016-04-13', expires } as const } : {}) }, events },
    { days: 90, renewals: 1, renewalDays: 90, askBeforeDays: null, seat: 'US' },
    figures,
    '2016-04-29T12:00:00Z',
    zone,
  );
const lengthOf = (line: string) => /^[█▓▒░]+/u.exec(line)?.[0].length ?? 0;

describe('the picture of a case in its chronology', () => {
  it('shows the Milan exchange to scale: 2, 5, 5 and 3 days, each side by its own block', () => {
    const lines = (exchangeBars(overview(), day, words) ?? '').split('\n');
    expect(lines.slice(0, 4).map((line) => line.replace(/^[█▓]+ /u, ''))).toEqual([
      '2 d with the provider (2016-04-13 – 2016-04-15)',
      '5 d with you (2016-04-15 – 2016-04-20)',
      '5 d with the provider (2016-04-20 – 2016-04-25)',
      '3 d with you (2016-04-25 – 2016-04-28)',
    ]);
    expect(lengthOf(lines[1] ?? '')).toBe(lengthOf(lines[2] ?? ''));
    expect(lengthOf(lines[0] ?? '')).toBeLessThan(lengthOf(lines[3] ?? ''));
    expect(lines[1]?.[0]).not.toBe(lines[2]?.[0]);
    expect(lines[4]).toContain('with the provider for 1 d');
  });
  it('holds the end of the hold and its extension against the time that assistance takes, and names what is due', () => {
    const lines = holdBars(overview('2016-07-12'), day, words).split('\n');
    expect(lines[0]).toMatch(/^█+ the data are held \(2016-04-13 – 2016-07-12\)$/u);
    expect(lines[1]).toMatch(/^▒+ an extension, if it is granted \(2016-07-12 – 2016-10-10\)$/u);
    expect(lines[2]).toContain('about 300 d');
    expect(lengthOf(lines[2] ?? '')).toBeGreaterThan(lengthOf(lines[0] ?? ''));
    expect(lines[3]).toMatch(/^Due next – /u);
    expect(holdBars(overview(), day, words).split('\n')[0]).toBe('No hold with a known end.');
  });
  it('is not pressed flat by a ball that was left lying for years', () => {
    const years = { ...overview(), timeline: { ...overview().timeline, open: { holder: 'us', since: '2016-04-28T12:00:00Z', days: 3876 } as const } };
    const lines = (exchangeBars(years, day, words) ?? '').split('\n');
    expect(lengthOf(lines[1] ?? '')).toBe(28);
    expect(lengthOf(lines[4] ?? '')).toBe(28);
    expect(lines[4]).toContain('with you for 3876 d');
  });
  it('is nothing where nobody wrote', () => {
    expect(
      exchangeBars(caseOverview({ facts: { emergency: 'none' }, events: [] }, undefined, figures, '2016-04-29T12:00:00Z', zone), day, words),
    ).toBeUndefined();
  });
});
