import type { AnswerField } from './answers';
import type { Store } from './store';

/** What a field is called on screen, and what providers refuse for. */
export function labelOf(store: Store, field: Pick<AnswerField, 'id' | 'key' | 'question'>): { readonly label: string; readonly help?: string } {
  const say = store.say.value;
  if (field.key !== 'fact' && field.key !== 'other') return withHelp(say(`question.${field.key}`), say.maybe(`help.${field.key}`));
  if (field.question) return { label: say('question.other') };
  return withHelp(factLabel(store, field.id), say.maybe(`help.${field.id}`));
}

/** The name of a fact that a letter needs. */
export function factLabel(store: Store, id: string): string {
  const say = store.say.value;
  const turn = /^(\w+?)_(\d{1,3})$/u.exec(id);
  const name = turn?.[1] ?? id;
  const label = say.maybe(`question.${name}`) ?? say.maybe(`fact.${name}`) ?? name.replaceAll('_', ' ');
  return turn ? `${label} (${turn[2]})` : label;
}

function withHelp(label: string, help: string | undefined): { readonly label: string; readonly help?: string } {
  return help === undefined ? { label } : { label, help };
}
