import { hoursBetween } from '../core/deadlines';
import type { Side, Timeline } from '../core/case/timeline';
import type { TimelineSay } from '../data/timeline-words';
import { useWidth } from './use-width';

type Props = { readonly timeline: Timeline; readonly now: string; readonly zone: string; readonly say: TimelineSay };
type Bar = { readonly holder: Side; readonly from: string; readonly to: string; readonly days: number; readonly open: boolean };

const lane = 46;
const bar = 30;
const head = 20;
const foot = 26;
/** Pixels that a date under the picture needs, and one with its hour. */
const dateRoom = 92;
const hourRoom = 140;

/** Who had the ball when: a lane for each side, the days in each stretch; and the same as a table. */
export function Exchange({ timeline, now, zone, say }: Props) {
  const { place, width } = useWidth();
  const bars: readonly Bar[] = [
    ...timeline.stretches.map((stretch) => ({ ...stretch, open: false })),
    ...(timeline.open ? [{ holder: timeline.open.holder, from: timeline.open.since, to: now, days: timeline.open.days, open: true }] : []),
  ];
  const { first, last, open } = timeline;
  const sum = [
    timeline.stretches.length === 0 || !first || !last
      ? ''
      : timeline.days > 0
        ? say.count('exchange.sum', timeline.days, { ours: timeline.ourDays, theirs: timeline.providerDays })
        : say.count('exchange.hours', hoursBetween(first, last)),
    open ? say(`exchange.open.${open.holder}`, { when: say.day(open.since, zone) }) : '',
  ].join(' ');
  return (
    <section class="card" aria-labelledby="exchange">
      <h3 id="exchange">{say('exchange')}</h3>
      <p>{first ? sum : say('exchange.none')}</p>
      {first && last ? (
        <figure ref={place}>
          <Picture bars={bars} first={first} last={last} now={now} width={width} zone={zone} say={say} sum={sum} />
        </figure>
      ) : null}
      {bars.length > 0 ? (
        <details open>
          <summary>{say('table.exchange')}</summary>
          <div class="scroll" role="region" tabIndex={0} aria-label={say('table.exchange')}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{say('column.with')}</th>
                  <th scope="col">{say('column.from')}</th>
                  <th scope="col">{say('column.to')}</th>
                  <th scope="col">{say('column.length')}</th>
                </tr>
              </thead>
              <tbody>
                {bars.map((one) => (
                  <tr key={one.from}>
                    <th scope="row">{say(`side.${one.holder}`)}</th>
                    <td class="date">{say.date(one.from, zone)}</td>
                    <td class="date">{one.open ? say('stillOpen') : say.date(one.to, zone)}</td>
                    <td>{longText(one, say)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      ) : null}
    </section>
  );
}

type PictureProps = {
  readonly bars: readonly Bar[];
  readonly first: string;
  readonly last: string;
  readonly now: string;
  readonly width: number;
  readonly zone: string;
  readonly say: TimelineSay;
  readonly sum: string;
};

function Picture({ bars, first, last, now, width, zone, say, sum }: PictureProps) {
  const start = Date.parse(first);
  const closed = Math.max(Date.parse(last) - start, 3_600_000);
  // What is still open may be years: it gets at most a quarter of what was said, and ends torn.
  const rest = Math.max(0, Date.parse(now) - Date.parse(last));
  const most = Math.max(closed / 4, bars.length > 1 ? 0 : rest);
  const torn = rest > most;
  const span = closed + Math.min(rest, most);
  const at = (moment: string) => (Math.min(span, Math.max(0, Date.parse(moment) - start)) / span) * (width - 2) + 1;
  const height = 2 * (lane + head) + foot;
  const top = (side: Side) => (side === 'us' ? head : lane + 2 * head);
  const bottom = 2 * (lane + head) - 8;
  const hours = span < 2 * 86_400_000;
  const ticks = spaced([...bars.map(({ from }) => from), ...(torn ? [] : [now])], at, width, hours ? hourRoom : dateRoom);
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={`${say('exchange')}. ${sum}`}>
      {(['us', 'provider'] as const).map((side) => (
        <g key={side}>
          <text class="lane" x={1} y={top(side) - 6}>
            {say(`side.${side}`)}
          </text>
          <rect class="track" x={1} y={top(side)} width={width - 2} height={bar} rx={4} />
        </g>
      ))}
      {bars.map((one) => {
        const x = at(one.from);
        const wide = Math.max(3, at(one.to) - x);
        const label = shortText(one, say);
        return (
          <g key={one.from}>
            <rect class={`${one.holder}${one.open ? ' open' : ''}`} x={x} y={top(one.holder)} width={wide} height={bar} rx={4} />
            {wide > label.length * 7.5 + 6 ? (
              <text class={`in ${one.holder}${one.open ? ' open' : ''}`} x={x + wide / 2} y={top(one.holder) + 20} text-anchor="middle">
                {label}
              </text>
            ) : null}
            {one.open && torn ? <path class="torn" d={zigzag(x + wide - 5, top(one.holder))} /> : null}
          </g>
        );
      })}
      {ticks.map(({ moment, x, anchor }) => (
        <g key={moment}>
          <line class="tick" x1={at(moment)} x2={at(moment)} y1={bottom} y2={bottom + 6} />
          <text class="date" x={x} y={height - 6} text-anchor={anchor}>
            {moment === now ? say('now') : hours ? say.date(moment, zone) : say.day(moment, zone)}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** The edge of a bar that goes on beyond the picture. */
function zigzag(x: number, y: number): string {
  return `M${x} ${y} l4 5 l-4 5 l4 5 l-4 5 l4 5 l-4 5`;
}

/** The moments whose dates find room beside each other, the first and the last before those between. */
export function spaced(moments: readonly string[], at: (moment: string) => number, width: number, room = dateRoom) {
  const placed: { moment: string; x: number; anchor: 'start' | 'middle' | 'end' }[] = [];
  const order = [moments[0], moments.at(-1), ...moments.slice(1, -1)].filter((moment): moment is string => moment !== undefined);
  for (const moment of new Set(order)) {
    const x = at(moment);
    const anchor = x < room / 2 ? 'start' : x > width - room / 2 ? 'end' : 'middle';
    const middle = anchor === 'start' ? x + room / 2 : anchor === 'end' ? x - room / 2 : x;
    const free = placed.every((other) => {
      const theirs = other.anchor === 'start' ? other.x + room / 2 : other.anchor === 'end' ? other.x - room / 2 : other.x;
      return Math.abs(theirs - middle) >= room;
    });
    if (free) placed.push({ moment, x, anchor });
  }
  return placed;
}

/** Days; hours where it was less than one. */
function shortText({ days, from, to }: Bar, say: TimelineSay): string {
  const hours = hoursBetween(from, to);
  return hours >= 24 ? say('d', { n: days }) : say('h', { n: Math.max(0, hours) });
}

function longText({ days, from, to }: Bar, say: TimelineSay): string {
  const hours = hoursBetween(from, to);
  return hours >= 24 ? say.count('days', days) : hours > 0 ? say.count('hours', hours) : say('hours.none');
}
