import type { AnswerField } from './answers';

export type SectionId = 'danger' | 'data' | 'proof' | 'person' | 'more' | 'letter';
export type FormSection = { readonly id: SectionId; readonly fields: readonly AnswerField[]; readonly done: number };

const sectionOf: Readonly<Record<string, SectionId>> = {
  nature: 'danger',
  who_at_risk: 'danger',
  imminence: 'danger',
  identifier: 'data',
  data_requested: 'data',
  how_it_averts: 'data',
  why_not_normal_process: 'data',
  message_copy: 'proof',
  requester: 'person',
  fact: 'letter',
};

/** The form cut where its subject changes. The provider's order stays as it is; facts for the letter come last. */
export function formSections(fields: readonly AnswerField[]): readonly FormSection[] {
  const sections: { id: SectionId; fields: AnswerField[] }[] = [];
  for (const field of [...fields.filter(({ question }) => question), ...fields.filter(({ question }) => !question)]) {
    const id = field.question ? (sectionOf[field.key] ?? 'more') : 'letter';
    const last = sections[sections.length - 1];
    if (last?.id === id) last.fields.push(field);
    else sections.push({ id, fields: [field] });
  }
  return sections.map(({ id, fields: inside }) => ({ id, fields: inside, done: inside.filter(({ value }) => value.trim() !== '').length }));
}
