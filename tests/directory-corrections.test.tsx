// @vitest-environment happy-dom
import axe from 'axe-core';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { compareProviders } from '../src/core/directory/compare';
import { directoryFacts } from '../src/core/directory/facts';
import {
  asOverlay,
  correctedFacts,
  mergeOverlays,
  overlayFile,
  readOverlayFile,
  withCorrection,
  withoutCorrection,
  type Correction,
  type Overlay,
} from '../src/core/directory/overlay';
import { providers } from '../src/data/providers';
import { Directory } from '../src/directory/directory';

const discord = providers.find(({ id }) => id === 'discord') as (typeof providers)[number];
const snapchat = providers.find(({ id }) => id === 'snapchat') as (typeof providers)[number];
const one: Correction = { provider: 'discord', row: 'preservationDays', value: '180', author: 'Anna Verdi', on: '2026-11-24' };

describe('the office’s corrections', () => {
  it('stand over the fact that they correct, with name and date, and over no other', () => {
    const facts = correctedFacts(discord, [one, { ...one, provider: 'snapchat', value: '7' }]);
    const found = facts.find(({ row }) => row === 'preservationDays');
    expect(found).toMatchObject({ values: ['180'], correction: { author: 'Anna Verdi', on: '2026-11-24' }, original: { values: ['90'] } });
    expect(facts.filter(({ correction }) => correction)).toHaveLength(1);
    expect(correctedFacts(discord, [])).toEqual(directoryFacts(discord));
  });

  it('replace each other, and are removed one by one', () => {
    const two = withCorrection([one], { ...one, row: 'languages', value: 'English\n\nItalian' });
    expect(correctedFacts(discord, two).find(({ row }) => row === 'languages')?.values).toEqual(['English', 'Italian']);
    expect(withCorrection(two, { ...one, value: '200' }).map(({ value }) => value)).toEqual(['English\n\nItalian', '200']);
    expect(withoutCorrection(two, { provider: 'discord', row: 'languages' })).toEqual([one]);
  });

  it('of two offices are one: the later counts, on one day one’s own', () => {
    const mine: Overlay = [one, { ...one, row: 'languages', value: 'English' }];
    const theirs: Overlay = [
      { ...one, value: '360', on: '2026-11-25' },
      { ...one, row: 'languages', value: 'French' },
      { ...one, row: 'retention', value: '30 days' },
    ];
    const { overlay, taken } = mergeOverlays(mine, theirs);
    expect(overlay.map(({ row, value }) => [row, value])).toEqual([
      ['preservationDays', '360'],
      ['languages', 'English'],
      ['retention', '30 days'],
    ]);
    expect(taken).toBe(2);
    expect(mergeOverlays(overlay, theirs)).toEqual({ overlay, taken: 0 });
  });

  it('go into a file and come back whole; another file is refused', () => {
    expect(readOverlayFile(overlayFile([one]))).toEqual([one]);
    for (const bad of ['', '[]', 'null', '{"kind":"something"}', '{"kind":"rogatory-directory-corrections","version":2,"corrections":[]}'])
      expect(readOverlayFile(bad), bad).toBeUndefined();
  });

  it('that are damaged, too long or of an unknown fact are left out', () => {
    const bad = [
      null,
      'x',
      { ...one, row: 'colour' },
      { ...one, value: ' ' },
      { ...one, value: 'a'.repeat(2001) },
      { ...one, on: 'yesterday' },
      { ...one, provider: '../x' },
    ];
    expect(asOverlay([...bad, one, { ...one, more: 'x' }])).toEqual([one]);
    expect(asOverlay({ 0: one })).toEqual([]);
  });

  it('count when two providers are compared', () => {
    const row = (overlay: Overlay) =>
      compareProviders(discord, snapchat, (provider) => correctedFacts(provider, overlay)).find(({ row: name }) => name === 'preservationDays');
    expect(row([])?.differs).toBe(false);
    expect(row([one])?.differs).toBe(true);
  });
});

describe('the page of the directory', () => {
  let place: HTMLElement;
  const host = { keep: vi.fn(), save: vi.fn() };
  const show = (corrections: Overlay) => {
    place = document.body.appendChild(document.createElement('div'));
    return act(() =>
      render(
        <Directory
          providers={providers}
          language="en"
          today="2026-11-24"
          open="discord"
          beside={null}
          corrections={corrections}
          author="Anna Verdi"
          host={host}
        />,
        place,
      ),
    );
  };
  const press = async (selector: string) => {
    const found = place.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`nothing is ${selector}`);
    await act(async () => found.click());
  };
  const write = async (selector: string, value: string) => {
    const field = place.querySelector<HTMLTextAreaElement>(selector);
    if (!field) throw new Error(`nothing is ${selector}`);
    field.value = value;
    await act(async () => void field.dispatchEvent(new Event('input', { bubbles: true })));
  };
  afterEach(() => {
    render(null, place);
    document.body.replaceChildren();
    vi.clearAllMocks();
  });

  it('takes a correction, shows it as the office’s own above what the directory says, and keeps it', async () => {
    await show([]);
    await press('[data-testid=correct-preservationDays]');
    await write('.correct textarea', '   ');
    await act(async () => void place.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })));
    expect(place.querySelector('[role=alert]')?.textContent).toContain('Write what is right');
    await write('.correct textarea', '180');
    await act(async () => void place.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })));
    expect(host.keep).toHaveBeenCalledWith([one]);
    const fact = place.querySelector('[data-testid=correct-preservationDays]')?.closest('dd');
    expect(fact?.textContent).toMatch(/180corrected by Anna Verdi, 24 Nov 2026The directory says: 90/u);
  });

  it('takes one back', async () => {
    await show([one]);
    await press('[aria-label^="Remove the correction"]');
    expect(host.keep).toHaveBeenCalledWith([]);
    expect(place.textContent).not.toContain('corrected by');
  });

  it('hands corrections on as a file', async () => {
    await show([one]);
    await press('.corrections button');
    expect(readOverlayFile(host.save.mock.calls[0]?.[0] as string)).toEqual([one]);
  });

  it('shows markup in a correction as text, and has no accessibility violations that can be told without layout', async () => {
    await show([{ ...one, value: '<b id="bold">180</b>' }]);
    expect(place.querySelector('#bold')).toBeNull();
    expect(place.textContent).toContain('<b id="bold">180</b>');
    await press('[data-testid=correct-languages]');
    const { violations } = await axe.run(place, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false }, 'target-size': { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
});
