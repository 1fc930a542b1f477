// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, describe, expect, it } from 'vitest';
import { App } from '../src/panel/app';
import { engine } from '../src/panel/engine';
import { createStore } from '../src/panel/store';
import { profileKey } from '../src/wire/settings';
import { mailOf, memoryHost, profile, tabWith } from './panel/sample';

const settle = async () => {
  for (let turn = 0; turn < 6; turn++) await new Promise((resume) => setTimeout(resume, 0));
};
let root: HTMLElement;

async function open(id: string) {
  const memory = memoryHost(tabWith(mailOf(id)), (order) => (order.type === 'insert-draft' ? { ok: true, by: 'textarea', subjectSet: true } : undefined));
  memory.areas.local.set(profileKey, profile);
  root = document.body.appendChild(document.createElement('div'));
  const store = createStore(memory.host, engine, { browserLanguage: 'en', now: () => '2026-11-24T17:40:00Z' });
  render(<App store={store} />, root);
  await store.start();
  await settle();
  store.setFacts({ emergency: 'now', dataCategories: ['identification'] });
  await settle();
  return { ...memory, store };
}
const all = (id: string) => [...root.querySelectorAll<HTMLElement>(`[data-testid="${id}"]`)];

afterEach(() => {
  render(null, root);
  document.body.replaceChildren();
});

describe('the Milan thread with all the knowledge that ships', () => {
  it('turns the six questions of 25 April into a letter', async () => {
    const { store, sent } = await open('m4');
    expect(all('provider')[0]?.dataset).toMatchObject({ provider: 'whatsapp', trust: 'listed' });
    expect(all('next-step')[0]?.dataset['step']).toBe('answer_emergency_questions');
    all('insert-draft')[0]?.click();
    await settle();
    const fields = all('questionnaire')[0]?.querySelectorAll<HTMLTextAreaElement>('textarea') ?? [];
    expect([...fields].slice(0, 6).map(({ dataset }) => dataset['testid'])).toEqual([
      'q-nature',
      'q-who_at_risk',
      'q-imminence',
      'q-data_requested',
      'q-how_it_averts',
      'q-message_copy',
    ]);
    for (const { dataset } of fields) store.setAnswer((dataset['testid'] ?? '').slice(2), `Given: ${dataset['testid']}`);
    store.view.value = 'advice';
    await settle();
    all('insert-draft')[0]?.click();
    await settle();
    const order = sent.find(({ type }) => type === 'insert-draft');
    expect(order?.type === 'insert-draft' && order.draft.text).toContain('Given: q-how_it_averts');
    expect(order?.type === 'insert-draft' && order.draft.subject).toContain('EMERGENCY');
  });

  it('shows the four answers of 28 April, each with its proof', async () => {
    await open('m6');
    const types = all('reply-type').map(({ dataset }) => dataset['type']);
    expect(types[0]).toBe('emergency_not_designated');
    expect(types.toSorted()).toEqual(['coordination_question', 'emergency_denied_or_more_info', 'emergency_not_designated', 'no_records']);
    expect(all('evidence')[0]?.textContent).toContain('designated');
  });
});
