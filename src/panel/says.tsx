import type { ReplyTypeId } from '../core/ids';
import { showProof } from './actions';
import { OwnLetterView } from './own-letter-view';
import { quoteOf } from './quote';
import { gravestFirst, toneOf } from './severity';
import type { Store } from './store';

/** Under this score a kind of reply is shown as uncertain. */
const sure = 0.5;

/** The kinds of reply, gravest first, and the words that prove them. */
export function Says({ store }: { store: Store }) {
  const say = store.say.value;
  const seen = store.assessment.value;
  if (store.own.value) return <OwnLetterView store={store} />;
  const proofs = store.proofs.value;
  const at = Math.min(store.proof.value, Math.max(0, proofs.length - 1));
  const current = proofs[at];
  const types = gravestFirst(seen?.replyTypes ?? []);
  const quote = current ? quoteOf(store.message.value?.text ?? '', current.start, current.end) : undefined;
  const pick = (type: ReplyTypeId) => {
    const index = proofs.findIndex((proof) => proof.type === type);
    if (index >= 0) void showProof(store, index);
  };
  return (
    <section aria-labelledby="says">
      <h2 id="says">{say('says.title')}</h2>
      {types.length === 0 ? <p class="soft">{say(seen?.isProviderReply ? 'says.none' : 'says.notReply')}</p> : null}
      <ul class="chips">
        {types.map(({ type, score }) => (
          <li key={type}>
            <button
              type="button"
              class={`chip ${toneOf(type)}`}
              data-testid="reply-type"
              data-type={type}
              aria-pressed={current?.type === type}
              onClick={() => pick(type)}
            >
              {say(`reply.${type}`)}
              {score < sure ? <span class="doubt"> · {say('says.doubt')}</span> : null}
            </button>
          </li>
        ))}
      </ul>
      {current && quote ? (
        <div class={`proof ${toneOf(current.type)}`}>
          <button type="button" class="quote" data-testid="evidence" data-type={current.type} onClick={() => void showProof(store, at)}>
            <q>
              {quote.before}
              <strong>{quote.words}</strong>
              {quote.after}
            </q>
            <span class="link">{say('proof.show', { n: at + 1, all: proofs.length })}</span>
          </button>
          {proofs.length > 1 ? (
            <span class="turn">
              <button type="button" class="icon" aria-label={say('proof.previous')} onClick={() => void showProof(store, at - 1)}>
                ‹
              </button>
              <button type="button" class="icon" aria-label={say('proof.next')} onClick={() => void showProof(store, at + 1)}>
                ›
              </button>
            </span>
          ) : null}
        </div>
      ) : null}
    </section>
  );
}
