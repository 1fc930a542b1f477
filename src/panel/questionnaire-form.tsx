import { useEffect, useRef } from 'preact/hooks';
import { copyDraft, insertDraft } from './actions';
import { answerFields, type AnswerField } from './answers';
import { labelOf } from './labels';
import type { Store } from './store';
import { GuardNotice, Thresholds } from './thresholds';

/** The provider's questions as a form, and the review of the answers before they go in. */
export function QuestionnaireForm({ store }: { store: Store }) {
  const say = store.say.value;
  const fields = answerFields(store);
  const heading = useRef<HTMLHeadingElement>(null);
  const review = store.view.value === 'review';
  useEffect(() => {
    const field = store.focusOn.value ? document.getElementById(`a-${store.focusOn.value}`) : null;
    store.focusOn.value = null;
    (field ?? heading.current)?.focus();
  }, [review]);
  const asked = fields.filter(({ question }) => question);
  const extra = fields.filter(({ question }) => !question);
  return (
    <section data-testid="questionnaire" aria-labelledby="form" class="stack">
      <button type="button" class="plain start" onClick={() => void (store.view.value = 'advice')}>
        ‹ {say('button.back')}
      </button>
      <h2 id="form" class="large" tabIndex={-1} ref={heading}>
        {review ? say('form.review.title') : say('form.title', { provider: store.provider.value?.name ?? say('header.unknown') })}
      </h2>
      <GuardNotice store={store} />
      {review ? (
        <Review store={store} fields={fields} />
      ) : (
        <form
          class="stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            store.view.value = 'review';
          }}
        >
          <p class="soft">{say('form.intro')}</p>
          {asked.map((field) => (
            <Field key={field.id} field={field} store={store} />
          ))}
          {extra.length > 0 ? <h3>{say('form.extra')}</h3> : null}
          {extra.map((field) => (
            <Field key={field.id} field={field} store={store} />
          ))}
          <button type="submit" class="button first">
            {say('form.review')}
          </button>
        </form>
      )}
    </section>
  );
}

function Field({ field, store }: { field: AnswerField; store: Store }) {
  const say = store.say.value;
  const { id, testId, question, value, state, remarks } = field;
  const help = labelOf(store, field).help;
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
    </div>
  );
}

function Review({ store, fields }: { store: Store; fields: readonly AnswerField[] }) {
  const say = store.say.value;
  const gaps = fields.filter(({ state }) => state === 'gap');
  const back = (id: string) => {
    store.focusOn.value = id;
    store.view.value = 'form';
  };
  return (
    <>
      {gaps.length > 0 ? (
        <div class="notice bad" role="alert">
          <strong>{say.count('form.errors.title', gaps.length)}</strong>
          <ul class="flat">
            {gaps.map((field) => (
              <li key={field.id}>
                <button type="button" class="plain" onClick={() => back(field.id)}>
                  {labelOf(store, field).label}
                </button>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <dl class="review">
        {fields.map((field) => (
          <div key={field.id} class={field.state}>
            <dt>
              {field.question ? `${field.question.number}. ` : ''}
              {labelOf(store, field).label}{' '}
              <button type="button" class="plain" aria-label={say('form.edit.what', { what: labelOf(store, field).label })} onClick={() => back(field.id)}>
                {say('form.edit')}
              </button>
            </dt>
            <dd>{field.value.trim() === '' ? <em>{say('form.empty')}</em> : field.value}</dd>
            {field.remarks.length > 0 ? <dd class="remarks">{field.remarks.join(' ')}</dd> : null}
          </div>
        ))}
      </dl>
      <Thresholds store={store} />
      <details>
        <summary>{say('button.preview')}</summary>
        <pre class="letter">{store.draft.value?.text ?? ''}</pre>
      </details>
      <div class="buttons">
        <button type="button" class="button first" data-testid="insert-draft" disabled={gaps.length > 0} onClick={() => void insertDraft(store)}>
          {say('button.insert')}
        </button>
        <button type="button" class="button second" data-testid="copy-draft" onClick={() => void copyDraft(store)}>
          {say('button.copy')}
        </button>
      </div>
    </>
  );
}
