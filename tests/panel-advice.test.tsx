// @vitest-environment happy-dom
import axe from 'axe-core';
import { render } from 'preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { App } from '../src/panel/app';
import { engine } from '../src/panel/engine';
import { createStore } from '../src/panel/store';
import { profileKey } from '../src/wire/settings';
import { mailOf, memoryHost, profile, tabWith } from './panel/sample';

// A Tuesday, ten in the morning in Milan: four at night on the American east coast.
const now = '2026-11-24T09:00:00Z';
let root: HTMLElement;
const settle = async () => {
  for (let turn = 0; turn < 6; turn++) await new Promise((resume) => setTimeout(resume, 0));
};
async function open(id: string) {
  const memory = memoryHost(tabWith(mailOf(id)));
  memory.areas.local.set(profileKey, profile);
  root = document.body.appendChild(document.createElement('div'));
  const store = createStore(memory.host, engine, { browserLanguage: 'en', now: () => now, language: 'en' });
  render(<App store={store} />, root);
  await store.start();
  await vi.waitFor(() => expect(root.textContent).not.toContain('Reading the mail'));
  await settle();
  return store;
}
const find = (id: string) => root.querySelector<HTMLElement>(`[data-testid="${id}"]`);
const steps = () => [...root.querySelectorAll<HTMLElement>('[data-testid="next-step"]')].map(({ dataset }) => dataset['step']);

afterEach(() => {
  render(null, root);
  document.body.replaceChildren();
});

describe('the advice in the panel', () => {
  test('says at which hour the provider would be reached, and that no deadline moves', async () => {
    await open('m4');
    expect(find('reachable')?.textContent).toContain('04:00 in New York');
    expect(find('reachable')?.textContent).toContain('no deadline moves');
  });

  test('holds the answers against the tests that apply: a tick for a fact, a circle for a gap', async () => {
    const store = await open('m4');
    expect(find('thresholds')?.textContent).toContain('18 U.S.C. § 2702');
    const open1 = find('thresholds')?.querySelectorAll('li.gap').length ?? 0;
    store.setAnswer('nature', 'He says that he will blow himself up.');
    await settle();
    expect(find('thresholds')?.querySelectorAll('li.gap').length).toBeLessThan(open1);
    expect(find('thresholds')?.textContent).toContain('He says that he will blow himself up.');
  });

  test('answers that speak of arrests close the emergency lane on one click, and the stand-down comes first', async () => {
    const store = await open('m4');
    store.setFacts({ emergency: 'now' });
    store.setAnswer('nature', 'Both suspects have been arrested this morning.');
    await settle();
    expect(find('guard')?.dataset['guard']).toBe('past');
    find('guard')?.querySelector('button')?.click();
    await settle();
    expect(find('guard')).toBeNull();
    expect(steps()[0]).toBe('close_out');
  });

  test('without an addressee in the Union there is no European order', async () => {
    const store = await open('m2');
    store.setFacts({ emergency: 'none' });
    await settle();
    expect(steps()).toContain('epoc');
    const toggle = root.querySelector<HTMLButtonElement>('[aria-controls="case-form"]');
    if (toggle?.getAttribute('aria-expanded') !== 'true') toggle?.click();
    await settle();
    const choice = find('place-euAddressee') as HTMLSelectElement;
    choice.value = '-';
    choice.dispatchEvent(new Event('change', { bubbles: true }));
    await settle();
    expect(steps()).not.toContain('epoc');
    expect(steps()).toContain('mlat_request');
  });

  test('is accessible with everything open', async () => {
    await open('m6');
    for (const details of root.querySelectorAll('details')) details.open = true;
    const { violations } = await axe.run(root, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
});
