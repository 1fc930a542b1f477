import fc from 'fast-check';
import { expect, it } from 'vitest';
import { replyTests } from '../src/core/deciding/conditions';
import { factsOf, type Situation } from '../src/core/deciding/situation';
import { tests } from '../src/core/deciding/tests';
import { replyTypeIds } from '../src/core/ids';
import { deciding } from '../src/data/deciding';
import { providers } from '../src/data/providers';

const cases = fc.record({
  emergency: fc.constantFrom('now' as const, 'none' as const, 'ended' as const, 'unknown' as const),
  dataCategories: fc.constantFrom(['content'] as const, ['subscriber'] as const, [] as const),
  providerSeat: fc.constantFrom('US', 'IE', 'CA'),
  preservation: fc.constantFrom({ state: 'none' } as const, { state: 'confirmed', expires: '2026-12-01' } as const, { state: 'requested' } as const),
});
const about = fc.subarray(['BROAD', 'IDENT', 'ENTITY', 'PORTAL', 'E2EE', 'EXTEND_NO', 'OTHER_COMPANY']);

it('reads the reply alone where it says so, so that a reply can be tried with other cases', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.constantFrom(...replyTypeIds), { maxLength: 4 }),
      about,
      fc.constantFrom(...providers, null),
      fc.constantFrom('', 'The data are stored abroad. We dispute the policy; the data is not stored by us.', 'stored communications act'),
      cases,
      cases,
      fc.constantFrom('IT', 'US', 'CH', ''),
      (replyTypes, concepts, provider, words, one, other, country) => {
        const reply = {
          isProviderReply: true,
          replyTypes,
          replies: replyTypes.map((type) => ({ type, score: 0.9, evidence: [], about: concepts })),
          match: { id: provider?.id ?? '', matchedBy: 'text' as const, trust: 'unlisted' as const, domain: 'a.example', reasons: [] },
          provider,
          words,
        };
        const first: Situation = { ...reply, case: one, now: '2026-11-24T09:00:00Z', profile: { country: 'IT', role: 'judge' } };
        const second: Situation = { ...reply, case: other, now: '2026-03-01T09:00:00Z', profile: { country, role: 'police' } };
        for (const name of replyTests) expect(tests[name](factsOf(first, deciding)), name).toBe(tests[name](factsOf(second, deciding)));
      },
    ),
    { numRuns: 400 },
  );
});
