import { describe, expect, it } from 'vitest';
import { createStore } from '../src/panel/store';
import { engine } from '../src/panel/engine';
import { answersKey, caseKey } from '../src/wire/calls';
import { profileKey } from '../src/wire/settings';
import { replayKey } from '../src/wire/replay';
import { threadKey } from '../src/core/thread';
import { mailOf, memoryHost, profile, tabWith } from './panel/sample';

const settle = async () => {
  for (let turn = 0; turn < 10; turn++) await new Promise((resume) => setTimeout(resume, 0));
};
const alone = (id: string) => {
  const { thread: _thread, ...mail } = mailOf(id);
  return { ...mail, to: mail.from.email.endsWith('zwillgen.com') ? [] : [{ name: '', email: 'whatsapplec@zwillgen.com' }] };
};
async function open(id: string) {
  const memory = memoryHost(tabWith(alone(id)));
  memory.areas.local.set(profileKey, profile);
  const store = createStore(memory.host, engine, { browserLanguage: 'en', now: () => '2016-04-28T20:00:00Z' });
  await store.start();
  await settle();
  return { ...memory, store };
}

describe('the memory of a thread', () => {
  it('counts every mail that was seen, our own letters too, whatever the provider put before the subject', async () => {
    const { store, show } = await open('m1');
    for (const id of ['m2', 'm3', 'm4', 'm5', 'm6']) {
      show(tabWith(alone(id)));
      await settle();
    }
    const { days, ourDays, stretches } = store.ball.value;
    expect([days, ourDays]).toEqual([15, 8]);
    expect(stretches.map((one) => one.days).filter((one) => one > 0)).toEqual([2, 5, 5, 3]);
  });

  it('lets what is said while the store is still being read win, and keeps the rest', async () => {
    const { store, show, areas } = await open('m4');
    const key = store.thread.value;
    store.setFacts({ emergency: 'none', dataCategories: ['traffic'] });
    store.setAnswer('nature', 'first');
    await settle();
    show(null);
    await settle();
    show(tabWith(alone('m4')));
    // The panel has been told of the mail, the store has not answered yet.
    await Promise.resolve();
    await Promise.resolve();
    store.setFacts({ emergency: 'now' });
    store.setAnswer('who_at_risk', 'second');
    await settle();
    expect(store.facts.value).toMatchObject({ emergency: 'now', dataCategories: ['traffic'] });
    expect(store.answers.value).toMatchObject({ nature: 'first', who_at_risk: 'second' });
    expect(areas.local.get(caseKey(key))).toMatchObject({ facts: { emergency: 'now', dataCategories: ['traffic'] } });
    expect(areas.session.get(answersKey(key))).toMatchObject({ nature: 'first', who_at_risk: 'second' });
  });

  it('tells a replayed day with what the file knew, and lets the person say otherwise', async () => {
    const { store, show, areas } = await open('m2');
    areas.session.set(replayKey, { now: '2016-04-25T22:37:00+02:00', facts: { emergency: 'now' }, answers: { nature: 'attack' } });
    show(tabWith(alone('m4')));
    await settle();
    expect(store.facts.value.emergency).toBe('now');
    expect(store.answers.value['nature']).toBe('attack');
    expect(store.now.value).toBe('2016-04-25T22:37:00+02:00');
    store.setFacts({ emergency: 'none' });
    await settle();
    expect(store.facts.value.emergency).toBe('none');
  });
});

describe('a letter of ours to somebody else', () => {
  it('is on our side, without a warning about its sender, and leads up', async () => {
    const { store, show, areas } = await open('m6');
    const letter = {
      ...alone('m5'),
      id: 'm7',
      date: '2016-05-02T10:00:00+02:00',
      subject: 'WhatsApp: emergency procedure',
      to: [{ name: '', email: 'attache@justice.test' }],
    };
    areas.session.set(replayKey, { now: letter.date, facts: { emergency: 'ended' } });
    show(tabWith({ ...letter, thread: ['m1', 'm2', 'm3', 'm4', 'm5', 'm6'].map(alone) }));
    await settle();
    expect(store.own.value).toEqual({ to: null });
    expect(store.facts.value.emergency).toBe('ended');
    expect(store.ball.value).toMatchObject({ days: 19, ourDays: 12 });
    expect(store.first.value?.id).toBe('escalate_attache');
  });
});

describe('the key of a thread', () => {
  it('is the same with and without the provider’s ticket', () => {
    const ours = threadKey('whatsapp', 'Procedimento penale nr. 283/16 RGNR - Information Request');
    expect(threadKey('whatsapp', 'WhatsApp IR N930 / RE: Procedimento penale nr. 283/16 RGNR - Information Request')).toBe(ours);
    expect(threadKey('whatsapp', 'RE: [Ticket 12] R: Procedimento penale nr. 283/16 RGNR - Information Request')).toBe(ours);
    expect(threadKey('whatsapp', 'Procedimento penale nr. 283/16 RGNR - Information Request II')).not.toBe(ours);
  });
});
