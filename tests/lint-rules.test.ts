import { describe, expect, test } from 'vitest';
import { lintDraft, type LintContext } from '../src/core/writing/lint-draft';
import { book } from '../src/data';
import { asSettings } from '../src/wire/settings';

const now = '2026-11-24T12:00:00+01:00';
const lint = (subject: string, text: string, more: Partial<LintContext> & { to?: string; attachments?: string[] } = {}) => {
  const { to = 'whatsapplec@zwillgen.com', attachments = [], ...context } = more;
  return lintDraft(
    {
      id: 'd',
      from: { name: '', email: 'unit@polizia.test' },
      to: [{ name: '', email: to }],
      cc: [],
      subject,
      text,
      attachments: attachments.map((name) => ({ name })),
    },
    { now, ...context },
    book,
    'en',
  );
};
const rules = (...given: Parameters<typeof lint>) => lint(...given).map(({ rule }) => rule);
const profile = { country: 'IT', role: 'prosecutor', phone: '+39 02 5550 143', timeZone: 'Europe/Rome' } as const;

describe('one click mends', () => {
  test('an hour without a zone, with the office’s own offset on that day', () => {
    const text = 'EMERGENCY DISCLOSURE REQUEST. He will shoot the pupils tomorrow at 08:10. Please disclose the IP addresses of today of +39 347 555 0101.';
    const found = lint('EMERGENCY DISCLOSURE REQUEST 1/26', text, { profile }).find(({ rule }) => rule === 'deadline_without_time_zone');
    expect(found?.fix).toMatchObject({ kind: 'replace', text: '08:10 (UTC+01:00)' });
    expect(text.slice(found?.start, found?.end)).toBe('08:10');
  });
  test('a domestic number, with the country of the office', () => {
    const found = lint('Request 1/26', 'Under Article 234-bis we request the registration data of WhatsApp account 347 555 0101. Confidential.', {
      profile,
    }).find(({ rule }) => rule === 'identifier_not_international');
    expect(found?.fix).toMatchObject({ kind: 'replace', text: '+39 347 555 0101' });
  });
  test('silence towards the user and the number to call, in the language of the draft', () => {
    const found = lint('Richiesta 1/26', 'Ai sensi dell’art. 234-bis c.p.p. si chiedono i dati di registrazione dell’account +39 347 555 0101.', { profile });
    expect(found.find(({ rule }) => rule === 'no_confidentiality')?.fix).toMatchObject({ kind: 'append', text: expect.stringContaining('non informare') });
    expect(found.find(({ rule }) => rule === 'no_callback')?.fix).toMatchObject({ kind: 'append', text: expect.stringContaining('+39 02 5550 143') });
  });
  test('a hold on a condition, with one that has none', () => {
    const text = 'Please preserve the data of +39 347 555 0101. Should you need a subpoena, please freeze the account meanwhile. Do not notify the user.';
    const found = lint('Preservation 1/26', text).find(({ rule }) => rule === 'conditional_preservation');
    expect(found?.fix).toMatchObject({ kind: 'replace', text: expect.stringContaining('now') });
  });
});

describe('the conversation', () => {
  const asked = {
    id: 'q',
    from: { name: '', email: 'darcy@zwillgen.com' },
    to: [],
    cc: [],
    subject: 'IR N930',
    text: '4. Which data do you want? Please do not answer by asking for everything that we hold in our possession.\nAccount +39 347 555 0101',
    attachments: [],
  };
  test('lends its identifiers, and the provider’s copied questions raise nothing', () => {
    const text =
      'EMERGENCY DISCLOSURE REQUEST\n4. Which data do you want? Please do not answer by asking for everything that we hold in our possession.\nPlease disclose the registration data.';
    const found = rules('RE: EMERGENCY DISCLOSURE REQUEST IR N930', text, { thread: [asked] });
    expect(found).not.toContain('identifier_missing');
    expect(found).not.toContain('overbroad_scope');
  });
  test('an emergency that the case knows of asks for the designation, whatever the words', () => {
    const text = 'Please send us the registration data of +39 347 555 0101 under Article 234-bis. Confidential. Tel. +39 02 5550 143';
    expect(rules('Request 1/26', text)).not.toContain('missing_designation_subject');
    expect(rules('Request 1/26', text, { case: { emergency: 'now' } })).toEqual(
      expect.arrayContaining(['missing_designation_subject', 'missing_designation_body', 'nature_missing']),
    );
  });
});

describe('the office', () => {
  test('adds words of its own, which must be words', () => {
    const text = 'CODE LARCH. He will shoot the pupils tomorrow at 08:10 UTC. Please disclose the registration data of +39 347 555 0101.';
    expect(rules('Code Larch 1/26', text)).toContain('missing_designation_subject');
    const { officeWords } = asSettings({ officeWords: { DESIGNATION: ['code larch', 7, ''], wrong: ['x'], TOO_LONG: ['x'.repeat(200)] } });
    expect(officeWords).toEqual({ DESIGNATION: ['code larch'] });
    expect(rules('Code Larch 1/26', text, officeWords ? { officeWords } : {})).not.toContain('missing_designation_subject');
  });
  test('hears nothing about a language that nobody wrote words for, but for gaps and recipients', () => {
    const text = 'Geachte heer, wij verzoeken u om de gegevens van het account en van de gebruiker te verstrekken, met vriendelijke groet, [NAAM] [DATE]';
    expect(rules('Verzoek', text)).toEqual(['unresolved_placeholder']);
  });
});

describe('the recipient', () => {
  test('is no imitation when the domain is the provider’s own, though the directory lists another', () => {
    const rules = (to: string) =>
      lint('Request for subscriber data, case 12/26', 'Please disclose the subscriber data of the account x@proton.me.', { to }).map(({ rule }) => rule);
    expect(rules('legal@protonmail.ch')).not.toContain('recipient_lookalike');
    expect(rules('legal@proton-mail.co')).toContain('recipient_lookalike');
  });
});

describe('line ends that only some editors know', () => {
  test('are passed over, however many, and what follows is read', () => {
    const danger = 'A man said he will kill his wife tonight. Please send us the IP addresses of the account +39 333 1234567.';
    expect(rules('Request', `Dear Sirs,${'\r'.repeat(20_000)}${danger}`)).toContain('missing_designation_subject');
  });
});
