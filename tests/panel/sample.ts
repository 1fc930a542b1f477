import milan from '../../scripts/demo/milan.json';
import type { Assessment, Draft, Evidence, NextStep } from '../../src/core/assessment';
import type { Case, Profile } from '../../src/core/case';
import type { QuestionKey } from '../../src/core/ids';
import type { Message } from '../../src/core/message';
import { providers } from '../../src/data/providers';
import type { DraftWish, Engine } from '../../src/panel/engine';
import type { Area, Host } from '../../src/panel/host';
import type { PanelToContent, TabState } from '../../src/wire/calls';

/** The Milan thread as a webmail shows it, and an engine that answers with what a lawyer would expect: the panel is tested, not the core. */
const mails: readonly Message[] = milan.messages.map(({ id, from, subject, date, text }) => {
  const [, name = '', email = ''] = /^(.*)<(.*)>$/u.exec(from) ?? [];
  return { id, from: { name: name.trim(), email }, to: [], cc: [], subject, date, text, attachments: [] };
});

export function mailOf(id: string): Message {
  const index = mails.findIndex((mail) => mail.id === id);
  const mail = mails[index];
  if (!mail) throw new Error(`no mail ${id}`);
  return { ...mail, thread: mails.slice(0, index) };
}

export const profile = milan.profile as Profile;

const proofIn = (text: string, words: string): Evidence => {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`not in the mail: ${words}`);
  return { start, end: start + words.length, text: words };
};
const law = (instrument: string, article: string, confidence: 'verified' | 'unsure' = 'verified') => ({
  instrument,
  article,
  url: 'https://www.law.cornell.edu/uscode/text/18/2702',
  asOf: '2026-11-22',
  source: 'usc-2702',
  confidence,
});
const step = (id: NextStep['id'], rank: number, title: string, reason: string, more: Partial<NextStep> = {}): NextStep => ({
  id,
  rank,
  title,
  reason,
  legalBasis: [law('18 U.S.C.', '§ 2702(c)(4)')],
  needs: [],
  caveats: [],
  rows: [],
  ...more,
});

const empty: Pick<Assessment, 'isProviderReply' | 'provider' | 'language' | 'asks' | 'rejected' | 'warnings'> = {
  isProviderReply: true,
  provider: { id: 'whatsapp', matchedBy: 'counsel', trust: 'listed', domain: 'zwillgen.com', reasons: [] },
  language: 'en',
  asks: [],
  rejected: [],
  warnings: [],
};
const noFacts = { references: [], questions: [], deadlines: [], legalBasis: [], contacts: [], identifiers: [], amounts: [] };
const keys: readonly QuestionKey[] = ['nature', 'who_at_risk', 'imminence', 'data_requested', 'how_it_averts', 'message_copy'];

function assessSample(message: Message, given: Case): Assessment {
  const { id, text } = message;
  const split = { own: [{ start: 0, end: text.length }], quoted: [], kinds: [], complete: true };
  const lookalike = message.from.email.endsWith('zwiligen.com');
  if (lookalike)
    return {
      ...empty,
      id,
      split,
      provider: { id: 'whatsapp', matchedBy: 'text', trust: 'lookalike', domain: 'zwiligen.com', reasons: [] },
      replyTypes: [],
      facts: noFacts,
      nextSteps: [step('verify_sender', 1, 'Verify the sender', 'The domain differs from the known one by one letter.', { legalBasis: [] })],
    };
  if (id === 'm4') {
    const questions = keys.map((key, index) => {
      const start = text.indexOf(`\n${index + 1}. `) + 1;
      const end = text.indexOf('\n\n', start);
      return { number: String(index + 1), key, start, end, text: text.slice(start + 3, end) };
    });
    const freeze =
      given.preservation?.state === 'confirmed'
        ? []
        : [step('preservation_request', 2, 'Ask for preservation, alone', 'Nothing is held so far.', { parallel: true, due: '2026-11-24T20:00:00Z' })];
    return {
      ...empty,
      id,
      split,
      replyTypes: [{ type: 'emergency_questionnaire', score: 0.97, evidence: [proofIn(text, 'please answer the six (6) questions below')] }],
      facts: { ...noFacts, questions },
      nextSteps:
        given.emergency === 'ended'
          ? [step('close_out', 1, 'Close the emergency', 'You said that the danger is over.', { template: 'close-out' })]
          : [
              step('answer_emergency_questions', 1, 'Answer the six questions', 'The provider decides on its discretion as soon as it has these facts.', {
                template: 'emergency-answers',
                due: '2026-11-24T21:00:00Z',
                clock: 'before the contact window you entered',
              }),
              ...freeze,
            ],
    };
  }
  if (id === 'm6')
    return {
      ...empty,
      id,
      split,
      replyTypes: [
        {
          type: 'emergency_not_designated',
          score: 0.96,
          evidence: [proofIn(text, 'nothing in the initial inquiry that the Italian Judicial Police sent on April 13 indicated that this was an emergency')],
        },
        { type: 'emergency_denied_or_more_info', score: 0.9, evidence: [proofIn(text, 'we would need more information about the particular situation')] },
        { type: 'no_records', score: 0.8, evidence: [proofIn(text, 'we are not able to decrypt')] },
        { type: 'coordination_question', score: 0.9, evidence: [proofIn(text, 'are you working with any US law enforcement agencies on this investigation?')] },
      ],
      facts: noFacts,
      nextSteps: [
        step(
          'resubmit_designated',
          1,
          'Send the request again, marked as an emergency',
          'The reply refuses because the first letter did not carry the word. Nothing else has to change before it is sent again.',
          { template: 'emergency', due: '2026-11-24T21:00:00Z', clock: 'the contact window you entered' },
        ),
        step('epoc_emergency', 2, 'European Production Order, identification data', 'You may issue it; addressee in Ireland.', {
          due: '2026-11-25T01:40:00Z',
          legalBasis: [law('Reg. (EU) 2023/1543', 'Art. 10(4)', 'unsure')],
          caveats: ['Whether the Irish act has commenced is not known.'],
          template: 'epoc-emergency',
        }),
        step('us_agency_channel', 3, 'US agency: FBI legal attaché, Rome', 'Content needs a US request.'),
        step('preservation_followup', 4, 'Ask again for the freeze, alone', '13 Apr: never answered.', {
          due: '2027-02-22T17:40:00Z',
          template: 'preservation',
        }),
      ],
      asks: [{ fact: 'emergency', question: 'Is there danger to life or limb now?', decides: 'It decides between the emergency lanes and closing the file.' }],
      rejected: [{ id: 'mlat_request', reason: 'Too slow for the deadline; needed later for content.' }],
    };
  return { ...empty, id, split, isProviderReply: false, provider: null, language: null, replyTypes: [], facts: noFacts, nextSteps: [] };
}

function composeSample({ step: id, assessment, answers, profile: office }: DraftWish): Draft {
  const wanted = assessment.facts.questions.map(({ key }) => key);
  const missing = [...wanted, 'case_reference'].filter((key) => (answers[key] ?? '').trim() === '');
  const text = ['Dear Ms. Harlan,', ...wanted.map((key, index) => `${index + 1}. ${answers[key] ?? `[${key}]`}`), office?.name ?? ''].join('\n\n');
  const deadline = answers['imminence'] ?? '';
  const findings: Draft['findings'] =
    deadline !== '' && !/[+]\d\d/u.test(deadline) ? [{ rule: 'deadline_without_time_zone', severity: 'warning', where: 'body', message: '' }] : [];
  return {
    step: id,
    template: id,
    language: 'en',
    subject: 'EMERGENCY DISCLOSURE REQUEST',
    to: ['darcy.harlan@zwillgen.com'],
    text,
    html: '',
    missing,
    findings,
  };
}

export const sampleEngine: Engine = {
  assess: (message, context) => assessSample(message, context.case),
  compose: composeSample,
  addressee: () => null,
  advise: () => [],
  lint: () => [],
  doubts: () => new Set(['Whether the Irish act has commenced is not known.']),
  provider: (id) => providers.find((provider) => provider.id === id),
  findingText: (rule) => (rule === 'deadline_without_time_zone' ? 'The deadline has no time zone.' : undefined),
  letters: ['answer_emergency_questions', 'chase'],
  providers,
};

/** A browser in memory: what was stored, what was sent to the page, what was copied. */
export function memoryHost(state: TabState | null, answer: (order: PanelToContent) => unknown = () => undefined) {
  const areas: Record<Area, Map<string, unknown>> = { local: new Map(), session: new Map() };
  const sent: PanelToContent[] = [];
  const copied: string[] = [];
  const listeners: (() => void)[] = [];
  const watchers: ((keys: readonly string[]) => void)[] = [];
  let current = state;
  const host: Host = {
    readTab: async () => current,
    writePending: async (pending) => void areas.session.set('pending', pending),
    onTab: (listener) => void listeners.push(listener),
    onLocal: (listener) => void watchers.push(listener),
    send: async (order) => {
      sent.push(order);
      return answer(order);
    },
    all: async (area) => Object.fromEntries(areas[area]),
    get: async (area, key) => structuredClone(areas[area].get(key)),
    set: async (area, key, value) => void areas[area].set(key, structuredClone(value)),
    remove: async (area, key) => void areas[area].delete(key),
    copy: async (text) => copied.push(text) > 0,
    origin: async () => 'https://mail.example.org',
    requestSite: async () => true,
    readFile: async () => Promise.reject(new Error('This file is empty.')),
    readPasted: async (text) => ({ id: 'pasted', from: { name: '', email: '' }, to: [], cc: [], subject: '', text, attachments: [] }),
    openOptions: async () => undefined,
  };
  const show = (next: TabState | null) => {
    current = next;
    listeners.forEach((listener) => listener());
  };
  /** Another page of ours wrote into the local area. */
  const write = (key: string, value: unknown) => {
    areas.local.set(key, structuredClone(value));
    watchers.forEach((watcher) => watcher([key]));
  };
  return { host, areas, sent, copied, show, write };
}

export const tabWith = (message: Message): TabState => ({ shown: { webmail: 'demo', message, fingerprint: message.id }, compose: null, findings: [] });
