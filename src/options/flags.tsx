import type { Tri } from '../core/case';
import type { FlagId } from '../core/ids';
import type { Flag } from '../data/schema/deciding';
import type { Say } from '../data/ui';

type Chosen = Readonly<Partial<Record<FlagId, Tri>>>;
const word = (value: Tri) => `options.flags.${String(value) as 'true' | 'false' | 'unknown'}` as const;

/** Facts of law that may have changed: what is assumed, since when, and what the office decided. */
export function Flags({ flags, chosen, say, save }: { flags: readonly Flag[]; chosen: Chosen; say: Say; save: (chosen: Chosen) => void }) {
  const put = (id: FlagId, value: string) => {
    const { [id]: _old, ...rest } = chosen;
    save(value === '' ? rest : { ...rest, [id]: value === 'true' ? true : value === 'false' ? false : 'unknown' });
  };
  return (
    <section class="card" aria-labelledby="flags">
      <h2 id="flags">{say('options.flags')}</h2>
      <p class="soft">{say('options.flags.help')}</p>
      <ul class="flat flags">
        {flags.map(({ id, says, asOf, default: standard }) => (
          <li key={id}>
            <span id={`flag-${id}`}>
              {id}: {says[say.language]}{' '}
              <span class="soft">
                {say('options.flags.default', { value: say(word(standard)) })} · {say('basis.checked', { date: dayText(asOf, say) })}
              </span>
            </span>
            <select
              aria-labelledby={`flag-${id}`}
              value={chosen[id] === undefined ? '' : String(chosen[id])}
              onChange={({ currentTarget }) => put(id, currentTarget.value)}
            >
              <option value="">{say('options.flags.asDefault')}</option>
              {([true, false, 'unknown'] as const).map((value) => (
                <option key={String(value)} value={String(value)}>
                  {say(word(value))}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
    </section>
  );
}

function dayText(date: string, say: Say): string {
  return new Intl.DateTimeFormat(say.language === 'en' ? 'en-GB' : 'it-IT', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(date),
  );
}
