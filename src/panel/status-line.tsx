import { undoInsert } from './actions';
import type { Store } from './store';

/** What the last action did. Always in the page, so that screen readers hear it change. */
export function StatusLine({ store }: { store: Store }) {
  const say = store.say.value;
  const status = store.status.value;
  return (
    <div class={`status ${status ? status.tone : 'quiet'}`}>
      <p role="status" aria-live="polite" data-testid="status">
        {status ? say(status.key, status.values) : ''}
      </p>
      {store.canUndo.value ? (
        <button type="button" class="button second small" data-testid="undo-insert" onClick={() => void undoInsert(store)}>
          {say('button.undo')}
        </button>
      ) : null}
    </div>
  );
}
