// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import mails from './scenario-mails.json';
import { parseAddress } from '../src/mailfile/address';
import { firmer, likelySame } from '../src/core/case/join';
import { engine } from '../src/panel/engine';
import { App } from '../src/panel/app';
import { createStore } from '../src/panel/store';
import { caseKey } from '../src/wire/calls';
import { joinsKey, profileKey } from '../src/wire/settings';
import { forgottenKey, type StoredCase } from '../src/wire/stored-case';
import { mailOf, memoryHost, profile, tabWith } from './panel/sample';

let root: HTMLElement;
const settle = async () => {
  for (let turn = 0; turn < 10; turn++) await new Promise((resume) => setTimeout(resume, 0));
};
async function open(id: string, others: readonly StoredCase[] = [], joins = {}) {
  const memory = memoryHost(tabWith(mailOf(id)));
  memory.areas.local.set(profileKey, profile);
  memory.areas.local.set(joinsKey, joins);
  for (const one of others) memory.areas.local.set(caseKey(one.threadKey), one);
  root = document.body.appendChild(document.createElement('div'));
  const store = createStore(memory.host, engine, { browserLanguage: 'en', now: () => '2016-04-28T20:00:00Z', language: 'en' });
  render(<App store={store} />, root);
  await store.start();
  await settle();
  return { ...memory, store };
}
const thread = (threadKey: string, more: Partial<StoredCase> = {}): StoredCase => ({
  threadKey,
  provider: 'whatsapp',
  facts: { emergency: 'unknown' },
  events: [{ at: '2016-04-01T09:00:00Z', by: 'us', what: 'message', key: `${threadKey}1` }],
  updatedAt: '2016-04-02T09:00:00Z',
  ...more,
});
afterEach(() => {
  render(null, root);
  document.body.replaceChildren();
});

describe('threads that are one case', () => {
  it('count together in the panel: the earliest request, the hold, the number of threads', async () => {
    const other = thread('other', { facts: { emergency: 'unknown', preservation: { state: 'confirmed', expires: '2016-07-12' } } });
    const first = await open('m4');
    const key = first.store.thread.value;
    expect(first.store.ball.value.first).toContain('2016-04-13');
    render(null, root);
    const { store } = await open('m4', [other], { other: key });
    expect(store.ball.value.first).toBe('2016-04-01T09:00:00Z');
    expect(store.known.value.preservation?.expires).toBe('2016-07-12');
    const bar = root.querySelector('[data-testid=timeline]')?.textContent ?? '';
    expect(bar).toContain('With 1 thread that you joined to this one.');
    expect(bar).toContain('12 Jul 2016');
  });

  it('are offered by a common reference, joined only when the person says so', async () => {
    const { store, areas } = await open('m4', [thread('other', { references: ['IR N930'] }), thread('stranger', { references: ['IR N931'] })]);
    store.setFacts({ preservation: { state: 'confirmed', reference: 'ir-n930' } });
    await settle();
    await store.neighbours.look();
    await vi.waitFor(() => expect(root.querySelector('[data-testid=join-offer]')?.textContent).toContain('carries the same reference'));
    expect(areas.local.get(joinsKey)).toEqual({});
    root.querySelector<HTMLButtonElement>('[data-testid=join-offer] button')?.click();
    await settle();
    expect(areas.local.get(joinsKey)).toEqual({ other: store.thread.value });
    expect(store.ball.value.first).toBe('2016-04-01T09:00:00Z');
    await vi.waitFor(() => expect(root.querySelector('[data-testid=join-offer]')).toBeNull());
  });

  it('are not guessed from a word without digits, nor across providers', () => {
    const one = thread('one', { references: ['URGENT', '12'] });
    expect(likelySame(one, [thread('two', { references: ['URGENT', '12'] })])).toEqual([]);
    expect(likelySame(thread('a', { references: ['0-7766'] }), [thread('b', { references: ['07766'], provider: 'google' })])).toEqual([]);
    expect(likelySame(thread('a', { references: ['0-7766'] }), [thread('b', { references: ['07766'] })])).toHaveLength(1);
  });
});

describe('a case that was forgotten', () => {
  it('does not come back while its thread stays open, nor when the panel is opened anew; it does when the person says something', async () => {
    const { store, areas, write } = await open('m4');
    const key = caseKey(store.thread.value);
    store.setFacts({ emergency: 'now' });
    await settle();
    expect(areas.local.has(key)).toBe(true);
    areas.session.set(forgottenKey, [store.thread.value]);
    areas.local.delete(key);
    await write(key, undefined);
    await settle();
    expect(store.facts.value.emergency).toBe('unknown');
    expect(areas.local.get(key)).toBeUndefined();
    const again = createStore(memoryWith(areas).host, engine, { browserLanguage: 'en', now: () => '2016-04-28T20:00:00Z', language: 'en' });
    await again.start();
    await settle();
    expect(areas.local.get(key)).toBeUndefined();
    store.setFacts({ emergency: 'none' });
    await settle();
    expect(areas.local.get(key)).toMatchObject({ facts: { emergency: 'none' } });
  });
});

/** Another panel over the same store. */
function memoryWith(areas: ReturnType<typeof memoryHost>['areas']) {
  const memory = memoryHost(tabWith(mailOf('m4')));
  for (const area of ['local', 'session'] as const) memory.areas[area] = areas[area];
  return memory;
}

describe('when a mail came in', () => {
  it('is the mail’s own date until the person says otherwise; its clocks follow, and it is remembered', async () => {
    const { store, areas } = await open('m4');
    expect(store.received.value).toEqual({});
    [...root.querySelectorAll('button')].find(({ textContent }) => textContent === 'Change')?.click();
    await settle();
    const field = root.querySelector<HTMLInputElement>('[data-testid=received-on]') ?? expect.fail('no field');
    expect(field.value).toBe('2016-04-25T22:37');
    field.value = '2016-04-27T09:00';
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await settle();
    expect(Object.values(store.received.value)).toEqual(['2016-04-27T09:00:00+02:00']);
    expect(Object.values((areas.local.get(caseKey(store.thread.value)) as StoredCase).received ?? {})).toEqual(['2016-04-27T09:00:00+02:00']);
  });
  it('counts an order from the addressee’s receipt, and says when that is only assumed', () => {
    const mail = mails['mlat_nl'];
    const message = { ...mail, id: 'a', from: parseAddress(mail.from), to: [], cc: [], attachments: [], date: '2026-11-24T10:00:00+01:00' };
    const order = (served?: string) =>
      engine
        .assess(message, {
          now: '2026-11-24T12:00:00+01:00',
          language: 'en',
          case: { emergency: 'none', dataCategories: ['subscriber'], euAddressee: 'NL', ...(served ? { served: { epoc: served } } : {}) },
          profile: { country: 'IT', role: 'prosecutor' },
        })
        .nextSteps.find(({ id }) => id === 'epoc');
    expect(order()).toMatchObject({ due: '2026-12-04T12:00:00+01:00' });
    expect(order()?.clock).toContain('counted as if received now');
    expect(order('2026-11-20T09:00:00+01:00')).toMatchObject({ due: '2026-11-30T09:00:00+01:00' });
    expect(order('2026-11-20T09:00:00+01:00')?.clock).not.toContain('as if');
  });
  it('sets the clock that the law lets run from the receipt', () => {
    const mail = mails['a3_incomplete'];
    const message = { ...mail, id: 'a', from: parseAddress(mail.from), to: [], cc: [], attachments: [], date: '2026-11-24T10:00:00+01:00' };
    const given = {
      now: '2026-11-24T12:00:00+01:00',
      language: 'en',
      case: { emergency: 'none', euAddressee: 'IE' },
      profile: { country: 'IT', role: 'prosecutor' },
    } as const;
    const due = (received?: string) =>
      engine.assess(message, { ...given, ...(received ? { received } : {}) }).nextSteps.find(({ id }) => id === 'correct_epoc')?.due;
    expect(due()).toBe('2026-11-29T10:00:00+01:00');
    expect(due('2026-11-22T09:30:00+01:00')).toBe('2026-11-27T09:30:00+01:00');
  });
});

describe('two notes of one hold', () => {
  const one = { state: 'confirmed', reference: 'REF 77A' } as const;
  it('are put together when nothing speaks against it, and kept apart when they name different holds', () => {
    expect(firmer(one, { state: 'confirmed', since: '2026-09-01', reference: 'ref-77a' })).toMatchObject({ since: '2026-09-01', reference: 'REF 77A' });
    expect(firmer(one, { state: 'confirmed', expires: '2026-12-01', reference: 'OTHER-1' })).toEqual({
      state: 'confirmed',
      expires: '2026-12-01',
      reference: 'OTHER-1',
    });
    expect(firmer({ state: 'requested' }, one)).toEqual(one);
  });
});
