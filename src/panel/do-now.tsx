import { copyDraft, insertDraft } from './actions';
import { blocking } from './answers';
import { Doubts, doubtsOf } from './doubts';
import { OfficeWord } from './office-word';
import { BasisList, StepDetails } from './step-details';
import { ServedOn } from './served-on';
import { Reachable } from './reachable';
import type { Store } from './store';
import { dueText } from './times';

/** The first step, with its clock, its reason and the one button that matters. */
export function DoNow({ store }: { store: Store }) {
  const say = store.say.value;
  const step = store.first.value;
  if (!step) return null;
  const due = dueText(step.due, store.now.value, say, store.zone.value);
  const draft = store.active.value === step ? store.composed.value : store.compose(step.id);
  const gaps = typeof draft === 'object' && draft ? blocking(store, draft).length : 0;
  const more = step.channel !== undefined || step.needs.length > 0 || step.caveats.length > 0 || step.legalBasis.length > 1;

  const go = () => {
    store.step.value = step.id;
    if (gaps > 0) store.view.value = 'form';
    else void insertDraft(store);
  };
  return (
    <section
      class={store.lookalike.value ? 'now lookalike-step' : 'now'}
      aria-labelledby="now"
      data-testid="next-step"
      data-step={step.id}
      data-rank={step.rank}
    >
      <h2 id="now">{say(store.own.value ? 'own.now' : 'now.title')}</h2>
      <h3>{step.title || say(`step.name.${step.id}`)}</h3>
      {due ? (
        <p class={`clock ${due.pressure}`}>
          <strong>{due.big}</strong>
          <span>{due.when}</span>
        </p>
      ) : step.clock ? (
        <p class="clock">
          <span>{step.clock}</span>
        </p>
      ) : null}
      <p class="why">{step.reason || say('now.none')}</p>
      {step.signedBy === 'judge' || step.signedBy === 'prosecutor' || step.signedBy === 'prosecutor-48h' ? (
        <p>
          <span class="tag calm">{say(`step.signed.${step.signedBy}`)}</span>
        </p>
      ) : null}
      <Reachable step={step} store={store} />
      <BasisList basis={step.legalBasis.slice(0, 1)} say={say} />
      <Doubts doubts={doubtsOf(store).first} store={store} steps={false} />
      <OfficeWord step={step.id} store={store} />
      {more ? (
        <details>
          <summary>{say('step.more')}</summary>
          <ServedOn step={step} store={store} />
          <StepDetails step={step} say={say} now={store.now.value} zone={store.zone.value} basis={step.legalBasis.length > 1} />
        </details>
      ) : null}
      {store.lookalike.value ? <p class="soft">{say('lookalike.nothing')}</p> : null}
      {typeof draft === 'string' ? <p class="notice warn">{say('draft.failed', { reason: draft })}</p> : null}
      {typeof draft === 'object' && draft ? (
        <>
          <div class="buttons">
            <button type="button" class="button first" data-testid="insert-draft" onClick={go}>
              {gaps > 0 ? say.count('button.fill', gaps) : say('button.insert')}
            </button>
            <button
              type="button"
              class="button second"
              data-testid="copy-draft"
              onClick={() => {
                store.step.value = step.id;
                void copyDraft(store);
              }}
            >
              {say('button.copy')}
            </button>
          </div>
          <button
            type="button"
            class="plain start"
            onClick={() => {
              store.step.value = step.id;
              store.view.value = 'draft';
            }}
          >
            {say('button.preview')}
          </button>
          {store.profile.value ? null : (
            <p class="soft">
              {say('profile.missing')}{' '}
              <button type="button" class="plain" onClick={() => void store.host.openOptions()}>
                {say('profile.open')}
              </button>
            </p>
          )}
        </>
      ) : null}
    </section>
  );
}
