import type { Case } from '../core/case';
import type { Store } from './store';

type Place = 'suspectResidesIn' | 'offenceIn' | 'providerSeat' | 'euAddressee';
const places: readonly Place[] = ['suspectResidesIn', 'offenceIn', 'providerSeat', 'euAddressee'];

/** Where the person lives, where the offence was committed, where the provider sits and takes orders: what decides between instruments. */
export function CasePlaces({ store }: { store: Store }) {
  const say = store.say.value;
  const facts = store.facts.value;
  const names = new Intl.DisplayNames([say.language], { type: 'region' });
  const states = (store.engine.states?.() ?? [])
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .toSorted((a, b) => a.name.localeCompare(b.name, say.language));
  if (states.length === 0) return null;
  const put = (place: Place, value: string) => {
    const given = value === '' ? undefined : value === '-' ? null : value;
    store.setFacts({ [place]: given } as Partial<Case>);
  };
  return (
    <fieldset class="choice many">
      <legend>{say('facts.places')}</legend>
      <div class="two">
        {places.map((place) => (
          <label key={place} class="field">
            <span>{say(`facts.${place}`)}</span>
            <select
              data-testid={`place-${place}`}
              value={facts[place] === null ? '-' : (facts[place] ?? '')}
              onChange={({ currentTarget }) => put(place, currentTarget.value)}
            >
              <option value="">{say(place === 'providerSeat' || place === 'euAddressee' ? 'facts.places.directory' : 'facts.places.unknown')}</option>
              {place === 'euAddressee' ? <option value="-">{say('facts.places.none')}</option> : null}
              {states.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
