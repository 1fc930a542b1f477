import { momentOf, wallTime } from '../core/deadlines';
import { mailKey } from '../core/case/moves';
import type { Store } from './store';

/** When the open mail came in: the mail's own date, unless the person knows better. The clocks of its answer count from then. */
export function ReceivedOn({ store }: { store: Store }) {
  const say = store.say.value;
  const mail = store.message.value;
  if (!mail || store.own.value) return null;
  const key = mailKey(mail);
  const zone = store.zone.value;
  const shown = store.received.value[key] ?? mail.date;
  return (
    <label class="field">
      <span>{say('facts.received')}</span>
      <input
        type="datetime-local"
        data-testid="received-on"
        value={shown ? wallTime(shown, zone) : ''}
        aria-describedby="received-help"
        onChange={({ currentTarget }) => store.setReceived(key, momentOf(currentTarget.value, zone) || undefined)}
      />
      <span class="soft" id="received-help">
        {say('facts.received.help')} ({zone})
      </span>
    </label>
  );
}
