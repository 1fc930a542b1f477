import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextSteps } from '../src/core/deciding/next-steps';
import { factsOf, type Situation } from '../src/core/deciding/situation';
import { tests } from '../src/core/deciding/tests';
import { dataCategories, flagIds, replyTypeIds } from '../src/core/ids';
import { deciding } from '../src/data/deciding';
import { providers } from '../src/data/providers';

const state = fc.constantFrom('IT', 'FR', 'IE', 'DK', 'UK', 'AU', 'CH', 'US', 'CA', 'EL', 'RU', 'ZZ', '');
const date = fc.constantFrom('2016-04-15', '2024-03-12', '2026-08-17', '2026-08-18', '2026-11-24', 'soon', '');
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const situations: fc.Arbitrary<Situation> = fc
  .record({
    replyTypes: fc.uniqueArray(fc.constantFrom(...replyTypeIds), { minLength: 1, maxLength: 4 }),
    provider: fc.constantFrom(...providers, null),
    trust: fc.constantFrom('listed' as const, 'unlisted' as const, 'lookalike' as const),
    emergency: fc.constantFrom('now' as const, 'none' as const, 'ended' as const, 'unknown' as const),
    categories: maybe(fc.uniqueArray(fc.constantFrom(...dataCategories))),
    hold: maybe(
      fc.record({
        state: fc.constantFrom('none' as const, 'requested' as const, 'confirmed' as const, 'expired' as const),
        since: date,
        expires: date,
        renewals: fc.nat(3),
      }),
    ),
    offence: maybe(fc.record({ maxYears: fc.nat(30), terrorism: fc.boolean() })),
    suspectResidesIn: state,
    euAddressee: fc.constantFrom('unknown', 'IE', 'DK', 'DE', null),
    flags: fc.dictionary(fc.constantFrom(...flagIds), fc.constantFrom<boolean | 'unknown'>(true, false, 'unknown')),
    country: state,
    role: fc.constantFrom('prosecutor' as const, 'judge' as const, 'police' as const),
    now: fc.constantFrom('2016-04-15T10:00:00+02:00', '2024-03-12T10:00:00+01:00', '2026-08-17T23:00:00Z', '2026-11-24T09:00:00+01:00'),
    messageDate: date,
    firstRequest: date,
  })
  .map(
    ({
      replyTypes,
      provider,
      trust,
      emergency,
      categories,
      hold,
      offence,
      suspectResidesIn,
      euAddressee,
      flags,
      country,
      role,
      now,
      messageDate,
      firstRequest,
    }) => ({
      isProviderReply: true,
      replyTypes,
      match: { id: provider?.id ?? '', matchedBy: 'text', trust, domain: 'example.com', reasons: [] },
      provider,
      case: {
        emergency,
        suspectResidesIn,
        euAddressee,
        flags,
        firstRequest,
        ...(categories ? { dataCategories: categories } : {}),
        ...(hold ? { preservation: hold } : {}),
        ...(offence ? { offence } : {}),
      },
      profile: { country, role },
      now,
      messageDate,
    }),
  );

test('whatever the situation: one plan, in order, never an instrument that does not exist, nothing to an impostor, stand-down first', () => {
  fc.assert(
    fc.property(situations, (situation) => {
      const { nextSteps: steps } = nextSteps(situation, deciding, 'en');
      const ids = steps.map(({ id }) => id);
      const facts = factsOf(situation, deciding);
      expect(ids.length).toBeGreaterThan(0);
      expect(new Set(ids).size).toBe(ids.length);
      expect(steps.map(({ rank }) => rank)).toEqual(ids.map((_, index) => index + 1));
      if (situation.match?.trust === 'lookalike') {
        expect(ids).toEqual(['verify_sender']);
        return;
      }
      if (facts.danger === 'ended') expect(ids[0]).toBe('close_out');
      if (facts.orderBar !== null) expect(ids.filter((id) => /^(?:epoc|judge_order)/u.test(id))).toEqual([]);
      if (!facts.agreement) expect(ids).not.toContain('cloud_act_order');
      if (facts.flag('F1') !== true) expect(ids).not.toContain('sap_direct_order');
      const at = (id: (typeof ids)[number]) => ids.indexOf(id);
      if (facts.danger === 'now' && at('preservation_request') >= 0)
        for (const lane of [
          'emergency_disclosure',
          'epoc_emergency',
          'network_24_7',
          'us_agency_channel',
          'answer_emergency_questions',
          'resubmit_designated',
        ] as const)
          expect(at(lane)).toBeLessThan(at('preservation_request'));
      if (facts.danger === 'none' && facts.hold === 'none' && tests['to-freeze'](facts))
        expect(Math.min(...['preservation_request', 'epoc_pr', 'network_24_7'].map((id) => at(id as 'epoc_pr')).filter((place) => place >= 0))).toBeLessThan(2);
    }),
    { numRuns: 400 },
  );
});
