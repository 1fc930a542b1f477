import { useEffect, useState } from 'preact/hooks';
import type { TimelineSay } from '../data/timeline-words';

/** The browser's notifications: allowed or not, asked for only by a click. */
export type Notifications = { readonly allowed: () => Promise<boolean>; readonly ask: () => Promise<boolean>; readonly stop: () => Promise<void> };

/** How one is reminded: by the number on the toolbar icon always, by a notification where the person wants one. */
export function Reminders({ notifications, say }: { readonly notifications: Notifications; readonly say: TimelineSay }) {
  const [allowed, setAllowed] = useState<boolean | null>(null);
  useEffect(() => void notifications.allowed().then(setAllowed), [notifications]);
  return (
    <p class="soft screen-only" data-testid="reminders">
      {say('reminder.badge')}{' '}
      {allowed === null ? null : allowed ? (
        <>
          {say('reminder.on')}{' '}
          <button type="button" onClick={() => void notifications.stop().then(() => setAllowed(false))}>
            {say('reminder.stop')}
          </button>
        </>
      ) : (
        <>
          {say('reminder.help')}{' '}
          <button type="button" data-testid="allow-notifications" onClick={() => void notifications.ask().then(setAllowed)}>
            {say('reminder.ask')}
          </button>
        </>
      )}
    </p>
  );
}
