import { readIdentifiers } from '../core/writing/identifier-clinic';
import type { Store } from './store';
import { builderInput, putInto } from './wizard';

/** Finds the identifiers in what is typed or pasted, whole and searchable; says what is hidden, misread or incomplete. */
export function IdentifierClinic({ id, store }: { id: string; store: Store }) {
  const say = store.say.value;
  const pasted = builderInput(store, id, 'paste');
  const found = readIdentifiers(`${store.answers.value[id] ?? ''}\n${pasted.value}`, store.office.value?.country);
  return (
    <details class="builder" data-testid="clinic">
      <summary>{found.some(({ ok }) => !ok) ? say('clinic.title.check') : say('clinic.title')}</summary>
      <label class="line">
        <span>{say('clinic.paste')}</span>
        <input type="text" data-testid="w-paste" value={pasted.value} onInput={({ currentTarget }) => pasted.set(currentTarget.value)} />
      </label>
      {found.length === 0 ? (
        <p class="soft">{say('clinic.none')}</p>
      ) : (
        <ul class="flat spaced" aria-label={say('clinic.found')}>
          {found.map(({ kind, raw, clean, ok, notes }) => (
            <li key={`${kind} ${clean}`} class={ok ? 'ok' : 'warn'} data-testid="identifier" data-kind={kind} data-ok={ok}>
              <span aria-hidden="true">{ok ? '✓' : '!'} </span>
              <span class="soft">{say(`clinic.kind.${kind}`)}</span> <strong class="mono">{clean}</strong>
              {notes.map((note) => (
                <span key={note} class="soft block">
                  {say(`clinic.note.${note}`)}
                </span>
              ))}
              {ok && !(store.answers.value[id] ?? '').includes(clean) ? (
                <button
                  type="button"
                  class="button second small"
                  aria-label={say('clinic.put.what', { what: clean })}
                  onClick={() => {
                    const before = store.answers.value[id] ?? '';
                    if (before.includes(raw))
                      putInto(
                        store,
                        id,
                        before.replace(raw, () => clean),
                        true,
                      );
                    else putInto(store, id, clean);
                  }}
                >
                  {say('clinic.put')}
                </button>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}
