import type { Element } from '../core/deciding/thresholds';
import type { Store } from './store';

const signs = { met: '✓', gap: '○', contrary: '✗' } as const;

/** The facts entered beside the tests that apply: which element has no fact behind it. */
export function Thresholds({ store }: { store: Store }) {
  const say = store.say.value;
  const seen = store.assessment.value;
  if (!seen?.isProviderReply || store.lookalike.value) return null;
  const office = store.profile.value;
  const tests =
    store.engine.thresholds?.({
      assessment: seen,
      case: store.known.value,
      answers: store.answers.value,
      now: store.now.value,
      language: store.language.value,
      ...(office ? { profile: office } : {}),
    }) ?? [];
  if (tests.length === 0) return null;
  const gaps = tests.reduce((sum, { elements }) => sum + elements.filter(({ state }) => state !== 'met').length, 0);
  return (
    <details class="quietly" data-testid="thresholds">
      <summary>{say.count('tests.title', gaps)}</summary>
      <p class="soft">{say('tests.help')}</p>
      {tests.map(({ id, name, standard, elements }) => (
        <section key={id} aria-labelledby={`test-${id}`}>
          <h3 id={`test-${id}`}>{name}</h3>
          {standard ? <p class="soft">{standard}</p> : null}
          <ul class="answers">
            {elements.map((element) => (
              <Line key={element.id} element={element} store={store} />
            ))}
          </ul>
        </section>
      ))}
    </details>
  );
}

function Line({ element: { says, state, fact }, store }: { element: Element; store: Store }) {
  const say = store.say.value;
  return (
    <li class={state === 'met' ? 'ok' : state === 'gap' ? 'gap' : 'warn'}>
      <span aria-hidden="true">{signs[state]}</span>
      <span>
        {says}
        <span class="unseen"> ({say(`tests.${state}`)})</span>
        {fact ? <span class="soft block">{fact}</span> : null}
      </span>
    </li>
  );
}

/** Said when the person's own answers speak against an emergency: the reason, and one click that opens the right lane. */
export function GuardNotice({ store }: { store: Store }) {
  const say = store.say.value;
  const { emergency } = store.known.value;
  const found =
    emergency === 'none' || emergency === 'ended' ? null : (store.engine.guard?.(store.answers.value, store.now.value, store.language.value) ?? null);
  if (!found || store.lookalike.value) return null;
  return (
    <div class="notice warn" role="status" data-testid="guard" data-guard={found.id}>
      <p>{found.says}</p>
      <div class="buttons">
        <button type="button" class="button second small" onClick={() => store.setFacts({ emergency: found.id === 'speech' ? 'none' : 'ended' })}>
          {say(found.id === 'speech' ? 'guard.none' : 'guard.ended')}
        </button>
      </div>
    </div>
  );
}
