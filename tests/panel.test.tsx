// @vitest-environment happy-dom
import { render } from 'preact';
import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { App } from '../src/panel/app';
import { createStore } from '../src/panel/store';
import { caseKey } from '../src/wire/calls';
import { profileKey } from '../src/wire/settings';
import type { PanelToContent, TabState } from '../src/wire/calls';
import { mailOf, memoryHost, profile, sampleEngine, tabWith } from './panel/sample';

const now = '2026-11-24T17:40:00Z';
let root: HTMLElement;

async function open(state: TabState | null, answer?: (order: PanelToContent) => unknown, language: 'en' | 'it' = 'en') {
  const memory = memoryHost(state, answer);
  memory.areas.local.set(profileKey, profile);
  root = document.body.appendChild(document.createElement('div'));
  const store = createStore(memory.host, sampleEngine, { browserLanguage: 'en', now: () => now, language });
  render(<App store={store} />, root);
  await store.start();
  await vi.waitFor(() => expect(root.textContent).not.toContain('Reading the mail'));
  await settle();
  return { ...memory, store };
}
const settle = async () => {
  for (let turn = 0; turn < 6; turn++) await new Promise((resume) => setTimeout(resume, 0));
};
const find = (id: string) => root.querySelector<HTMLElement>(`[data-testid="${id}"]`);
const all = (id: string) => [...root.querySelectorAll<HTMLElement>(`[data-testid="${id}"]`)];
const press = async (element: Element | null | undefined) => {
  expect(element).toBeTruthy();
  (element as HTMLElement).click();
  await settle();
};
const button = (text: string) => [...root.querySelectorAll('button')].find((one) => one.textContent?.includes(text));
const type = async (id: string, value: string) => {
  const field = find(id) as HTMLTextAreaElement;
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await settle();
};

afterEach(() => {
  render(null, root);
  document.body.replaceChildren();
});

describe('first screen', () => {
  it('says who wrote, what it is, what to do and who had the ball', async () => {
    await open(tabWith(mailOf('m6')));
    expect(find('provider')?.dataset).toMatchObject({ provider: 'whatsapp', trust: 'listed' });
    expect(find('provider')?.textContent).toContain('through counsel, zwillgen.com');
    expect(all('reply-type').map(({ dataset }) => dataset['type'])).toEqual([
      'emergency_not_designated',
      'emergency_denied_or_more_info',
      'no_records',
      'coordination_question',
    ]);
    expect(all('next-step').map(({ dataset }) => [dataset['rank'], dataset['step']])).toEqual([
      ['1', 'resubmit_designated'],
      ['2', 'epoc_emergency'],
      ['3', 'us_agency_channel'],
      ['4', 'preservation_followup'],
    ]);
    expect(root.textContent).toContain('3 h 20 min');
    expect(find('timeline')?.textContent).toMatch(/2 d.*5 d you.*5 d.*3 d you/su);
    expect(find('timeline')?.textContent).toContain('15 days since the first request, 8 on your side.');
    expect(find('timeline')?.textContent).toContain('No hold is confirmed.');
  });

  it('marks what nobody read in the primary text, with its date', async () => {
    await open(tabWith(mailOf('m6')));
    const [, order] = all('next-step');
    expect(order?.textContent).toContain('unverified');
    expect(order?.textContent).toContain('checked 22 Nov 2026');
  });

  it('shows each proof in the mail in turn', async () => {
    const { sent } = await open(tabWith(mailOf('m6')), () => ({ shown: true }));
    expect(find('evidence')?.textContent).toContain('Show in the mail · 1 of 4');
    await press(root.querySelector('[aria-label="Next proof"]'));
    const order = sent.at(-1);
    expect(order).toMatchObject({ type: 'show-evidence', focus: 1 });
    expect(find('status')?.textContent).toBe('Shown in the mail: proof 2 of 4.');
  });

  it('shows a look-alike in red and offers nothing that writes to it', async () => {
    const mail = { ...mailOf('m6'), from: { name: 'WhatsApp LEC', email: 'whatsapplec@zwiligen.com' } };
    await open(tabWith(mail));
    expect(find('provider')?.dataset['trust']).toBe('lookalike');
    expect(root.querySelector('[role="alert"]')?.textContent).toContain('imitates a provider');
    expect(find('insert-draft')).toBeNull();
    expect(find('copy-draft')).toBeNull();
  });

  it('shows the words of a hostile mail as text', async () => {
    const mail = { ...mailOf('m6'), from: { name: '<img src=x onerror=alert(1)>', email: '' } };
    await open(tabWith({ ...mail, id: 'other' }));
    expect(root.querySelector('img')).toBeNull();
    expect(find('provider')?.textContent).toContain('<img src=x');
  });

  it('speaks Italian', async () => {
    await open(tabWith(mailOf('m6')), undefined, 'it');
    expect(root.textContent).toContain('Mittente in elenco');
    expect(find('timeline')?.textContent).toContain('15 giorni dalla prima richiesta');
  });

  it('has no accessibility violations that can be told without layout', async () => {
    for (const id of ['m4', 'm6']) {
      await open(tabWith(mailOf(id)));
      const { violations } = await axe.run(root, {
        rules: { 'color-contrast': { enabled: false }, region: { enabled: false }, 'target-size': { enabled: false } },
      });
      expect(violations.map(({ id: rule, nodes }) => `${rule}: ${nodes[0]?.html}`)).toEqual([]);
      if (id === 'm4') render(null, root);
    }
  });
});

describe('facts of the case', () => {
  it('change the advice at once and are remembered for the thread, without any text of a mail', async () => {
    const { areas, store } = await open(tabWith(mailOf('m4')));
    await press(root.querySelector('input[value="ended"]'));
    expect(find('next-step')?.dataset['step']).toBe('close_out');
    const stored = areas.local.get(caseKey(store.thread.value));
    expect(stored).toMatchObject({ provider: 'whatsapp', facts: { emergency: 'ended' } });
    expect(JSON.stringify(stored)).not.toContain('questions');
    expect(JSON.stringify(stored)).not.toContain('@');
  });

  it('come back with the thread', async () => {
    const { show, store } = await open(tabWith(mailOf('m4')));
    await press(root.querySelector('input[value="now"]'));
    show(null);
    await settle();
    expect(root.textContent).toContain('No mail is open');
    show(tabWith(mailOf('m4')));
    await settle();
    expect(store.facts.value.emergency).toBe('now');
  });
});

describe('questionnaire', () => {
  const fill = async () => {
    for (const key of ['nature', 'who_at_risk', 'imminence', 'data_requested', 'how_it_averts', 'message_copy', 'case_reference'])
      await type(`q-${key}`, `Answer on ${key}`);
  };

  it('carries the provider’s numbers and words, and keeps every key', async () => {
    const { areas } = await open(tabWith(mailOf('m4')));
    await press(find('insert-draft'));
    expect(find('questionnaire')?.textContent).toContain('Question 6');
    expect(find('questionnaire')?.textContent).toContain('What kind of emergency involving death or serious physical injury is it?');
    await type('q-nature', 'Attack announced');
    expect([...areas.session.values()]).toContainEqual({ nature: 'Attack announced' });
    expect([...areas.local.keys()].some((key) => key.startsWith('answers:'))).toBe(false);
  });

  it('blocks the letter while a fact is missing and leads to it', async () => {
    await open(tabWith(mailOf('m4')));
    await press(find('insert-draft'));
    await type('q-nature', 'Attack announced');
    await press(button('Review before inserting'));
    expect(root.querySelector('[role="alert"]')?.textContent).toContain('6 answers still block the letter');
    expect((find('insert-draft') as HTMLButtonElement).disabled).toBe(true);
    await press(root.querySelector('[role="alert"] button'));
    expect(document.activeElement?.getAttribute('data-testid')).toBe('q-who_at_risk');
  });

  it('keeps a field in its place while it is being typed in', async () => {
    await open(tabWith(mailOf('m4')));
    await press(find('insert-draft'));
    await type('q-case_reference', '2');
    await type('q-case_reference', '28');
    expect((find('q-case_reference') as HTMLTextAreaElement).value).toBe('28');
  });

  it('says at once what is wrong with an answer', async () => {
    await open(tabWith(mailOf('m4')));
    await press(find('insert-draft'));
    await type('q-imminence', 'tonight at 22:00');
    expect(find('questionnaire')?.textContent).toContain('The deadline has no time zone.');
    await type('q-imminence', 'tonight at 22:00 (+01:00)');
    expect(find('questionnaire')?.textContent).not.toContain('The deadline has no time zone.');
  });

  it('goes in with one click once the facts are there', async () => {
    const { sent } = await open(tabWith(mailOf('m4')), (order) => (order.type === 'insert-draft' ? { ok: true, by: 'textarea', subjectSet: true } : undefined));
    await press(find('insert-draft'));
    await fill();
    await press(button('Back to the advice'));
    expect(find('insert-draft')?.textContent).toBe('Insert into reply');
    await press(find('insert-draft'));
    expect(sent.at(-1)).toMatchObject({ type: 'insert-draft', draft: { subject: 'EMERGENCY DISCLOSURE REQUEST' } });
    expect(find('status')?.textContent).toContain('Inserted into the reply');
    expect(find('undo-insert')).not.toBeNull();
  });
});

describe('insertion', () => {
  const ready = async (answer: (order: PanelToContent) => unknown) => {
    const opened = await open(tabWith(mailOf('m6')), answer);
    opened.store.setAnswer('case_reference', '283/16');
    await settle();
    return opened;
  };

  it('waits for a reply that opens as a new page', async () => {
    const { areas } = await ready((order) => (order.type === 'open-reply' ? { opened: 'navigating' } : { ok: false, why: 'no-composer' }));
    await press(find('insert-draft'));
    expect(areas.session.get('pending')).toMatchObject({ fingerprint: 'm6', origin: 'https://mail.example.org' });
    expect(find('status')?.textContent).toContain('goes in as soon as it is there');
  });

  it('says what to press where no reply can be opened', async () => {
    await ready((order) => (order.type === 'open-reply' ? { opened: 'press-reply' } : { ok: false, why: 'no-composer' }));
    await press(find('insert-draft'));
    expect(find('status')?.textContent).toContain('Press Reply');
  });

  it('copies, and says so, when the editor refuses or the page is gone', async () => {
    const { copied } = await ready(() => ({ ok: false, why: 'refused-by-editor' }));
    await press(find('insert-draft'));
    expect(copied).toHaveLength(1);
    expect(find('status')?.textContent).toContain('it was copied instead');
  });

  it('takes the person’s own changes', async () => {
    const { sent } = await ready(() => ({ ok: true, by: 'textarea', subjectSet: false }));
    await press(button('Read and edit the draft'));
    await type('draft-body', 'Mine <b>');
    await press(find('insert-draft'));
    expect(sent.at(-1)).toMatchObject({ draft: { text: 'Mine <b>', html: '<div>Mine &lt;b&gt;</div>' } });
    expect(find('status')?.textContent).toContain('EMERGENCY DISCLOSURE REQUEST');
  });
});

describe('no mail', () => {
  it('offers other ways in, and says clearly why one failed', async () => {
    await open(null);
    expect(root.textContent).toContain('No mail is open');
    const field = root.querySelector('textarea') as HTMLTextAreaElement;
    field.value = 'From: somebody';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await press(button('Read this text'));
    expect(find('provider')?.textContent).toContain('Provider not recognised');
  });
});

describe('remarks on what is being written', () => {
  it('are listed, and fixed with one click', async () => {
    const fix = { kind: 'set-subject', text: 'EMERGENCY' } as const;
    const state: TabState = {
      ...tabWith(mailOf('m6')),
      compose: {
        composeId: 'c1',
        webmail: 'demo',
        kind: 'textarea',
        canSetSubject: true,
        outgoing: { id: 'o', to: [], cc: [], subject: '', text: '', attachments: [] },
      },
      findings: [
        { rule: 'missing_designation_subject', severity: 'error', where: 'subject', message: 'The subject does not say that this is an emergency.', fix },
      ],
    };
    const { sent } = await open(state, () => ({ ok: true, by: 'textarea', subjectSet: true }));
    expect(find('finding')?.dataset['rule']).toBe('missing_designation_subject');
    await press(find('finding')?.querySelector('button'));
    expect(sent.at(-1)).toEqual({ type: 'apply-fix', composeId: 'c1', fix });
  });
});
