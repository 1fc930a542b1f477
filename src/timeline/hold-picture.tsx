import type { HoldPlan, Horizon } from '../core/case/hold-plan';
import { dayIn } from '../core/case/timeline';
import type { TimelineSay } from '../data/timeline-words';
import { spaced } from './exchange';
import { useWidth } from './use-width';

type Props = { readonly hold: HoldPlan | undefined; readonly horizon: Horizon; readonly zone: string; readonly say: TimelineSay };
type Piece = { readonly kind: 'hold' | 'extension' | 'horizon'; readonly from: string; readonly to: string; readonly label: string; readonly row: number };

const bar = 28;
const row = 44;
const head = 12;
const foot = 30;

/** The hold with its extensions above the time that assistance takes, on one scale: what no hold covers is seen. */
export function HoldPicture({ hold, horizon, days, now, zone, say }: Props & { readonly days: number; readonly now: string }) {
  const { place, width } = useWidth();
  const today = dayIn(now, zone);
  const from = hold?.begins ?? hold?.ends ?? horizon.from;
  // A hold of long ago beside an answer that is expected in a year says nothing: they are not drawn on one scale.
  const far = hold?.longest !== undefined && Date.parse(horizon.from) - Date.parse(hold.longest) > 400 * 86_400_000;
  const pieces: readonly Piece[] = [
    ...(hold?.ends ? [{ kind: 'hold', from, to: hold.ends, label: say('hold.bar'), row: 0 } as const] : []),
    ...(hold?.extensions ?? []).map((period) => ({ kind: 'extension', ...period, label: say('hold.extension.bar'), row: 0 }) as const),
    ...(far ? [] : [{ kind: 'horizon', from: horizon.from, to: horizon.to, label: say('horizon.bar', { n: days }), row: hold?.ends ? 1 : 0 } as const]),
  ];
  const rows = Math.max(...pieces.map((piece) => piece.row)) + 1;
  const start = Math.min(...pieces.map((piece) => Date.parse(piece.from)));
  const end = Math.max(...pieces.map((piece) => Date.parse(piece.to)));
  const span = Math.max(end - start, 86_400_000);
  const at = (date: string) => (Math.min(span, Math.max(0, Date.parse(date) - start)) / span) * (width - 2) + 1;
  const height = head + rows * row + foot;
  const dates = spaced([...new Set(pieces.flatMap((piece) => [piece.from, piece.to]))].toSorted(), at, width);
  const uncovered = hold?.longest && hold.longest < horizon.to && hold.longest > horizon.from ? { from: hold.longest, to: horizon.to } : undefined;
  const inside = Date.parse(today) >= start && Date.parse(today) <= end;
  return (
    <figure ref={place}>
      <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={say('hold')}>
        {uncovered && !far ? (
          <Uncovered x={at(uncovered.from)} wide={Math.max(2, at(uncovered.to) - at(uncovered.from))} label={say('hold.uncovered.bar')} />
        ) : null}
        {pieces.map((piece) => {
          const x = at(piece.from);
          const wide = Math.max(3, at(piece.to) - x - (piece.kind === 'extension' ? 1 : 0));
          const y = head + piece.row * row;
          return (
            <g key={`${piece.kind} ${piece.from}`}>
              <rect class={piece.kind} x={x} y={y} width={wide} height={bar} rx={4} />
              {wide > piece.label.length * 7.5 + 6 ? (
                <text class={`in ${piece.kind}`} x={x + wide / 2} y={y + 19} text-anchor="middle">
                  {piece.label}
                </text>
              ) : null}
            </g>
          );
        })}
        {(hold?.reminders ?? [])
          .filter(({ on }) => Date.parse(on) >= start)
          .map(({ days: before, on }) => (
            <path key={before} class="reminder" d={`M${at(on)} ${head + bar + 1} l5 8 l-10 0 z`} />
          ))}
        {inside ? <line class="today" x1={at(today)} x2={at(today)} y1={2} y2={head + rows * row} /> : null}
        {dates.map(({ moment, x, anchor }) => (
          <text key={moment} class="date" x={x} y={height - 8} text-anchor={anchor}>
            {moment === today ? say('now') : say.day(moment, zone)}
          </text>
        ))}
      </svg>
    </figure>
  );
}

/** What no hold covers while an answer is awaited. */
function Uncovered({ x, wide, label }: { readonly x: number; readonly wide: number; readonly label: string }) {
  return (
    <g>
      <rect class="uncovered" x={x} y={head} width={wide} height={bar} rx={4} />
      {wide > label.length * 7.5 + 6 ? (
        <text class="in uncovered" x={x + wide / 2} y={head + 19} text-anchor="middle">
          {label}
        </text>
      ) : null}
    </g>
  );
}

/** The same as a table. */
export function HoldTable({ hold, horizon, zone, say }: Props) {
  const rows = [
    ...(hold?.ends ? [{ name: say('hold.row'), from: hold.begins, to: hold.ends }] : []),
    ...(hold?.extensions ?? []).map((period, index) => ({ name: say('hold.extension', { n: index + 1 }), ...period })),
    { name: say('horizon.row'), from: horizon.from, to: horizon.to },
  ];
  return (
    <div class="scroll" role="region" tabIndex={0} aria-label={say('table.hold')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('column.what')}</th>
            <th scope="col">{say('column.from')}</th>
            <th scope="col">{say('column.to')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, from, to }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td class="date">{from ? say.day(from, zone) : '–'}</td>
              <td class="date">{say.day(to, zone)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
