import { describe, expect, test } from 'vitest';
import { assess } from '../src/core/assess';
import type { Case } from '../src/core/case';
import { book } from '../src/data';

const mail = (email: string, text: string) => ({ id: 'm', from: { name: 'Legal', email }, to: [], cc: [], subject: 'Re: your request', text, attachments: [] });
const steps = (email: string, text: string, facts: Case) =>
  assess(mail(email, text), { now: '2026-11-24T09:00:00+01:00', language: 'en', case: facts, profile: { country: 'IT', role: 'prosecutor' } }, book);

describe('a provider that the directory does not know', () => {
  const refusal = 'Chatterly Inc. is established in Canada. We are unable to disclose user data to a foreign authority; please use the MLAT process.';
  test('is believed to be one when the case says where it has its seat, and gets the advice for that seat', () => {
    const seen = steps('legal@chatterly.ca', refusal, { emergency: 'none', dataCategories: ['subscriber'], providerSeat: 'CA' });
    expect(seen.isProviderReply).toBe(true);
    expect(seen.nextSteps.map(({ id }) => id)).toEqual(['preservation_request', 'mlat_request']);
    expect(seen.nextSteps[1]?.channel).toContain('CA');
  });
  test('a colleague’s word in the same case stays a colleague’s', () => {
    const seen = steps('anna.bianchi@giustizia.it', 'Ciao, hai visto la risposta del fornitore? Dice di usare la rogatoria. Ne parliamo domani?', {
      emergency: 'none',
      providerSeat: 'CA',
    });
    expect(seen.isProviderReply).toBe(false);
    expect(seen.nextSteps.map(({ id }) => id)).toEqual(['none']);
  });
});
