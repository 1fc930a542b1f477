import type { Store } from './store';
import { dateText } from './times';

/** What must be known before the advice is used: a look-alike, an old mail, a part of a mail. */
export function Warnings({ store }: { store: Store }) {
  const say = store.say.value;
  const seen = store.assessment.value;
  const message = store.message.value;
  const then = store.mailDay.value;
  const lookalike = store.lookalike.value;
  const warnings = seen?.warnings ?? [];
  return (
    <>
      {lookalike ? (
        <div class="notice bad" role="alert">
          <strong>{say('trust.lookalike')}</strong>
          <p>{say('trust.lookalike.why')}</p>
        </div>
      ) : null}
      {seen?.provider?.trust === 'unlisted' && !store.own.value ? <p class="notice warn">{say('trust.unlisted.why')}</p> : null}
      {seen?.authentication?.result === 'failed' ? <p class="notice bad">{say('header.authentication.failed')}</p> : null}
      {message?.incomplete ? <p class="notice warn">{say('incomplete.notice')}</p> : null}
      {store.doubts.value.map((doubt) => (
        <p key={doubt} class="notice warn" data-testid="doubt" data-doubt={doubt}>
          {say(`doubt.${doubt}`)}
        </p>
      ))}
      {warnings.length > 0 ? (
        <section class={`notice ${lookalike ? 'bad' : 'warn'}`} aria-label={say('warnings.title')}>
          <ul class="flat">
            {warnings.map(({ id, message: text }) => (
              <li key={id} data-warning={id}>
                {text}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {seen && !seen.split.complete && warnings.length === 0 ? <p class="notice warn">{say('split.notice')}</p> : null}
      {store.old.value && then ? (
        <p class="notice plainly">
          {say(store.replay.value ? 'replay.notice' : 'old.notice', { date: dateText(then, say, store.zone.value) })}{' '}
          {say(store.asOfMail.value ? 'old.then' : 'old.today')}{' '}
          <button type="button" class="plain" data-testid="as-of" onClick={() => void (store.asOfMail.value = !store.asOfMail.value)}>
            {say(store.asOfMail.value ? 'old.showToday' : 'old.showThen')}
          </button>
        </p>
      ) : null}
    </>
  );
}
