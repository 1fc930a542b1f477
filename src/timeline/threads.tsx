import { useState } from 'preact/hooks';
import { timeline } from '../core/case/timeline';
import type { TimelineSay } from '../data/timeline-words';
import type { StoredCase } from '../wire/stored-case';
import { spanText } from './cases-text';

type Props = {
  readonly threads: readonly StoredCase[];
  /** The other cases; `likely` ones carry the same reference of a hold. */
  readonly others: readonly { readonly key: string; readonly name: string; readonly likely: boolean }[];
  readonly zone: string;
  readonly say: TimelineSay;
  readonly join: (threadKey: string) => void;
  readonly part: (threadKey: string) => void;
};

/** The threads that this case is made of: join another one by hand, or part one again. */
export function Threads({ threads, others, zone, say, join, part }: Props) {
  const [chosen, choose] = useState('');
  if (threads.length === 1 && others.length === 0) return null;
  return (
    <section class="card screen-only" aria-labelledby="threads">
      <h3 id="threads">{say('threads')}</h3>
      <p class="soft">{say('threads.help')}</p>
      {threads.length > 1 ? (
        <ul class="facts">
          {threads.map((thread, index) => {
            const moves = thread.events.filter(({ what }) => what === 'message');
            const span = spanText(timeline(moves, thread.updatedAt, zone), say, zone);
            return (
              <li key={thread.threadKey} class="row">
                <span>{span}</span>
                {index > 0 ? (
                  <button type="button" aria-label={`${say('threads.part')}: ${span}`} onClick={() => part(thread.threadKey)}>
                    {say('threads.part')}
                  </button>
                ) : null}
              </li>
            );
          })}
        </ul>
      ) : null}
      {others.length > 0 ? (
        <div class="tools">
          <label>
            {say('threads.choose')}{' '}
            <select value={chosen} onChange={({ currentTarget }) => choose(currentTarget.value)}>
              <option value="">–</option>
              {others
                .toSorted((a, b) => Number(b.likely) - Number(a.likely))
                .map(({ key, name, likely }) => (
                  <option key={key} value={key}>
                    {likely ? `${name} (${say('threads.likely')})` : name}
                  </option>
                ))}
            </select>
          </label>
          <button
            type="button"
            disabled={chosen === ''}
            onClick={() => {
              join(chosen);
              choose('');
            }}
          >
            {say('threads.join')}
          </button>
        </div>
      ) : null}
    </section>
  );
}
