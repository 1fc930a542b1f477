import type { Draft, Question } from '../core/assessment';
import type { FindingId, QuestionKey } from '../core/ids';
import type { Store } from './store';

/** One field of the form: a question of the provider, or a fact that the letter needs besides. */
export type AnswerField = {
  /** Under which the answer is kept and handed to the draft. */
  readonly id: string;
  readonly testId: string;
  readonly question?: Question;
  readonly key: QuestionKey | 'fact';
  readonly value: string;
  readonly state: 'ok' | 'warn' | 'gap' | 'open';
  /** What is wrong with the answer, in words. */
  readonly remarks: readonly string[];
};

/** Most questions that become fields; a mail with more is no questionnaire that a person would fill in. */
const most = 200;

/** Which answer a remark on the finished letter is about. */
const about: Readonly<Partial<Record<FindingId, readonly string[]>>> = {
  nature_missing: ['nature'],
  who_at_risk_missing: ['who_at_risk'],
  imminence_missing: ['imminence'],
  deadline_missing: ['imminence'],
  deadline_without_time_zone: ['imminence'],
  overbroad_scope: ['data_requested'],
  identifier_missing: ['identifier', 'data_requested'],
  identifier_not_international: ['identifier', 'data_requested'],
  identifier_masked: ['identifier', 'data_requested'],
  date_range_missing: ['period', 'data_requested'],
  nexus_missing: ['how_it_averts'],
  message_copy_missing: ['message_copy'],
  attachment_missing: ['message_copy'],
  content_from_e2ee: ['data_requested'],
  why_not_normal_process_missing: ['why_not_normal_process'],
  no_callback: ['requester'],
};

/** The fields of the questionnaire, in the provider's order, then the facts that the letter needs besides. */
export function answerFields(store: Store): readonly AnswerField[] {
  const answers = store.answers.value;
  const questions = (store.assessment.value?.facts.questions ?? []).slice(0, most);
  const missing = new Set(store.draft.value?.missing ?? []);
  const used = new Map<string, number>();
  const asked = questions.map((question) => {
    const turn = (used.get(question.key) ?? 0) + 1;
    used.set(question.key, turn);
    return { id: turn === 1 ? question.key : `${question.key}_${turn}`, key: question.key, question };
  });
  // A question that the letter of this step doesn't answer is no field of it.
  const wanted = new Set(store.needed.value);
  const fields = asked.filter(({ id, key }) => wanted.has(id) || (key !== 'other' && asked.some((one) => wanted.has(one.id))));
  const ids = new Set(fields.map(({ id }) => id as string));
  const besides = store.needed.value.filter((id) => !ids.has(id)).map((id) => ({ id, key: 'fact' as const }));
  const all = [...fields, ...besides];
  const remarks = new Map<string, string[]>();
  for (const { rule } of store.draft.value?.findings ?? []) {
    const id = about[rule]?.find((key) => all.some((field) => field.id === key));
    const words = id === undefined ? undefined : store.engine.findingText(rule, store.language.value);
    if (id !== undefined && words !== undefined) remarks.set(id, [...(remarks.get(id) ?? []), words]);
  }
  return all.map((field): AnswerField => {
    const value = answers[field.id] ?? '';
    const said = value.trim() !== '';
    const found = said ? [...new Set(remarks.get(field.id) ?? [])] : [];
    return {
      ...field,
      testId: `q-${field.id}`,
      value,
      remarks: found,
      state: missing.has(field.id) ? 'gap' : !said ? 'open' : found.length > 0 ? 'warn' : 'ok',
    };
  });
}

/** What a gap looks like in the text of a draft. */
const gapMark = /\[[‑-]{2}(?:(?!\[[‑-]{2})[^\]\n]){1,120}\]/gu;

/** What keeps the draft from being inserted: facts without a value, or gaps that the person's own changes left in the text. */
export function blocking(store: Store, draft: Draft): readonly string[] {
  const own = store.edited.value;
  if (own?.of !== store.draftKey.value) return draft.missing;
  return [...`${own.subject}\n${own.text}`.matchAll(gapMark)].map(([mark]) => mark.replace(/[[\]‑-]/gu, ' ').trim());
}
