// @vitest-environment happy-dom
import axe from 'axe-core';
import { render } from 'preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { App } from '../src/panel/app';
import { createStore } from '../src/panel/store';
import { caseKey, type TabState } from '../src/wire/calls';
import { profileKey } from '../src/wire/settings';
import type { StoredCase } from '../src/wire/stored-case';
import { mailOf, memoryHost, profile, sampleEngine, tabWith } from './panel/sample';

const now = '2026-11-24T17:40:00Z';
let root: HTMLElement;
const settle = async () => {
  for (let turn = 0; turn < 6; turn++) await new Promise((resume) => setTimeout(resume, 0));
};
async function open(state: TabState | null, cases: readonly StoredCase[] = []) {
  const memory = memoryHost(state);
  memory.areas.local.set(profileKey, profile);
  for (const one of cases) memory.areas.local.set(caseKey(one.threadKey), one);
  root = document.body.appendChild(document.createElement('div'));
  const store = createStore(memory.host, sampleEngine, { browserLanguage: 'en', now: () => now, language: 'en' });
  render(<App store={store} />, root);
  await store.start();
  await vi.waitFor(() => expect(root.textContent).not.toContain('Reading the mail'));
  await settle();
  return { ...memory, store };
}
const find = (id: string) => root.querySelector<HTMLElement>(`[data-testid="${id}"]`);
afterEach(() => {
  render(null, root);
  document.body.replaceChildren();
});

describe('the emergency is over', () => {
  it('is said with one click: recorded, the hold kept, the closing note open', async () => {
    const { areas, store } = await open(tabWith(mailOf('m4')));
    expect(find('stand-down')).toBeNull();
    store.setFacts({ emergency: 'now', preservation: { state: 'confirmed', since: '2026-11-02', expires: '2027-01-31' } });
    await settle();
    find('stand-down')?.click();
    await settle();
    expect(areas.local.get(caseKey(store.thread.value))).toMatchObject({
      facts: { emergency: 'ended', preservation: { state: 'confirmed', expires: '2027-01-31' } },
      events: expect.arrayContaining([expect.objectContaining({ what: 'emergency-ended', by: 'us', at: now })]),
    });
    expect(store.active.value?.id).toBe('close_out');
    expect(find('draft-body')).not.toBeNull();
    expect(find('status')?.textContent).toContain('keep the hold');
  });
});

describe('the emergency ended on the page of cases', () => {
  it('has ended in the panel too, and stays so when the panel saves', async () => {
    const { areas, store, write } = await open(tabWith(mailOf('m4')));
    store.setFacts({ emergency: 'now' });
    await settle();
    const key = caseKey(store.thread.value);
    const stored = areas.local.get(key) as StoredCase;
    const ended = { at: now, by: 'us', what: 'emergency-ended', key: 'e' } as const;
    write(key, { ...stored, facts: { ...stored.facts, emergency: 'ended' }, events: [...stored.events, ended] });
    await settle();
    expect(store.first.value?.id).toBe('close_out');
    store.setFacts({ dataCategories: ['traffic'] });
    await settle();
    expect(areas.local.get(key)).toMatchObject({ facts: { emergency: 'ended', dataCategories: ['traffic'] }, events: expect.arrayContaining([ended]) });
  });

  it('can be said to go on again in the panel', async () => {
    const { areas, store, write } = await open(tabWith(mailOf('m4')));
    store.setFacts({ emergency: 'ended' });
    store.setFacts({ emergency: 'now' });
    await settle();
    const key = caseKey(store.thread.value);
    write(key, areas.local.get(key));
    await settle();
    expect(store.facts.value.emergency).toBe('now');
  });
});

describe('with no mail open', () => {
  const kept = (threadKey: string, provider: string | null, facts: StoredCase['facts'], at: string): StoredCase => ({
    threadKey,
    provider,
    facts,
    events: [{ at, by: 'us', what: 'message', key: at }],
    updatedAt: at,
  });

  it('the panel says what is due next in every case, the earliest first, and where to see it', async () => {
    await open(null, [
      kept('far', 'discord', { emergency: 'none' }, '2026-11-23T09:00:00Z'),
      kept('late', 'whatsapp', { emergency: 'now' }, '2026-11-24T15:00:00Z'),
    ]);
    await vi.waitFor(() => expect(find('next-dues')).not.toBeNull());
    const lines = [...(find('next-dues')?.querySelectorAll('li') ?? [])].map(({ textContent }) => textContent);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/24 Nov 2026, 18:00 · WhatsAppChase the provider: late/u);
    expect(lines[1]).toMatch(/7 Dec 2026 · DiscordChase the provider$/u);
    expect(find('next-dues')?.querySelector('a')?.getAttribute('href')).toBe('../timeline/index.html?lang=en&case=late');
    const { violations } = await axe.run(root, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false }, 'target-size': { enabled: false } },
    });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });

  it('says nothing of dates where no case is kept', async () => {
    await open(null);
    expect(find('next-dues')).toBeNull();
  });
});
