import { describe, expect, test } from 'vitest';
import type { Role } from '../src/core/case';
import { factsOf } from '../src/core/deciding/situation';
import { signatory } from '../src/core/deciding/signing';
import type { DataCategory, StepId } from '../src/core/ids';
import { deciding } from '../src/data/deciding';
import { providers } from '../src/data/providers';

const meta = providers.find(({ id }) => id === 'facebook') ?? null;
/** Who signs, as `judge`, `prosecutor`, `prosecutor-48h` with a `?` where national law has to be checked; `self` when the person may. */
function signs(step: StepId, country: string, role: Role, dataCategories: readonly DataCategory[], emergency: 'now' | 'none' = 'none'): string {
  const found = signatory(
    step,
    factsOf(
      {
        isProviderReply: true,
        replyTypes: ['jurisdiction_refusal'],
        match: null,
        provider: meta,
        case: { emergency, dataCategories, offence: { terrorism: true } },
        profile: { country, role },
        now: '2026-11-24T09:00:00+01:00',
      },
      deciding,
    ),
  );
  return found ? `${found.who}${found.check ? '?' : ''}` : 'self';
}
const sub: readonly DataCategory[] = ['subscriber'];
const ident: readonly DataCategory[] = ['identification'];
const traffic: readonly DataCategory[] = ['traffic'];
const content: readonly DataCategory[] = ['content'];

describe('who signs: role × data × instrument × state', () => {
  test.each([
    // Italy, complete (D.Lgs. 215/2025; Reg. Art. 4).
    ['epoc', 'IT', 'prosecutor', sub, 'none', 'self'],
    ['epoc', 'IT', 'prosecutor', ident, 'none', 'self'],
    ['epoc', 'IT', 'prosecutor', traffic, 'none', 'judge'],
    ['epoc', 'IT', 'prosecutor', content, 'none', 'judge'],
    ['epoc', 'IT', 'judge', content, 'none', 'self'],
    ['epoc', 'IT', 'police', sub, 'none', 'prosecutor'],
    ['epoc', 'IT', 'police', content, 'none', 'judge'],
    ['epoc_emergency', 'IT', 'prosecutor', ident, 'now', 'self'],
    ['epoc_emergency', 'IT', 'prosecutor', content, 'now', 'judge'],
    ['epoc_emergency', 'IT', 'police', sub, 'now', 'prosecutor-48h'],
    ['epoc_emergency', 'IT', 'police', ident, 'now', 'prosecutor?'],
    ['epoc_emergency', 'IT', 'police', content, 'now', 'judge'],
    ['epoc_pr', 'IT', 'prosecutor', content, 'none', 'self'],
    ['epoc_pr', 'IT', 'police', content, 'now', 'prosecutor-48h'],
    ['epoc_pr', 'IT', 'police', content, 'none', 'prosecutor?'],
    ['judge_order_first', 'IT', 'prosecutor', content, 'none', 'judge'],
    ['domestic_order', 'IT', 'prosecutor', traffic, 'none', 'judge?'],
    ['mlat_request', 'IT', 'police', content, 'none', 'prosecutor'],
    ['correct_epoc', 'IT', 'police', sub, 'none', 'prosecutor'],
    // Other states of the Union: the Regulation's own rule, national law to be checked.
    ['epoc', 'FR', 'prosecutor', content, 'none', 'judge?'],
    ['epoc', 'DE', 'police', sub, 'none', 'prosecutor?'],
    ['epoc_emergency', 'ES', 'police', sub, 'now', 'prosecutor?'],
    ['epoc_pr', 'NL', 'police', traffic, 'now', 'prosecutor-48h?'],
    ['epoc', 'EL', 'prosecutor', ident, 'none', 'self'],
    ['epoc', 'AT', 'judge', content, 'none', 'self'],
    // By agreement, by assistance.
    ['cloud_act_order', 'UK', 'police', content, 'none', 'judge'],
    ['cloud_act_order', 'GB', 'prosecutor', sub, 'none', 'judge'],
    ['cloud_act_order', 'AU', 'prosecutor', content, 'none', 'judge?'],
    ['mlat_request', 'CH', 'prosecutor', content, 'none', 'self'],
    ['mlat_request', 'CH', 'police', content, 'none', 'prosecutor?'],
    // Nobody else signs what is only asked.
    ['preservation_request', 'IT', 'police', content, 'none', 'self'],
    ['emergency_disclosure', 'IT', 'police', content, 'now', 'self'],
  ] as const)('%s, %s, %s', (step, country, role, data, emergency, who) => expect(signs(step, country, role, data, emergency)).toBe(who));
});
