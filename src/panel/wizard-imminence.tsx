import { tellImminence } from '../core/writing/imminence';
import type { Store } from './store';
import { builderInput, putInto } from './wizard';

const texts = ['act', 'victim', 'basis', 'unknown'] as const;
const moments = ['from', 'to', 'lastContact', 'basisAt'] as const;

/** Builds the answer on imminence from what is known; what is computed from dates is marked as computed. */
export function ImminenceBuilder({ id, store }: { id: string; store: Store }) {
  const say = store.say.value;
  const input = (name: string) => builderInput(store, id, name);
  const language = store.draftLanguage.value;
  const phrases = store.engine.phrases?.(language);
  if (!phrases) return null;
  const told = tellImminence(
    {
      ...Object.fromEntries([...texts, ...moments].map((name) => [name, input(name).value])),
      rhythm: Number(input('rhythm').value) || 0,
    },
    { now: store.now.value, zone: store.zone.value, language },
    phrases,
  );
  const text = (name: (typeof texts)[number]) => (
    <label class="line">
      <span>{say(`imminence.${name}`)}</span>
      <input type="text" data-testid={`w-${name}`} value={input(name).value} onInput={({ currentTarget }) => input(name).set(currentTarget.value)} />
    </label>
  );
  const moment = (name: (typeof moments)[number]) => (
    <label class="line">
      <span>{say(`imminence.${name}`)}</span>
      <input type="datetime-local" data-testid={`w-${name}`} value={input(name).value} onInput={({ currentTarget }) => input(name).set(currentTarget.value)} />
    </label>
  );
  return (
    <details class="builder" data-testid="build-imminence">
      <summary>{say('imminence.title')}</summary>
      <p class="soft">{say('imminence.intro', { zone: store.zone.value })}</p>
      {text('act')}
      {text('victim')}
      <div class="pair">
        {moment('from')}
        {moment('to')}
      </div>
      <div class="pair">
        {moment('lastContact')}
        <label class="line">
          <span>{say('imminence.rhythm')}</span>
          <input
            type="number"
            min="1"
            max="366"
            inputMode="numeric"
            data-testid="w-rhythm"
            value={input('rhythm').value}
            onInput={({ currentTarget }) => input('rhythm').set(currentTarget.value)}
          />
        </label>
      </div>
      {text('basis')}
      {moment('basisAt')}
      {text('unknown')}
      {told.statements.length > 0 ? (
        <ul class="flat built" aria-label={say('imminence.preview')} lang={language}>
          {told.statements.map((statement) => (
            <li key={statement.id} class={statement.computed ? 'computed' : ''} data-computed={statement.computed}>
              {statement.text}
            </li>
          ))}
        </ul>
      ) : null}
      {told.gaps.length > 0 ? <p class="soft">{say('imminence.gaps', { what: told.gaps.map((gap) => say(`imminence.gap.${gap}`)).join(', ') })}</p> : null}
      <button
        type="button"
        class="button second small"
        disabled={told.text === ''}
        data-testid="put-imminence"
        onClick={() => putInto(store, id, told.text, true)}
      >
        {say('form.put.button')}
      </button>
    </details>
  );
}
