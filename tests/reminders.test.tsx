// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { caseOverview } from '../src/core/case/overview';
import { reminderKey, remindersOf } from '../src/core/case/reminders';
import { deciding } from '../src/data/deciding';
import figures from '../src/data/settings.json';
import { timelineWords } from '../src/data/timeline-words';
import { engine } from '../src/panel/engine';
import { Reminders } from '../src/timeline/reminders';

const now = '2026-11-24T10:00:00+01:00';
const held = (expires: string) =>
  caseOverview(
    { facts: { emergency: 'none', preservation: { state: 'confirmed', since: '2026-09-10', expires } }, events: [] },
    undefined,
    figures,
    now,
    'Europe/Rome',
  );

describe('what one is reminded of', () => {
  it('is what is overdue or due within a day, one date for a case, and nothing that lies further off', () => {
    const due = remindersOf(
      [
        { key: 'today', overview: held('2026-12-08') },
        { key: 'later', overview: held('2026-12-20') },
        { key: 'over', overview: held('2026-11-20') },
      ],
      now,
    );
    expect(due.map(({ case: of, what, on }) => [of, what, on])).toEqual([
      ['today', 'renew', '2026-11-24'],
      ['over', 'hold-ends', '2026-11-20'],
    ]);
    expect(new Set(due.map(reminderKey)).size).toBe(2);
  });
  it('has the answer to a served order: ten days, eight hours in an emergency, late when they have passed', () => {
    const dues = (served: Readonly<Record<string, string>>) =>
      caseOverview({ facts: { emergency: 'none', served }, events: [] }, undefined, figures, now, 'Europe/Rome').dues.filter(
        ({ what }) => what === 'order-answer',
      );
    expect(dues({ epoc: '2026-11-20T09:00:00+01:00' })).toEqual([{ what: 'order-answer', on: '2026-11-30T09:00:00+01:00', state: 'ahead' }]);
    expect(dues({ epoc_emergency: '2026-11-24T01:00:00+01:00' })).toEqual([{ what: 'order-answer', on: '2026-11-24T09:00:00+01:00', state: 'late' }]);
    expect(dues({})).toEqual([]);
  });
  it('tells in its notification how many cases, and nothing of any', () => {
    for (const language of ['en', 'it'] as const) {
      const text = timelineWords(language).count('reminder.text', 3);
      expect(text).toContain('3');
      expect(text).not.toMatch(/\{/u);
    }
  });
});

describe('the browser’s notifications', () => {
  afterEach(() => document.body.replaceChildren());
  it('are asked for by a click alone, and can be turned off again', async () => {
    const root = document.body.appendChild(document.createElement('div'));
    const notifications = { allowed: vi.fn(async () => false), ask: vi.fn(async () => true), stop: vi.fn(async () => undefined) };
    render(<Reminders notifications={notifications} say={timelineWords('en')} />, root);
    await vi.waitFor(() => expect(root.querySelector('[data-testid=allow-notifications]')).not.toBeNull());
    expect(notifications.ask).not.toHaveBeenCalled();
    root.querySelector<HTMLButtonElement>('[data-testid=allow-notifications]')?.click();
    await vi.waitFor(() => expect(root.textContent).toContain('notifications are on'));
    root.querySelector<HTMLButtonElement>('button')?.click();
    await vi.waitFor(() => expect(notifications.stop).toHaveBeenCalled());
    render(null, root);
  });
});

describe('dates that nobody verified', () => {
  it('are marked: since when the Budapest Convention applies between two states, and holidays', () => {
    const text = 'Please go through the Mutual Legal Assistance Treaty; WhatsApp cannot act on an order of a foreign prosecutor.';
    const mail = { id: 'a', from: { name: '', email: 'records@zwillgen.com' }, to: [], cc: [], subject: 'Re: request', text, attachments: [] };
    const found = engine.assess(mail, {
      now,
      language: 'en',
      case: { emergency: 'none', dataCategories: ['content'], euAddressee: null },
      profile: { country: 'IT', role: 'prosecutor' },
    });
    const budapest = found.nextSteps.flatMap(({ legalBasis }) => legalBasis).find(({ source }) => source === 'bud-29');
    expect(budapest).toMatchObject({ since: '2008-10-01', sinceUnverified: deciding.countries.checks.budapest.checkedOn });
    expect(engine.holidaysCheckedOn).toBe(deciding.countries.checks.holidays.checkedOn);
  });
});
