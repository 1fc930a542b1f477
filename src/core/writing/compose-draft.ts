import type { Provider } from '../../data/schema/provider';
import type { Assessment, Draft, Question } from '../assessment';
import type { Answers, Case, Instant, Profile } from '../case';
import type { StepId } from '../ids';
import type { Message } from '../message';
import type { Rulebook } from '../rulebook';
import { textToHtml } from './html';
import type { LetterPack } from './letters';
import { lintDraft } from './lint-draft';
import { fillTemplate, type Values } from './template';

/** What a draft is made of. Nothing of the office is ever taken from the incoming mail. */
export type DraftOrder = {
  readonly step: StepId;
  readonly message: Message;
  readonly assessment: Assessment;
  readonly provider: Provider | null;
  readonly profile?: Profile;
  readonly case: Case;
  /** By fact or question key; a second question of the same key is `key_2`. */
  readonly answers: Answers;
  readonly language: string;
  readonly now: Instant;
  /** Another letter than the step's own, by id. */
  readonly template?: string;
  /** Letters of the office, which stand before those that ship. */
  readonly letters?: LetterPack;
};

/** Steps whose letter goes to somebody else than the mail's sender. */
const elsewhere = new Set<StepId>(['us_agency_channel', 'network_24_7', 'mlat_request', 'escalate_attache', 'spontaneous_information', 'readdress_entity']);
const gapWord: Readonly<Record<string, string>> = { en: 'MISSING', it: 'MANCA', fr: 'MANQUE', de: 'FEHLT', es: 'FALTA' };
const greeting: Readonly<Record<string, readonly [string, string]>> = {
  en: ['Dear {name},', 'Dear Sir or Madam,'],
  it: ['Gentile {name},', 'Spettabile ufficio,'],
  fr: ['Bonjour {name},', 'Madame, Monsieur,'],
  de: ['Guten Tag {name},', 'Sehr geehrte Damen und Herren,'],
  es: ['Estimado/a {name}:', 'A quien corresponda:'],
};
/** Most questions that are answered in one letter. */
const mostAnswers = 200;

/** Writes the draft of a step. Facts without a value are visible in the text and listed in `missing`. A step without a letter gives an empty draft. */
export function composeDraft(order: DraftOrder, book: Rulebook): Draft {
  const { step, message, assessment } = order;
  const template = order.template ?? book.deciding.steps.find(({ id }) => id === step)?.template ?? null;
  const letter = (code: string) => (template ? (order.letters?.[code]?.[template] ?? book.writing.templates[code]?.[template]) : undefined);
  const language = letter(order.language) ? order.language : 'en';
  const text = letter(language);
  const to = recipients(order);
  if (!template || !text) return { step, template: '', language, subject: '', to, text: '', html: '', missing: [], findings: [] };

  const gap = (fact: string) => `[‑‑ ${fact.replace(/_/gu, ' ').toUpperCase()} ${gapWord[language] ?? gapWord['en']} ‑‑]`;
  const answered = template === 'answer_emergency_questions' ? answersBlock(assessment.facts.questions, order.answers, gap) : { text: '', missing: [] };
  const filled = fillTemplate(text, { ...factValues(order, language), answers: answered.text }, gap);
  const missing = [...answered.missing, ...filled.missing.filter((fact) => fact !== 'answers' && !answered.missing.includes(fact))];
  const draft = { step, template, language, subject: filled.subject, to, text: filled.text, html: textToHtml(filled.text), missing };
  const provider = order.provider ?? undefined;
  const findings = lintDraft(
    {
      id: message.id,
      to: to.map((email) => ({ name: '', email })),
      cc: [],
      subject: draft.subject,
      text: draft.text,
      attachments: attachmentsOf(order.answers),
    },
    {
      now: order.now,
      case: order.case,
      thread: [message],
      drafted: true,
      ...(elsewhere.has(step) && step !== 'readdress_entity' ? { addressee: 'authority' as const } : {}),
      ...(order.profile ? { profile: order.profile } : {}),
      ...(provider ? { provider } : {}),
    },
    book,
    language === 'it' ? 'it' : 'en',
  );
  return { ...draft, findings };
}

function recipients({ step, message, assessment }: DraftOrder): readonly string[] {
  if (elsewhere.has(step) || assessment.provider?.trust === 'lookalike') return [];
  const safe = message.replyTo?.email && !assessment.provider?.reasons.includes('reply-to-elsewhere') ? message.replyTo.email : message.from.email;
  return safe ? [safe] : [];
}

function attachmentsOf(answers: Answers): readonly { readonly name: string }[] {
  return answers['message_copy'] ? [{ name: answers['message_copy'] }] : [];
}

/** Question by question, with the provider's own numbers and words. */
function answersBlock(
  questions: readonly Question[],
  answers: Answers,
  gap: (fact: string) => string,
): { readonly text: string; readonly missing: readonly string[] } {
  const used = new Map<string, number>();
  const missing: string[] = [];
  const parts = questions.slice(0, mostAnswers).map((question) => {
    const turn = (used.get(question.key) ?? 0) + 1;
    used.set(question.key, turn);
    const id = turn === 1 ? question.key : `${question.key}_${turn}`;
    const answer = (answers[id] ?? '').trim();
    if (answer === '') missing.push(id);
    const asked = question.text.length > 220 ? `${question.text.slice(0, 217).trimEnd()}…` : question.text;
    return `${question.number}. ${asked}\n${answer === '' ? gap(id) : answer}`;
  });
  return { text: parts.join('\n\n'), missing };
}

/** The facts of a case by name, as letters and papers put them in. What the person typed outranks what was read. */
export function factValues(
  { message, assessment, provider, profile, case: facts, answers, now }: Omit<DraftOrder, 'step' | 'language'>,
  language: string,
): Values {
  const date = (iso: string | undefined) =>
    iso && !Number.isNaN(Date.parse(iso))
      ? new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'long', timeZone: profile?.timeZone ?? 'UTC' }).format(new Date(iso))
      : undefined;
  const [named, unnamed] = greeting[language] ?? greeting['en'] ?? ['', ''];
  const person = message.from.name && !/["@]|legal|law|support|team|wlec|lec\b/iu.test(message.from.name) ? message.from.name : '';
  const known = (key: string): string | undefined => answers[key]?.trim() || undefined;
  const base: Values = {
    office: profile?.office,
    name: profile?.name,
    title: profile?.title,
    phone: profile?.phone,
    switchboard: profile?.switchboard,
    supervisor: profile?.supervisor,
    email: profile?.email,
    provider: provider?.name,
    reference: assessment.facts.references[0]?.text ?? referenceIn(message.subject, provider),
    subject: message.subject.replace(/^\s*(?:(?:re|r|aw|sv|i|fwd?)\s*:\s*)+/iu, '').trim() || undefined,
    message_date: date(message.date),
    first_request: date(facts.firstRequest),
    hold_reference: facts.preservation?.reference ?? assessment.facts.holdReference,
    hold_expiry: date(facts.preservation?.expires ?? assessment.facts.expiry),
    offence: facts.offence?.articles,
    salutation: person ? named.replace('{name}', () => person) : unnamed,
    received_on: date(now),
    case_reference: caseReference(message.subject),
  };
  const typed = Object.fromEntries(Object.keys(answers).map((key) => [key, known(key)]));
  return { ...base, ...Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined)) };
}

/** A register number in the subject that we gave ourselves, like `283/16 RGNR`. */
function caseReference(subject: string): string | undefined {
  return /(?:p\.?\s?p\.?|proc(?:edimento)?\.?\s?pen(?:ale)?\.?)\s?(?:n\.?r?\.?)?\s?\d{1,6}\s?\/\s?\d{2,4}(?:\s?R\.?\s?G\.?\s?N\.?\s?R\.?|\s?mod\.?\s?\d{2}(?:[- ]?bis)?)?/iu.exec(
    subject.slice(0, 400),
  )?.[0];
}

function referenceIn(subject: string, provider: Provider | null): string | undefined {
  for (const { pattern } of provider?.references ?? []) {
    const found = pattern ? new RegExp(pattern, 'u').exec(subject.slice(0, 400)) : null;
    if (found) return found[0];
  }
  return undefined;
}
