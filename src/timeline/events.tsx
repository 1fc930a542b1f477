import { paperWords } from '../data/paper-words';
import type { TimelineSay } from '../data/timeline-words';
import type { CaseEvent } from '../wire/stored-case';

/** What happened, in order: mails with what they said, requests that were drafted, holds, the end of the emergency. */
export function Events({ events, zone, say }: { readonly events: readonly CaseEvent[]; readonly zone: string; readonly say: TimelineSay }) {
  const words = paperWords(say.language);
  if (events.length === 0) return null;
  const told = ({ what, step, replyTypes }: CaseEvent) =>
    [words.event(what), ...(step ? [words.step(step)] : []), ...(replyTypes ?? []).map((type) => words.reply(type))].join(' · ');
  return (
    <section class="card" aria-labelledby="events">
      <h3 id="events">{say('events')}</h3>
      <div class="scroll" role="region" tabIndex={0} aria-label={say('table.events')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('column.when')}</th>
              <th scope="col">{say('column.who')}</th>
              <th scope="col">{say('column.what')}</th>
            </tr>
          </thead>
          <tbody>
            {events.map((event) => (
              <tr key={`${event.what} ${event.key}`}>
                <td class="date">{say.date(event.at, zone)}</td>
                <td>{say(event.by === 'us' ? 'side.us' : 'side.provider')}</td>
                <th scope="row">{told(event)}</th>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
