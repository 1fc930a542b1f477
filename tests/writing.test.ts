import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import milan from '../scripts/demo/milan.json';
import { assess } from '../src/core/assess';
import type { Profile } from '../src/core/case';
import { findingIds, type StepId } from '../src/core/ids';
import { composeDraft } from '../src/core/writing/compose-draft';
import { lintDraft } from '../src/core/writing/lint-draft';
import { factsOfTemplate, fillTemplate } from '../src/core/writing/template';
import { book } from '../src/data';
import { writingBook } from '../src/data/schema/writing';
import { writing } from '../src/data/writing';
import { parseAddress, parseAddresses } from '../src/mailfile/address';

const profile = milan.profile as Profile;
const now = '2016-04-26T08:00:00+02:00';
const mail = (id: string) => {
  const found = milan.messages.find((message) => message.id === id);
  if (!found) throw new Error(`The thread has no ${id}.`);
  return {
    id,
    from: parseAddress(found.from),
    to: found.to.map(parseAddress),
    cc: [],
    subject: found.subject,
    date: found.date,
    text: found.text,
    attachments: [],
  };
};
/** Invented facts for every placeholder of every template. */
const facts: Record<string, string> = {
  nature: 'An attack with explosives on worshippers was announced; people would be killed.',
  who_at_risk: 'The persons attending the service at the cathedral, about 400 people.',
  imminence: 'Tonight, 26 April 2016 at 21:00 CEST (UTC+02:00), according to the suspect’s own words.',
  data_requested: 'Registration data, connection log with IP addresses from 20 to 26 April 2016 (UTC).',
  how_it_averts: 'The connection log will allow us to locate the suspect before the attack.',
  message_copy: 'announcement.pdf',
  why_not_normal_process: 'Mutual legal assistance takes months.',
  identifier: '+39 347 5550 101',
  period: '20 April 2016 00:00 UTC to 26 April 2016 00:00 UTC',
  case_reference: 'p.p. 283/16 mod. 21',
  notify_until: '31 December 2016',
  secrecy_reason: 'accomplices are still at large',
  secrecy_order: 'decree of 26 April 2016, Art. 329 c.p.p.',
  follow_up: 'request for mutual legal assistance by 10 May 2016',
  source: 'intercepted conversation of 25 April 2016',
  unknowns: 'the exact place of departure',
  us_contact: 'FBI legal attaché, Rome, 26 April 2016, 07:30 UTC+02:00',
  hold_reference: 'WA-4711',
  hold_expiry: '12 July 2016',
  first_request: '13 April 2016',
  ended_on: '28 April 2016, 06:00 UTC+02:00',
  domestic_order: 'decree no. 12 of 26 April 2016, Art. 254-bis c.p.p.',
  offence: 'Art. 270-bis c.p., up to 15 years',
  user_location: 'Italy',
  gaps: 'none',
  received_on: '26 April 2016',
  case_summary: 'Six suspects, two of them abroad; an attack was announced.',
  clarification: 'the identifier has been completed',
  process_kind: 'a court order',
  fee_answer: 'the costs are approved',
  reference: 'WhatsApp IR N930',
  provider: 'WhatsApp',
  salutation: 'Dear Ms. Harlan,',
  subject: 'WhatsApp IR N930',
  message_date: '25 April 2016',
  answers: '',
};

/** Letters that answer no reply: the person chooses them. */
const chosenByHand = new Set(['ask_emergency_policy', 'ask_whether_qualifies']);
const letterLanguages = ['en', 'it', 'fr', 'de', 'es'] as const;

describe('templates', () => {
  test('have the shape that the schema wants, and every finding', () => {
    expect(writingBook.safeParse(writing).error?.issues ?? []).toEqual([]);
    expect(writing.findings.map(({ id }) => id).sort()).toEqual([...findingIds].sort());
  });
  test('exist in five languages with the same facts, each used by a step', () => {
    for (const language of letterLanguages)
      expect(Object.keys(writing.templates[language] ?? {}).sort(), language).toEqual(Object.keys(writing.templates['en'] ?? {}).sort());
    const used = new Set(book.deciding.steps.flatMap(({ template }) => (template ? [template] : [])));
    for (const [id, text] of Object.entries(writing.templates['en'] ?? {})) {
      expect(used.has(id) || chosenByHand.has(id), `No step writes the template ${id}.`).toBe(true);
      for (const language of letterLanguages)
        expect(
          [...factsOfTemplate(writing.templates[language]?.[id] ?? '')].sort(),
          `The letter ${id} (${language}) names other facts than the English one.`,
        ).toEqual([...factsOfTemplate(text)].sort());
    }
    for (const id of used) expect(writing.templates['en']?.[id], `There is no template ${id}.`).toBeTruthy();
  });
  test('never look into a value again, and keep every character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (one, other) => {
        const filled = fillTemplate('Subject: s\n<{one}|{other}>', { one: `{other}${one}`, other: `$&{one}${other}` }, () => 'GAP');
        expect(filled.text).toBe(`<{other}${one}|$&{one}${other}>`.trim());
        expect(filled.missing).toEqual([]);
      }),
    );
  });
  test('show a gap, count it once', () => {
    const filled = fillTemplate('Subject: {a}\n{a} {b}{#c}!{/c}{^c}?{/c}', { b: 'x' }, (fact) => `[${fact}]`);
    expect(filled).toEqual({ subject: '[a]', text: '[a] x?', missing: ['a'] });
  });
});

describe.each(letterLanguages)('every letter in %s', (language) => {
  const message = mail('m4');
  const assessment = assess(message, { now, language: 'en', case: { emergency: 'now' }, profile }, book);
  test.each(book.deciding.steps.filter(({ template }) => template).map(({ id }) => id))(
    '%s has no gap once the facts are there, and no error of its own',
    (step: StepId) => {
      const urgent = /emergency|imminence|designated/u.test(step);
      const draft = composeDraft(
        {
          step,
          message,
          assessment,
          provider: book.providers.find(({ id }) => id === 'whatsapp') ?? null,
          profile,
          case: { emergency: urgent ? 'now' : 'none' },
          answers: facts,
          language,
          now,
        },
        book,
      );
      expect(draft.missing).toEqual([]);
      expect(`${draft.subject}\n${draft.text}`).not.toMatch(/undefined|\{|\}/u);
      const expected = step.startsWith('epoc') || step === 'correct_epoc' || step === 'answer_conflict_objection' ? ['instrument_not_available'] : [];
      expect(draft.findings.filter(({ severity, rule }) => severity === 'error' && !expected.includes(rule)).map(({ rule }) => rule)).toEqual([]);
    },
  );
});

describe('the answer to the six questions', () => {
  const message = mail('m4');
  const assessment = assess(message, { now, language: 'en', case: { emergency: 'now' }, profile }, book);
  const order = {
    step: 'answer_emergency_questions' as const,
    message,
    assessment,
    provider: null,
    profile,
    case: { emergency: 'now' as const },
    language: 'en',
    now,
  };
  test('carries as many answers as the form has fields for', () => {
    const questions = Array.from({ length: 150 }, (_, at) => ({
      number: String(at + 1),
      key: 'other' as const,
      text: `Question ${at + 1}?`,
      start: 0,
      end: 1,
    }));
    const answers = Object.fromEntries(questions.map((_, at) => [at === 0 ? 'other' : `other_${at + 1}`, `answer ${at + 1}`]));
    const draft = composeDraft({ ...order, assessment: { ...assessment, facts: { ...assessment.facts, questions } }, answers }, book);
    expect(draft.text).toContain('answer 150');
  });
  test('is marked in the subject and in the first line, and keeps the provider’s numbers', () => {
    const draft = composeDraft({ ...order, answers: facts }, book);
    expect(draft.subject).toMatch(/^EMERGENCY DISCLOSURE REQUEST/u);
    expect(draft.text).toMatch(/^EMERGENCY DISCLOSURE REQUEST/u);
    expect([...draft.text.matchAll(/^(\d)\. /gmu)].map((found) => found[1])).toEqual(['1', '2', '3', '4', '5', '6']);
    expect(draft.to).toEqual(['darcy.harlan@zwillgen.com']);
  });
  test('names each answer that is missing, and shows it', () => {
    const draft = composeDraft({ ...order, answers: {} }, book);
    expect(draft.missing).toEqual(expect.arrayContaining(['nature', 'who_at_risk', 'imminence', 'data_requested', 'how_it_averts', 'message_copy']));
    expect(draft.text).toContain('[‑‑ IMMINENCE MISSING ‑‑]');
    expect(draft.findings.map(({ rule }) => rule)).toContain('unresolved_placeholder');
  });
  test('escapes what was typed when it is written as HTML', () => {
    const draft = composeDraft({ ...order, answers: { ...facts, nature: '<script>alert(1)</script> & death' } }, book);
    expect(draft.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; death');
  });
});

describe('the check of what is about to be sent', () => {
  const lint = (id: string) => {
    const message = mail(id);
    return lintDraft(
      { id, from: message.from, to: message.to, cc: [], subject: message.subject, text: message.text, attachments: [] },
      { now: message.date },
      book,
      'en',
    ).map(({ rule }) => rule);
  };
  test('13 April: content nobody can read, a freeze on a condition, a hidden number', () => {
    expect(lint('m1')).toEqual(expect.arrayContaining(['content_from_e2ee', 'conditional_preservation', 'identifier_masked', 'no_confidentiality']));
  });
  test('20 April: urgent, and not designated', () => {
    expect(lint('m3')).toContain('urgency_without_designation');
  });
  test('28 April: a question in the abstract', () => {
    expect(lint('m5')).toContain('hypothetical_question');
  });
  test('says nothing about ordinary mail, nor about what is only quoted', () => {
    const ordinary = 'Dear colleague,\n\nthe hearing has been moved to Thursday at 10:30. Please bring the file.\n\nBest regards\nAnna';
    expect(
      lintDraft({ id: 'o', to: parseAddresses('anna@procura.test'), cc: [], subject: 'Hearing', text: ordinary, attachments: [] }, { now }, book, 'en'),
    ).toEqual([]);
    const quoted = `${ordinary}\n\nOn 25 April 2016 at 22:37 Darcy Harlan <darcy.harlan@zwillgen.com> wrote:\n> This is extremely urgent, people will be killed, give us everything.`;
    expect(
      lintDraft({ id: 'q', to: parseAddresses('anna@procura.test'), cc: [], subject: 'Hearing', text: quoted, attachments: [] }, { now }, book, 'en'),
    ).toEqual([]);
  });
  test('offers the designation as one click, in the subject and on top', () => {
    const text =
      'A bomb attack on the station is announced for tonight, people will be killed. Please disclose the registration data of +39 347 5550 101 so that we can locate the author.';
    const found = lintDraft(
      { id: 'b', to: parseAddresses('whatsapplec@zwillgen.com'), cc: [], subject: 'Request 12/26', text, attachments: [] },
      { now },
      book,
      'en',
    );
    expect(found.find(({ rule }) => rule === 'missing_designation_subject')?.fix).toMatchObject({ kind: 'set-subject' });
    expect(found.find(({ rule }) => rule === 'missing_designation_body')?.fix).toMatchObject({ kind: 'insert-top' });
  });
});
