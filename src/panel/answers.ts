import type { Draft, Question } from '../core/assessment';
import type { QuestionKey } from '../core/ids';
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

/** The fields of the questionnaire, in the provider's order, then the facts that the letter lacks besides. */
export function answerFields(store: Store): readonly AnswerField[] {
  const draft = store.draft.value;
  const answers = store.answers.value;
  const questions = (store.assessment.value?.facts.questions ?? []).slice(0, most);
  const used = new Map<string, number>();
  const missing = new Set(draft?.missing ?? []);
  const fields: AnswerField[] = questions.map((question) => {
    const turn = (used.get(question.key) ?? 0) + 1;
    used.set(question.key, turn);
    const id = turn === 1 ? question.key : `${question.key}_${turn}`;
    const value = answers[id] ?? '';
    const gap = missing.has(id);
    missing.delete(id);
    return { id, testId: `q-${id}`, question, key: question.key, value, remarks: [], state: gap ? 'gap' : value.trim() === '' ? 'open' : 'ok' };
  });
  const facts = [...missing].map((id): AnswerField => ({ id, testId: `q-${id}`, key: 'fact', value: answers[id] ?? '', remarks: [], state: 'gap' }));
  return [...fields, ...facts];
}

/** What a gap looks like in the text of a draft. */
const gapMark = /\[‑‑[^\]\n]{1,120}‑‑\]/gu;

/** What keeps the draft from being inserted: facts without a value, or gaps that the person's own changes left in the text. */
export function blocking(store: Store, draft: Draft): readonly string[] {
  const own = store.edited.value;
  if (own?.of !== store.draftKey.value) return draft.missing;
  return [...`${own.subject}\n${own.text}`.matchAll(gapMark)].map(([mark]) => mark.slice(3, -3).trim());
}
