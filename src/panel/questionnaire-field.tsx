import { followUps } from '../core/writing/follow-ups';
import type { AnswerField } from './answers';
import { labelOf } from './labels';
import type { Store } from './store';
import { IdentifierClinic } from './wizard-identifiers';
import { ImminenceBuilder } from './wizard-imminence';
import { NarrowingWizard } from './wizard-narrowing';

/** One question with its answer, what providers refuse for, the questions that the answer raises, and what helps to write it. */
export function QuestionnaireField({ field, store }: { field: AnswerField; store: Store }) {
  const say = store.say.value;
  const { id, key, testId, question, value, state, remarks } = field;
  const help = labelOf(store, field).help;
  const raised = followUps(store.answers.value).filter(({ parent }) => parent === id);
  return (
    <div class={`card question ${state}`}>
      <label for={`a-${id}`}>
        {question ? <span class="number">{say('form.number', { number: question.number })}</span> : null}
        <span class="words">{question ? question.text : labelOf(store, field).label}</span>
      </label>
      {question ? <p class="hint">{labelOf(store, field).label}</p> : null}
      {help ? (
        <details>
          <summary>{say('form.help')}</summary>
          <p>{help}</p>
        </details>
      ) : null}
      <textarea
        id={`a-${id}`}
        data-testid={testId}
        rows={value.length > 120 ? 5 : 3}
        value={value}
        aria-describedby={`r-${id}`}
        aria-invalid={state === 'gap'}
        onInput={({ currentTarget }) => store.setAnswer(id, currentTarget.value)}
      />
      <p id={`r-${id}`} class="remarks">
        {remarks.length > 0 ? remarks.join(' ') : state === 'gap' ? say('form.gap') : value.trim() === '' ? '' : `✓ ${say('form.saved')}`}
      </p>
      {raised.length > 0 ? (
        <div class="raised" role="group" aria-label={say('form.follow.title')}>
          {raised.map(({ id: follow, ask }) => (
            <label key={follow} class="line">
              <span>{say(`follow.${ask}`)}</span>
              <input
                type="text"
                data-testid={`f-${follow}`}
                value={store.answers.value[follow] ?? ''}
                onInput={({ currentTarget }) => store.setAnswer(follow, currentTarget.value)}
              />
            </label>
          ))}
        </div>
      ) : null}
      {key === 'imminence' || id === 'imminence' ? <ImminenceBuilder id={id} store={store} /> : null}
      {key === 'identifier' || key === 'data_requested' || id === 'identifier' ? <IdentifierClinic id={id} store={store} /> : null}
      {key === 'data_requested' || id === 'data_requested' ? <NarrowingWizard id={id} store={store} /> : null}
    </div>
  );
}
