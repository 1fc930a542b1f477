// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import milan from '../scripts/demo/milan.json';
import figures from '../src/data/settings.json';
import { providers } from '../src/data/providers';
import { Cases, type CasesHost } from '../src/timeline/cases';
import type { StoredCase } from '../src/wire/stored-case';

const milanCase: StoredCase = {
  threadKey: 'milan',
  provider: 'whatsapp',
  facts: { emergency: 'now', preservation: { state: 'confirmed', since: '2016-04-14', expires: '2016-07-13' } },
  events: milan.messages.map(({ from, date }) => ({ at: date, by: /zwillgen|whatsapp/iu.test(from) ? 'provider' : 'us', what: 'message', key: date })),
  updatedAt: '2016-04-28T21:00:00+02:00',
};
const other: StoredCase = { ...milanCase, threadKey: 'other', provider: null, facts: { emergency: 'unknown' }, events: [] };

let place: HTMLElement;
let host: { [K in keyof CasesHost]: ReturnType<typeof vi.fn> };
beforeEach(() => {
  place = document.body.appendChild(document.createElement('div'));
  host = { keep: vi.fn(async () => undefined), forget: vi.fn(async () => undefined), keepJoins: vi.fn(async () => undefined), save: vi.fn(), print: vi.fn() };
});
afterEach(() => {
  render(null, place);
  place.remove();
});
const show = (cases: readonly StoredCase[], language: 'en' | 'it' = 'en', joins: Readonly<Record<string, string>> = {}) =>
  act(() =>
    render(
      <Cases
        cases={cases}
        joins={joins}
        providers={providers}
        figures={figures}
        zone="Europe/Rome"
        language={language}
        now={() => '2016-04-28T21:00:00+02:00'}
        open={null}
        host={host as unknown as CasesHost}
      />,
      place,
    ),
  );
const press = async (name: string) => {
  const button = [...place.querySelectorAll('button')].find(({ textContent }) => textContent?.includes(name));
  if (!button) throw new Error(`no button ${name}`);
  await act(async () => button.click());
};
const texts = (selector: string) => [...place.querySelectorAll(selector)].map(({ textContent }) => textContent);

describe('the page of cases', () => {
  it('draws the Milan thread as 2, 5, 5 and 3 days, and says the same in a table', async () => {
    await show([milanCase]);
    expect(texts('svg .in.provider, svg .in.us').toSorted()).toEqual(['2 d', '3 d', '5 d', '5 d']);
    const rows = [...place.querySelectorAll('details tbody tr')].map((row) => [...row.children].map(({ textContent }) => textContent));
    expect(rows.slice(0, 4).map((row) => [row[0], row[3]])).toEqual([
      ['Provider', '2 days'],
      ['You', '5 days'],
      ['Provider', '5 days'],
      ['You', '3 days'],
    ]);
    expect(place.querySelector('svg')?.getAttribute('aria-label')).toContain('15 days from the first mail to the last: 8 with you');
  });

  it('says when the hold ends, when to ask, and how long no hold covers the wait', async () => {
    await show([milanCase]);
    expect(place.textContent).toContain('The data are held until 13 Jul 2016.');
    expect(place.textContent).toContain('an answer is expected about 22 Feb 2017. The hold ends 224 days before.');
    expect(texts('tbody tr.ahead th')).toContain('Ask for the extension of the hold (T-14)');
  });

  it('saves the dates ahead for the calendar, and nothing of the case', async () => {
    await show([milanCase]);
    await press('.ics');
    const [text, name] = host.save.mock.calls[0] as [string, string];
    expect(name).toBe('rogatory.ics');
    expect(text.match(/BEGIN:VEVENT/gu)).toHaveLength(5);
    expect(text).not.toMatch(/whatsapp|milan|hold|emergency/iu);
    expect(place.querySelector('[data-testid=status]')?.textContent).toContain('5 dates');
  });

  it('ends the emergency in one step and keeps the hold', async () => {
    await show([milanCase]);
    await press('The emergency is over');
    const kept = host.keep.mock.calls[0]?.[0] as StoredCase;
    expect(kept.facts).toEqual({ ...milanCase.facts, emergency: 'ended' });
    expect(kept.events.at(-1)).toMatchObject({ what: 'emergency-ended', by: 'us' });
    await show([kept]);
    expect(place.textContent).not.toContain('The emergency is over');
    expect(place.textContent).toContain('The emergency has ended');
  });

  it('lists several cases, opens one, and forgets one only when asked twice', async () => {
    await show([milanCase, other], 'it');
    expect(texts('.list strong')).toEqual(['WhatsApp', 'Fornitore non noto']);
    expect(place.querySelector('.case')).toBeNull();
    await press('Fornitore non noto');
    expect(place.textContent).toContain('Nessun messaggio datato è noto.');
    await press('Dimentica questo caso');
    expect(host.forget).not.toHaveBeenCalled();
    await press('Dimentica date');
    expect(host.forget).toHaveBeenCalledWith('other');
  });

  it('tells what happened: what each mail said, and each request that was drafted', async () => {
    const events: StoredCase['events'] = [
      { at: '2016-04-13T10:30:00+02:00', by: 'us', what: 'draft-inserted', step: 'preservation_request', key: '1' },
      { at: '2016-04-15T09:08:00+02:00', by: 'provider', what: 'message', replyTypes: ['jurisdiction_refusal'], key: '2' },
    ];
    await show([{ ...milanCase, events }]);
    const rows = [...place.querySelectorAll('[aria-labelledby=events] tbody tr')].map((row) => [...row.children].map(({ textContent }) => textContent));
    expect(rows.map((row) => row.slice(0, 2))).toEqual([
      ['13 Apr 2016, 10:30', 'You'],
      ['15 Apr 2016, 09:08', 'Provider'],
    ]);
    expect(rows[0]?.[2]).toMatch(/^draft put into the reply · .*preserv/iu);
    expect(rows[1]?.[2]).toMatch(/^mail · /u);
  });

  it('joins two threads by hand and parts them again', async () => {
    const second: StoredCase = { ...milanCase, threadKey: 'second', events: [{ at: '2016-05-02T09:00:00+02:00', by: 'us', what: 'message', key: 'x' }] };
    await show([milanCase, second]);
    await press('WhatsApp');
    const choice = place.querySelector('select') as HTMLSelectElement;
    choice.value = 'second';
    await act(async () => void choice.dispatchEvent(new Event('change', { bubbles: true })));
    const join = [...place.querySelectorAll('button')].find(({ textContent }) => textContent === 'Join');
    await act(async () => join?.click());
    expect(host.keepJoins).toHaveBeenLastCalledWith({ second: 'milan' });
    await show([milanCase, second], 'en', { second: 'milan' });
    expect(place.querySelectorAll('.list li')).toHaveLength(1);
    await press('Part again');
    expect(host.keepJoins).toHaveBeenLastCalledWith({});
    await press('The emergency is over');
    expect(host.keep.mock.calls.map(([kept]) => [kept.threadKey, kept.facts.emergency])).toEqual([
      ['milan', 'ended'],
      ['second', 'ended'],
    ]);
  });

  it('says what to do where no case is kept', async () => {
    await show([]);
    expect(place.textContent).toContain('Open a provider’s mail');
  });
});
