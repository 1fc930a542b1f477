import { useEffect, useRef } from 'preact/hooks';
import { copyDraft, insertDraft } from './actions';
import { answerFields, type AnswerField } from './answers';
import { formSections } from './form-sections';
import { labelOf } from './labels';
import { useLastForm } from './last-form';
import { QuestionnaireField } from './questionnaire-field';
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
  const sections = formSections(fields);
  const done = fields.filter(({ value }) => value.trim() !== '').length;
  const earlier = useLastForm(
    store,
    fields.map(({ id }) => id),
  );
  const copies = Object.keys(earlier).length;
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
          <div class="row between">
            <span id="form-progress">{say('form.progress', { done, all: fields.length })}</span>
            <progress class="bar" max={Math.max(1, fields.length)} value={done} aria-labelledby="form-progress" />
          </div>
          {copies > 0 ? (
            <button
              type="button"
              class="button second"
              data-testid="copy-facts"
              onClick={() => {
                for (const [id, value] of Object.entries(earlier)) store.setAnswer(id, value);
                store.tell('ok', 'form.copied', { n: copies });
              }}
            >
              {say.count('form.copy', copies)}
            </button>
          ) : null}
          {sections.map(({ id, fields: inside, done: answered }, at) => (
            <section key={`${id}${at}`} class="stack" aria-labelledby={`section-${at}`} data-testid="form-section" data-section={id}>
              <h3 id={`section-${at}`} class="row between">
                <span>{say(`form.section.${id}`)}</span>
                <span class="soft">{say('form.section.done', { done: answered, all: inside.length })}</span>
              </h3>
              {inside.map((field) => (
                <QuestionnaireField key={field.id} field={field} store={store} />
              ))}
            </section>
          ))}
          <button type="submit" class="button first">
            {say('form.review')}
          </button>
        </form>
      )}
    </section>
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
