import type { AnswerField } from './answers';
import type { Store } from './store';

/** What a field is called on screen, and what providers refuse for. */
export function labelOf(store: Store, field: Pick<AnswerField, 'id' | 'key' | 'question'>): { readonly label: string; readonly help?: string } {
  const say = store.say.value;
  if (field.key !== 'fact' && field.key !== 'other') return { label: say(`question.${field.key}`) };
  if (field.question) return { label: say('question.other') };
  return { label: factLabel(store, field.id) };
}

/** The name of a fact that a letter needs. */
export function factLabel(store: Store, id: string): string {
  return store.say.value.maybe(`question.${id}`) ?? id.replaceAll('_', ' ');
}
