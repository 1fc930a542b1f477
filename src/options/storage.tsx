import { useState } from 'preact/hooks';
import type { Say, UiKey } from '../data/ui';
import type { Settings } from '../wire/settings';
import type { Tell } from './options';

const kept: readonly UiKey[] = [
  'options.stored.mail',
  'options.stored.case',
  'options.stored.answers',
  'options.stored.office',
  'options.stored.corrections',
  'options.stored.none',
];

/** What is kept, for how long, and the way to erase it. */
export function Storage({
  settings,
  say,
  save,
  erase,
  tell,
}: {
  settings: Settings;
  say: Say;
  save: (change: Partial<Settings>) => void;
  erase: () => void;
  tell: Tell;
}) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <section class="card stack" aria-labelledby="keep">
        <h2 id="keep">{say('options.keep')}</h2>
        <label class="check">
          <input type="checkbox" checked={settings.keepAnswers} onChange={({ currentTarget }) => save({ keepAnswers: currentTarget.checked })} />
          <span>{say('options.keep.box')}</span>
        </label>
        <label class="field">
          <span>{say('options.keep.days')}</span>
          <input
            type="number"
            min={1}
            max={365}
            disabled={!settings.keepAnswers}
            value={String(settings.keepDays)}
            onChange={({ currentTarget }) => {
              const days = Number(currentTarget.value);
              if (Number.isInteger(days) && days >= 1 && days <= 365) save({ keepDays: days });
              else tell('options.keep.bad');
            }}
          />
        </label>
      </section>
      <section class="card stack" aria-labelledby="stored">
        <h2 id="stored">{say('options.stored')}</h2>
        <ul>
          {kept.map((key) => (
            <li key={key}>{say(key)}</li>
          ))}
        </ul>
        {asking ? (
          <div class="notice bad" role="alert">
            <p>{say('options.erase.ask')}</p>
            <div class="buttons">
              <button
                type="button"
                class="button second"
                onClick={() => {
                  setAsking(false);
                  erase();
                }}
              >
                {say('options.erase.yes')}
              </button>
              <button type="button" class="button second" onClick={() => setAsking(false)}>
                {say('button.cancel')}
              </button>
            </div>
          </div>
        ) : (
          <button type="button" class="button second start" onClick={() => setAsking(true)}>
            {say('options.erase')}
          </button>
        )}
      </section>
    </>
  );
}
