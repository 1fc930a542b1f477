import type { Store } from './store';

/** What a builder was told is kept like every answer, under its question's id, and never goes into the letter by itself. */
export function builderInput(store: Store, id: string, name: string): { readonly value: string; readonly set: (value: string) => void } {
  const key = `${id}..build.${name}`;
  return { value: store.answers.value[key] ?? '', set: (value) => store.setAnswer(key, value) };
}

/** Writes into an answer: instead of an empty one, below one that is there. */
export function putInto(store: Store, id: string, text: string, instead = false): void {
  const before = (store.answers.value[id] ?? '').trim();
  store.setAnswer(id, before === '' || instead ? text : before.includes(text) ? before : `${before}\n${text}`);
  store.tell('ok', 'form.put');
  document.getElementById(`a-${id}`)?.focus();
}
