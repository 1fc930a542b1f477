import { describe, expect, test } from 'vitest';
import { decidingBook } from '../src/data/schema/deciding';
import { deciding } from '../src/data/deciding';
import { providers } from '../src/data/providers';
import { nextSteps, type Situation } from '../src/core/deciding/next-steps';
import { flagIds, replyTypeIds, stepIds, type ReplyTypeId } from '../src/core/ids';
import type { Case } from '../src/core/case';

const whatsapp = providers.find(({ id }) => id === 'whatsapp') ?? null;
const now2016 = '2016-04-28T20:40:00+02:00';
const now2026 = '2026-11-24T09:00:00+01:00';

function steps(replyTypes: readonly ReplyTypeId[], facts: Case, now: string, more: Partial<Situation> = {}): readonly string[] {
  const situation: Situation = {
    isProviderReply: true,
    replyTypes,
    match: { id: 'whatsapp', matchedBy: 'counsel', trust: 'listed', domain: 'zwillgen.com', reasons: [] },
    provider: whatsapp,
    case: facts,
    profile: { country: 'IT', role: 'prosecutor' },
    now,
    ...more,
  };
  return nextSteps(situation, deciding, 'en').nextSteps.map(({ id }) => id);
}

describe('the data of the decisions', () => {
  test('have the shape that the schema wants', () => {
    expect(decidingBook.safeParse(deciding).error?.issues ?? []).toEqual([]);
  });
  test('name every step and flag once', () => {
    expect(deciding.steps.map(({ id }) => id).sort()).toEqual([...stepIds].sort());
    expect(deciding.flags.map(({ id }) => id).sort()).toEqual([...flagIds].sort());
  });
  test('say everything in both languages', () => {
    const [en, italian] = [deciding.texts['en'], deciding.texts['it']];
    for (const part of Object.keys(en ?? {}) as (keyof NonNullable<typeof en>)[])
      expect(Object.keys(italian?.[part] ?? {}).sort()).toEqual(Object.keys(en?.[part] ?? {}).sort());
    for (const step of deciding.steps) {
      expect(en?.titles[step.id], `There is no title for ${step.id}.`).toBeTruthy();
      for (const need of step.needs) expect(en?.needs[need], `There are no words for the need "${need}".`).toBeTruthy();
      for (const caveat of step.caveats) expect(en?.caveats[caveat], `There are no words for the caveat "${caveat}".`).toBeTruthy();
      for (const source of step.basis)
        expect(
          deciding.sources.some(({ id }) => id === source),
          `There is no source "${source}".`,
        ).toBe(true);
    }
  });
});

describe('the Milan thread', () => {
  test('15 April 2016, life at risk: the emergency door, the network and a US agency, the freeze, assistance; no European order', () => {
    expect(steps(['jurisdiction_refusal'], { emergency: 'now', dataCategories: ['content'] }, '2016-04-15T10:00:00+02:00')).toEqual([
      'emergency_disclosure',
      'network_24_7',
      'us_agency_channel',
      'preservation_request',
      'mlat_request',
    ]);
  });
  test('15 April, as of today: the emergency order for identification data goes first', () => {
    const today = steps(['jurisdiction_refusal'], { emergency: 'now', dataCategories: ['subscriber', 'identification'] }, now2026);
    expect(today.slice(0, 3)).toEqual(['epoc_emergency', 'emergency_disclosure', 'epoc_pr']);
  });
  test('25 April: answer the questions first', () => {
    expect(steps(['emergency_questionnaire'], { emergency: 'now' }, '2016-04-25T22:40:00+02:00')[0]).toBe('answer_emergency_questions');
    expect(steps(['emergency_questionnaire'], { emergency: 'now' }, now2026).slice(0, 2)).toEqual(['answer_emergency_questions', 'epoc_emergency']);
  });
  test('28 April, arrests made: stand down first, and keep the data held', () => {
    const types: readonly ReplyTypeId[] = ['emergency_not_designated', 'emergency_denied_or_more_info', 'no_records', 'coordination_question'];
    expect(steps(types, { emergency: 'ended' }, now2016).slice(0, 2)).toEqual(['close_out', 'preservation_request']);
    expect(steps(types, { emergency: 'ended' }, now2026).slice(0, 2)).toEqual(['close_out', 'epoc_pr']);
  });
  test('28 April, had the danger gone on: marked again, a US agency, the facts on imminence', () => {
    const types: readonly ReplyTypeId[] = ['emergency_not_designated', 'emergency_denied_or_more_info', 'no_records', 'coordination_question'];
    expect(steps(types, { emergency: 'now' }, now2016).slice(0, 4)).toEqual([
      'resubmit_designated',
      'us_agency_channel',
      'network_24_7',
      'add_imminence_facts',
    ]);
    expect(steps(types, { emergency: 'now' }, now2026).slice(0, 3)).toEqual(['resubmit_designated', 'epoc_emergency', 'us_agency_channel']);
  });
});

describe('what exists on a day, between two states', () => {
  const orders = new Set(['epoc', 'epoc_emergency', 'epoc_pr', 'judge_order_first']);
  test('there is no European order before 18 August 2026, nor for a state that is not bound, nor with the flag off', () => {
    const every = (facts: Partial<Case>, now: string, country: string) =>
      replyTypeIds.flatMap((type) =>
        (['now', 'none', 'ended', 'unknown'] as const).flatMap((emergency) =>
          steps([type], { emergency, ...facts }, now, { profile: { country, role: 'prosecutor' } }),
        ),
      );
    for (const found of [
      every({}, '2026-08-17T21:59:59Z', 'IT'),
      every({}, now2026, 'DK'),
      every({}, now2026, 'US'),
      every({ euAddressee: null }, now2026, 'IT'),
      every({ flags: { F4: false } }, now2026, 'IT'),
      every({ euAddressee: 'DK' }, now2026, 'IT'),
    ])
      expect(found.filter((id) => orders.has(id))).toEqual([]);
  });
  test('a company in the requester’s own state gets a domestic order', () => {
    expect(steps(['jurisdiction_refusal'], { emergency: 'none', euAddressee: 'IT' }, now2026)).toContain('domestic_order');
  });
  test('the United Kingdom has its agreement from 3 October 2022, Italy has none', () => {
    expect(steps(['jurisdiction_refusal'], { emergency: 'none' }, now2026, { profile: { country: 'UK', role: 'police' } })).toContain('cloud_act_order');
    expect(steps(['jurisdiction_refusal'], { emergency: 'none' }, '2022-10-02T00:00:00Z', { profile: { country: 'UK', role: 'police' } })).not.toContain(
      'cloud_act_order',
    );
    expect(steps(['jurisdiction_refusal'], { emergency: 'none' }, now2026)).not.toContain('cloud_act_order');
  });
  test('every reply has a first step, and nothing is written to a look-alike', () => {
    for (const type of replyTypeIds) expect(steps([type], { emergency: 'none' }, now2026).length, `Nothing follows ${type}.`).toBeGreaterThan(0);
    expect(
      steps(['jurisdiction_refusal'], { emergency: 'now' }, now2026, {
        match: { id: 'whatsapp', matchedBy: 'domain', trust: 'lookalike', domain: 'whatsapp-legal.com', reasons: [] },
      }),
    ).toEqual(['verify_sender']);
    expect(steps([], { emergency: 'now' }, now2026, { isProviderReply: false })).toEqual(['none']);
  });
  test('a prosecutor does not sign an order for content', () => {
    const advice = nextSteps(
      {
        isProviderReply: true,
        replyTypes: ['jurisdiction_refusal'],
        match: null,
        provider: whatsapp,
        case: { emergency: 'none', dataCategories: ['content'], offence: { terrorism: true } },
        profile: { country: 'IT', role: 'prosecutor' },
        now: now2026,
      },
      deciding,
      'en',
    );
    expect(advice.nextSteps.find(({ id }) => id === 'epoc')?.signedBy).toBe('judge');
  });
});
