// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { correctedProvider, correctedProviders, correctionsFor, isCorrected } from '../src/core/directory/corrected';
import type { Correction } from '../src/core/directory/overlay';
import { engine } from '../src/panel/engine';
import { App } from '../src/panel/app';
import { createStore } from '../src/panel/store';
import { providers } from '../src/data/providers';
import { correctionsKey, profileKey } from '../src/wire/settings';
import { mailOf, memoryHost, profile, tabWith } from './panel/sample';

const by = { author: 'Anna Verdi', on: '2026-11-03' } as const;
const of = (row: Correction['row'], value: string, provider = 'whatsapp'): Correction => ({ provider, row, value, ...by });
const whatsapp = providers.find(({ id }) => id === 'whatsapp') ?? expect.fail('no entry');

describe('a provider as the office knows it', () => {
  it('has the office’s numbers, states and addresses where the directory had others', () => {
    const found = correctedProvider(whatsapp, [
      of('preservationDays', '120 days'),
      of('preservationRenewals', '2 × 60'),
      of('portal', 'New portal\nhttps://portal.example/requests'),
      of('euAddressee', 'WhatsApp Ireland Limited\nNL'),
      of('designation', 'EMERGENCY, LIFE AT RISK'),
      of('emergencyContacts', 'night@provider.example\n+1 650 555 0100'),
    ]);
    expect(found.preservation).toMatchObject({ days: 120, renewals: 2, renewalDays: 60 });
    expect(found.portal).toMatchObject({ name: 'New portal', url: 'https://portal.example/requests' });
    expect(found.euAddressee).toMatchObject({ entity: 'WhatsApp Ireland Limited', state: 'NL' });
    expect(found.emergency.designation.subject).toBe('EMERGENCY, LIFE AT RISK');
    expect([isCorrected(found, 'portal'), isCorrected(found, 'languages'), isCorrected(whatsapp, 'portal')]).toEqual([true, false, false]);
    expect(found.contacts.filter(({ use }) => use.includes('emergency')).map(({ type }) => type)).toEqual(['email', 'phone']);
  });
  it('stays as it is where the words give no number, and never gets another mail domain', () => {
    const found = correctedProvider(whatsapp, [of('preservationDays', 'ask them'), of('preservationRenewals', 'perhaps'), of('mailDomains', 'evil.example')]);
    expect(found).toEqual(whatsapp);
    expect(correctedProviders(providers, [])).toBe(providers);
  });
  it('is named with each step that rests on it, and with no other', () => {
    const overlay = [of('portal', 'https://portal.example'), of('preservationDays', '30'), of('portal', 'https://other.example', 'discord')];
    expect(correctionsFor('preservation_request', 'whatsapp', overlay)).toHaveLength(2);
    expect(correctionsFor('mlat_request', 'whatsapp', overlay)).toEqual([]);
    expect(correctionsFor('preservation_request', undefined, overlay)).toEqual([]);
  });
});

describe('the panel of an office that corrected the directory', () => {
  afterEach(() => {
    engine.correct?.([]);
    document.body.replaceChildren();
  });
  it('advises and dates by the corrected facts, and says whose they are and what is unverified', async () => {
    const { host, areas } = memoryHost(tabWith(mailOf('m2')));
    areas.local.set(profileKey, profile);
    areas.local.set(correctionsKey, [of('portal', 'Night desk\nhttps://night.example/desk'), of('preservationDays', '40')]);
    const root = document.body.appendChild(document.createElement('div'));
    const store = createStore(host, engine, { browserLanguage: 'en', now: () => '2016-04-16T08:00:00Z', language: 'en' });
    render(<App store={store} />, root);
    await store.start();
    await vi.waitFor(() => expect(root.querySelector('[data-testid=next-step]')).not.toBeNull());
    store.setFacts({ emergency: 'now' });
    await vi.waitFor(() => expect(store.first.value?.id).toBe('emergency_disclosure'));
    expect(store.first.value?.channel).toContain('https://night.example/desk (as your office corrected the directory)');
    await vi.waitFor(() =>
      expect(root.querySelector('[data-testid=office-word]')?.textContent).toMatch(/night\.example.*corrected by Anna Verdi, 3 Nov 2026/u),
    );
    // A hold of which only the beginning is known ends when the office says that holds end.
    store.setFacts({ preservation: { state: 'confirmed', since: '2016-04-15' } });
    await vi.waitFor(() => expect(root.querySelector('[data-testid=timeline]')?.textContent).toMatch(/held until 25 May 2016.*reckoned.*40.*Anna Verdi/u));
    store.step.value = 'emergency_disclosure';
    store.view.value = 'draft';
    await vi.waitFor(() => expect(root.querySelector('[data-testid=draft-checks]')?.textContent).toContain('Unverified: check before you send'));
    expect(root.querySelector('[data-testid=draft-checks]')?.textContent).toContain('unverified');
    render(null, root);
  });
});
