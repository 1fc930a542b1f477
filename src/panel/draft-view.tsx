import { copyDraft, insertDraft, readyDraft, remarksOn } from './actions';
import { blocking } from './answers';
import { DraftChecks } from './draft-checks';
import { Remark } from './findings';
import { factLabel } from './labels';
import type { Store } from './store';

const languages = ['en', 'it', 'fr', 'de', 'es'] as const;

/** The draft of a step: read it, change it, put it in. */
export function DraftView({ store }: { store: Store }) {
  const say = store.say.value;
  const step = store.active.value;
  const composed = store.composed.value;
  const draft = store.draft.value;
  const ready = readyDraft(store);
  const key = store.draftKey.value;
  const mine = store.edited.value?.of === key;
  const gaps = draft ? blocking(store, draft) : [];
  const findings = draft && ready ? remarksOn(store, draft, ready) : [];
  const change = (part: { readonly subject?: string; readonly text?: string }) => {
    if (ready) store.edited.value = { of: key, subject: ready.subject, text: ready.text, ...part };
  };
  return (
    <section class="stack" aria-labelledby="draft">
      <button type="button" class="plain start" onClick={() => void (store.view.value = 'advice')}>
        ‹ {say('button.back')}
      </button>
      <h2 id="draft" class="large">
        {say('draft.title')}: {step?.title}
      </h2>
      <label class="field inline">
        <span>{say('draft.letter')}</span>
        <select
          data-testid="letter"
          value={store.letter.value ?? draft?.template ?? ''}
          onChange={({ currentTarget }) => void (store.letter.value = currentTarget.value)}
        >
          {store.engine.letters.map((id) => (
            <option key={id} value={id}>
              {say.maybe(`letter.${id}`) ?? say.maybe(`step.name.${id}`) ?? id}
            </option>
          ))}
        </select>
      </label>
      <label class="field inline">
        <span>{say('draft.language')}</span>
        <select value={store.draftLanguage.value} onChange={({ currentTarget }) => void (store.draftChoice.value = currentTarget.value)}>
          {languages.map((code) => (
            <option key={code} value={code}>
              {say(`language.${code}`)}
            </option>
          ))}
        </select>
      </label>
      <label class="field inline">
        <span>{say('draft.second')}</span>
        <select
          data-testid="second-language"
          value={store.secondLanguage.value ?? ''}
          onChange={({ currentTarget }) => void (store.secondLanguage.value = currentTarget.value || undefined)}
        >
          <option value="">{say('draft.second.none')}</option>
          {languages
            .filter((code) => code !== store.draftLanguage.value)
            .map((code) => (
              <option key={code} value={code}>
                {say(`language.${code}`)}
              </option>
            ))}
        </select>
      </label>
      {typeof composed === 'string' ? <p class="notice warn">{say('draft.failed', { reason: composed })}</p> : null}
      {draft && ready ? (
        <>
          <p class={gaps.length > 0 ? 'notice warn' : 'soft'}>
            {gaps.length > 0 ? `${say.count('draft.missing', gaps.length)}: ${gaps.map((id) => factLabel(store, id)).join(', ')}. ` : say('draft.ready')}
            {gaps.length > 0 ? (
              <button type="button" class="plain" onClick={() => void (store.view.value = 'form')}>
                {say('questions.open')}
              </button>
            ) : null}
          </p>
          {draft.to.length > 0 ? (
            <p class="soft">
              {say('draft.to')}: {draft.to.join(', ')}
            </p>
          ) : null}
          <label class="field">
            <span>{say('draft.subject')}</span>
            <input type="text" data-testid="draft-subject" value={ready.subject} onInput={({ currentTarget }) => change({ subject: currentTarget.value })} />
          </label>
          <label class="field">
            <span>{say('draft.body')}</span>
            <textarea
              data-testid="draft-body"
              class="letter"
              rows={18}
              value={ready.text}
              onInput={({ currentTarget }) => change({ text: currentTarget.value })}
            />
          </label>
          {mine ? (
            <button type="button" class="plain start" onClick={() => void (store.edited.value = null)}>
              {say('draft.reset')}
            </button>
          ) : null}
          {step ? <DraftChecks step={step} store={store} /> : null}
          {findings.length > 0 ? (
            <section aria-labelledby="draft-findings">
              <h3 id="draft-findings">{say('draft.findings')}</h3>
              <ul class="flat spaced" aria-live="polite">
                {findings.map((finding, index) => (
                  <Remark key={`${finding.rule}${index}`} finding={finding} store={store} />
                ))}
              </ul>
            </section>
          ) : null}
          <div class="buttons">
            <button
              type="button"
              class="button first"
              data-testid="insert-draft"
              onClick={() => (gaps.length > 0 && !mine ? void (store.view.value = 'form') : void insertDraft(store))}
            >
              {gaps.length > 0 ? say.count('button.fill', gaps.length) : say('button.insert')}
            </button>
            <button type="button" class="button second" data-testid="copy-draft" onClick={() => void copyDraft(store)}>
              {say('button.copy')}
            </button>
          </div>
        </>
      ) : null}
    </section>
  );
}
