import { describe, expect, test } from 'vitest';
import { guard, thresholds } from '../src/core/deciding/thresholds';
import type { Situation } from '../src/core/deciding/situation';
import { deciding } from '../src/data/deciding';
import { providers } from '../src/data/providers';

const whatsapp = providers.find(({ id }) => id === 'whatsapp') ?? null;
const situation: Situation = {
  isProviderReply: true,
  replyTypes: ['emergency_questionnaire'],
  match: null,
  provider: whatsapp,
  case: { emergency: 'now', dataCategories: ['subscriber', 'identification'] },
  profile: { country: 'IT', role: 'prosecutor' },
  now: '2026-11-24T09:00:00+01:00',
};
const states = (given: Situation, answers: Readonly<Record<string, string>>, id: string) =>
  Object.fromEntries(
    thresholds(given, answers, deciding, 'en')
      .find((one) => one.id === id)
      ?.elements.map(({ id: element, state }) => [element, state]) ?? [],
  );

describe('the facts beside the tests', () => {
  test('the tests that apply: the provider’s, § 2702 for a US company, the Regulation’s, the Convention’s for the freeze', () => {
    expect(thresholds(situation, {}, deciding, 'en').map(({ id }) => id)).toEqual(['provider', 'us-2702', 'ev-3', 'bud-29']);
  });
  test('in 2016 there is no Regulation', () => {
    expect(thresholds({ ...situation, now: '2016-04-25T22:40:00+02:00' }, {}, deciding, 'en').map(({ id }) => id)).toEqual(['provider', 'us-2702', 'bud-29']);
  });
  test('to a Swiss company no US statute applies', () => {
    const threema = providers.find(({ id }) => id === 'threema') ?? null;
    expect(thresholds({ ...situation, provider: threema }, {}, deciding, 'en').map(({ id }) => id)).not.toContain('us-2702');
  });
  test('an element without a fact behind it is a gap, one with an answer is met', () => {
    const answers = { nature: 'A man says that he will blow himself up.', imminence: 'Tonight, 21:00 UTC+1, by an intercepted call of today.' };
    expect(states(situation, answers, 'us-2702')).toEqual({ emergency: 'met', person: 'gap', delay: 'met', relating: 'gap', 'good-faith': 'met' });
    expect(states(situation, answers, 'ev-3')).toEqual({ imminent: 'met', life: 'met', person: 'gap', reasons: 'met' });
  });
  test('an offence below the threshold speaks against an order for content; both limbs of Art. 8(2) are looked at apart', () => {
    const content: Situation = {
      ...situation,
      case: { emergency: 'now', dataCategories: ['content'], offence: { maxYears: 2 }, offenceIn: 'IT', suspectResidesIn: 'SY' },
    };
    expect(states(content, {}, 'ev-5-4')).toMatchObject({ threshold: 'contrary' });
    expect(states(content, {}, 'ev-8-2')).toEqual({ offence: 'met', residence: 'contrary' });
  });
});

describe('the guard of the emergency lane', () => {
  const now = '2026-11-24T09:00:00+01:00';
  test.each([
    ['arrests made', { nature: 'The two suspects have been arrested this morning.' }, 'past'],
    ['a crime of last year', { nature: 'Una donna è stata uccisa; cerchiamo l’autore.' }, 'past'],
    ['a deadline that has passed', { nature: 'He threatens to kill her.', imminence: 'On 20/11/2026 at 18:00 UTC+1' }, 'deadline'],
    ['propaganda, nobody in danger', { nature: 'The user shares ISIS propaganda and a news story.' }, 'speech'],
    ['a plan to attack', { nature: 'He posted propaganda and is planning to attack a church.' }, null],
    ['an arrest, but a second man at large', { nature: 'One man was arrested; the other intends to bomb the station.' }, null],
    ['a deadline ahead', { nature: 'He threatens to kill her.', imminence: 'On 25/11/2026 at 18:00 UTC+1' }, null],
    ['nothing entered', {}, null],
  ] as const)('%s', (_what, answers, id) => expect(guard(answers, now, deciding, 'en')?.id ?? null).toBe(id));
});
