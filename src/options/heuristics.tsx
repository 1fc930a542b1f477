import { heuristicIds, type Heuristics as Figures } from '../core/deciding/situation';
import type { DecidingSettings } from '../data/schema/deciding';
import type { Say, UiKey } from '../data/ui';

type Props = {
  readonly standard: DecidingSettings;
  readonly chosen: Figures;
  readonly say: Say;
  readonly save: (chosen: Figures) => void;
  readonly tell: (key: UiKey) => void;
};

/** Figures of experience that no law sets: when to chase, to lodge, how long assistance takes. Empty means the default. */
export function Heuristics({ standard, chosen, say, save, tell }: Props) {
  const put = (id: (typeof heuristicIds)[number], text: string) => {
    const { [id]: _old, ...rest } = chosen;
    const count = Number(text);
    if (text.trim() === '') save(rest);
    else if (Number.isInteger(count) && count >= 1 && count <= 1000) save({ ...rest, [id]: count });
    else tell('options.heuristics.bad');
  };
  return (
    <section class="card" aria-labelledby="heuristics">
      <h2 id="heuristics">{say('options.heuristics')}</h2>
      <p class="soft">{say('options.heuristics.help')}</p>
      <ul class="flat flags">
        {heuristicIds.map((id) => (
          <li key={id}>
            <label for={`heuristic-${id}`}>
              {say(`options.heuristics.${id}`)} <span class="soft">{say('options.heuristics.default', { n: standard[id] })}</span>
            </label>
            <input
              id={`heuristic-${id}`}
              type="number"
              min={1}
              max={1000}
              placeholder={String(standard[id])}
              value={chosen[id] === undefined ? '' : String(chosen[id])}
              onChange={({ currentTarget }) => put(id, currentTarget.value)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
