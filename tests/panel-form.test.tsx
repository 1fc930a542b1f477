// @vitest-environment happy-dom
import { render } from 'preact';
import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { App } from '../src/panel/app';
import { engine } from '../src/panel/engine';
import { lastFormKey } from '../src/panel/last-form';
import { createStore } from '../src/panel/store';
import { profileKey } from '../src/wire/settings';
import { mailOf, memoryHost, profile, tabWith } from './panel/sample';

const now = '2016-04-26T08:00:00Z';
let root: HTMLElement;
const settle = async () => {
  for (let turn = 0; turn < 8; turn++) await new Promise((resume) => setTimeout(resume, 0));
};
const find = (id: string) => root.querySelector<HTMLElement>(`[data-testid="${id}"]`);
const all = (id: string) => [...root.querySelectorAll<HTMLElement>(`[data-testid="${id}"]`)];
const press = async (element: Element | null | undefined) => {
  expect(element).toBeTruthy();
  (element as HTMLElement).click();
  await settle();
};
const type = async (id: string, value: string) => {
  const field = find(id) as HTMLInputElement;
  expect(field, id).toBeTruthy();
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await settle();
};
const value = (id: string) => (find(id) as HTMLTextAreaElement).value;

async function openForm(before?: (areas: ReturnType<typeof memoryHost>['areas']) => void, language: 'en' | 'it' = 'en') {
  const memory = memoryHost(tabWith(mailOf('m4')));
  memory.areas.local.set(profileKey, profile);
  before?.(memory.areas);
  root = document.body.appendChild(document.createElement('div'));
  const store = createStore(memory.host, engine, { browserLanguage: 'en', now: () => now, language });
  render(<App store={store} />, root);
  await store.start();
  await vi.waitFor(() => expect(store.assessment.value).toBeTruthy());
  store.view.value = 'form';
  await settle();
  return { ...memory, store };
}

afterEach(() => {
  render(null, root);
  document.body.replaceChildren();
});

describe('the questionnaire', () => {
  it('is one whole form in sections, each with its progress', async () => {
    await openForm();
    expect(all('form-section').map(({ dataset }) => dataset['section'])).toEqual(['danger', 'data', 'proof', 'letter']);
    expect(all('form-section')[0]?.textContent).toContain('0 of 3');
    await type('q-nature', 'A bomb attack on a cathedral in Rome, announced by two suspects in a wiretapped call of yesterday.');
    expect(all('form-section')[0]?.textContent).toContain('1 of 3');
    expect(root.querySelector('progress')?.value).toBe(1);
  });

  it('asks on where an answer leaves something open, and puts that into the letter', async () => {
    const { store } = await openForm();
    expect(find('f-imminence..source')).toBeNull();
    await type('q-imminence', 'Tonight at 21:00');
    expect(find('f-imminence..zone')).toBeTruthy();
    await type('f-imminence..zone', 'UTC+02:00');
    await type('f-imminence..source', 'a wiretap of 25 April');
    expect(store.draft.value?.text).toContain('Tonight at 21:00\nTime zone: UTC+02:00.\nHow it is known: a wiretap of 25 April.');
  });

  it('computes the next contact from a rhythm, marked as computed', async () => {
    await openForm();
    await type('w-act', 'an attack on churchgoers');
    await type('w-lastContact', '2016-04-12T22:00');
    await type('w-rhythm', '15');
    const computed = [...root.querySelectorAll('[data-computed="true"]')].map(({ textContent }) => textContent);
    expect(computed).toEqual([expect.stringContaining('27 April 2016')]);
    await press(find('put-imminence'));
    expect(value('q-imminence')).toContain('(computed)');
    expect(document.activeElement?.id).toBe('a-imminence');
  });

  it('mends an account’s number in its place', async () => {
    await openForm();
    await type('q-data_requested', 'registration data of 347 555 0101');
    expect(all('identifier').map(({ dataset, textContent }) => [dataset['kind'], dataset['ok'], textContent?.includes('+393475550101')])).toContainEqual([
      'phone',
      'true',
      true,
    ]);
    await press(all('identifier')[0]?.querySelector('button'));
    expect(value('q-data_requested')).toBe('registration data of +393475550101');
  });

  it('narrows to kinds of data and a period, without what is known not to be held', async () => {
    await openForm();
    await type('q-data_requested', 'all data');
    expect((find('n-content') as HTMLInputElement).disabled).toBe(true);
    expect((find('put-narrow') as HTMLButtonElement).disabled).toBe(true);
    await type('n-since', '2016-04-20T00:00');
    await type('n-until', '2016-04-26T00:00');
    await press(find('put-narrow'));
    expect(value('q-data_requested')).toMatch(/^registration data; .*20 April 2016.*Nothing else is requested\.$/u);
  });

  it('copies facts from the previous form into empty fields only', async () => {
    const { store } = await openForm(({ session }) =>
      session.set(lastFormKey, { thread: 'another', answers: { nature: 'from before', who_at_risk: 'the faithful', message_copy: 'old.png' } }),
    );
    await type('q-nature', 'mine');
    await press(find('copy-facts'));
    expect([value('q-nature'), value('q-who_at_risk'), value('q-message_copy')]).toEqual(['mine', 'the faithful', '']);
    expect(store.status.value?.key).toBe('form.copied');
    expect(find('copy-facts')).toBeNull();
  });

  it('loses nothing on the way to the review and back', async () => {
    const { areas } = await openForm();
    await type('q-nature', 'An attack.');
    await press([...root.querySelectorAll('button')].find(({ type: kind }) => kind === 'submit'));
    expect(root.textContent).toContain('An attack.');
    await press([...root.querySelectorAll('button')].find(({ textContent }) => textContent === 'Edit'));
    expect(value('q-nature')).toBe('An attack.');
    expect([...areas.session.values()]).toContainEqual(expect.objectContaining({ nature: 'An attack.' }));
  });

  it.each(['en', 'it'] as const)('has no barrier that axe can find, with every builder open, in %s', async (language) => {
    await openForm(undefined, language);
    await type('q-imminence', 'domani alle 21:00');
    await type('q-data_requested', '93.44.12.8');
    for (const one of root.querySelectorAll('details')) one.open = true;
    const { violations } = await axe.run(root, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
});
