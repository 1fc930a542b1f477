import type { Due } from '../core/case/overview';
import { calendarDays, dayIn } from '../core/case/timeline';
import type { TimelineSay } from '../data/timeline-words';

/** What is due, in words. */
export function dueText({ what, days }: Due, say: TimelineSay): string {
  return say(`due.${what}`, { days: days ?? '' });
}

/** How far away a date is: calendar days of the zone, hours for a moment that is less than two days away. */
export function awayText(on: string, now: string, say: TimelineSay, zone: string): string {
  const hours = on.length === 10 ? 48 : Math.trunc((Date.parse(on) - Date.parse(now)) / 3_600_000);
  if (Math.abs(hours) < 48) return hours === 0 ? say('in.now') : hours > 0 ? say.count('in.hours', hours) : say.count('ago.hours', -hours);
  const days = on.length === 10 ? calendarDays(`${dayIn(now, zone)}T00:00:00Z`, `${on}T00:00:00Z`, 'UTC') : calendarDays(now, on, zone);
  if (days === 0) return say('in.today');
  return days > 0 ? say.count('in.days', days) : say.count('ago.days', -days);
}

/** Every date of a case, the table that a reader of the picture can trust. */
export function DueTable({ dues, now, zone, say }: { readonly dues: readonly Due[]; readonly now: string; readonly zone: string; readonly say: TimelineSay }) {
  return (
    <div class="scroll" role="region" tabIndex={0} aria-label={say('table.dues')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('column.when')}</th>
            <th scope="col">{say('column.what')}</th>
            <th scope="col">{say('column.state')}</th>
          </tr>
        </thead>
        <tbody>
          {dues.map((due) => (
            <tr key={`${due.what} ${due.on}`} class={due.state}>
              <td class="date">{say.date(due.on, zone)}</td>
              <th scope="row">{dueText(due, say)}</th>
              <td>
                {due.state === 'ahead' ? '' : `${say(`state.${due.state}`)}, `}
                {awayText(due.on, now, say, zone)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
