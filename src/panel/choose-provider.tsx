import type { Store } from './store';

/** "This is a reply from …": for a mail whose sender nobody could tell. A look-alike can't be vouched for this way. */
export function ChooseProvider({ store }: { store: Store }) {
  const say = store.say.value;
  const match = store.assessment.value?.provider;
  if (store.own.value) return null;
  if (match && match.trust !== 'unlisted' && !store.chosen.value) return null;
  const names = store.engine.providers.toSorted((a, b) => a.name.localeCompare(b.name));
  return (
    <label class="field inline">
      <span>{say('choose.title')}</span>
      <select value={store.chosen.value ?? ''} onChange={({ currentTarget }) => void (store.chosen.value = currentTarget.value || undefined)}>
        <option value="">{say('choose.auto')}</option>
        {names.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
