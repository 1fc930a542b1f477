import { answerFields } from './answers';
import type { Store } from './store';

const signs = { ok: '✓', warn: '!', gap: '○', open: '○' } as const;

/** How far the answers are, question by question. */
export function QuestionnaireSummary({ store }: { store: Store }) {
  const say = store.say.value;
  const questions = answerFields(store).filter(({ question }) => question);
  if (questions.length === 0 || store.lookalike.value) return null;
  const done = questions.filter(({ state }) => state === 'ok' || state === 'warn').length;
  return (
    <section class="card" aria-labelledby="questions">
      <h2 id="questions">{say('questions.title', { done, all: questions.length })}</h2>
      <progress class="bar" max={questions.length} value={done} aria-labelledby="questions" />
      <ul class="answers">
        {questions.map(({ id, key, state, question }) => (
          <li key={id} class={state}>
            <span aria-hidden="true">{signs[state]}</span>
            <span>
              {key === 'other' || key === 'fact' ? (question?.text ?? '').slice(0, 80) : say(`question.${key}`)}
              <span class="unseen"> ({say(state === 'ok' ? 'questions.ok' : state === 'warn' ? 'questions.warn' : 'questions.gap')})</span>
            </span>
          </li>
        ))}
      </ul>
      <button
        type="button"
        class="button second small"
        onClick={() => {
          store.view.value = 'form';
        }}
      >
        {say(done === questions.length ? 'questions.edit' : 'questions.open')}
      </button>
    </section>
  );
}
