import { narrowFirst, narrowOffers, tellNarrowed, type NarrowId } from '../core/writing/narrowing';
import type { Store } from './store';
import { builderInput, putInto } from './wizard';

/** From "all data" to named kinds of data and a period, without what the provider is known not to hold. */
export function NarrowingWizard({ id, store }: { id: string; store: Store }) {
  const say = store.say.value;
  const language = store.draftLanguage.value;
  const phrases = store.engine.phrases?.(language);
  if (!phrases) return null;
  const provider = store.provider.value;
  const offers = narrowOffers(provider);
  const picked = builderInput(store, id, 'items');
  const from = builderInput(store, id, 'since');
  const to = builderInput(store, id, 'until');
  const items = picked.value === '' ? narrowFirst(store.answers.value[id] ?? '', provider) : (picked.value.split(' ') as NarrowId[]);
  const toggle = (item: NarrowId, on: boolean) => {
    const next = on ? [...items, item] : items.filter((one) => one !== item);
    picked.set(next.length > 0 ? next.join(' ') : 'none');
  };
  const told = tellNarrowed({ items, from: from.value, to: to.value }, provider, { now: store.now.value, zone: store.zone.value, language }, phrases);
  return (
    <details class="builder" data-testid="narrow">
      <summary>{say('narrow.title')}</summary>
      <fieldset>
        <legend>{say('narrow.kinds')}</legend>
        {offers.map(({ id: item, held }) => (
          <label key={item} class={`tick ${held === 'no' ? 'soft' : ''}`}>
            <input
              type="checkbox"
              data-testid={`n-${item}`}
              checked={held !== 'no' && items.includes(item)}
              disabled={held === 'no'}
              onChange={({ currentTarget }) => toggle(item, currentTarget.checked)}
            />
            <span>
              {say(`narrow.${item}`)}
              {held === 'no' ? <span class="soft block">{say('narrow.not-held', { provider: provider?.name ?? '' })}</span> : null}
            </span>
          </label>
        ))}
      </fieldset>
      <div class="pair">
        <label class="line">
          <span>{say('narrow.from')}</span>
          <input type="datetime-local" data-testid="n-since" value={from.value} onInput={({ currentTarget }) => from.set(currentTarget.value)} />
        </label>
        <label class="line">
          <span>{say('narrow.to')}</span>
          <input type="datetime-local" data-testid="n-until" value={to.value} onInput={({ currentTarget }) => to.set(currentTarget.value)} />
        </label>
      </div>
      {provider && provider.retention.length > 0 ? (
        <details>
          <summary>{say('narrow.retention', { provider: provider.name })}</summary>
          <ul>
            {provider.retention.map(({ fact, confidence }) => (
              <li key={fact}>
                {fact} {confidence === 'verified' ? null : <span class="soft">{say('narrow.unverified')}</span>}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {told.text ? (
        <p class="built" lang={language}>
          {told.text}
        </p>
      ) : null}
      {told.gaps.length > 0 ? <p class="soft">{told.gaps.map((gap) => say(`narrow.gap.${gap}`)).join(' ')}</p> : null}
      <button
        type="button"
        class="button second small"
        data-testid="put-narrow"
        disabled={told.text === '' || told.gaps.length > 0}
        onClick={() => putInto(store, id, told.text, true)}
      >
        {say('form.put.button')}
      </button>
    </details>
  );
}
