import { holdState } from '../core/case/hold';
import { holdPlan } from '../core/case/hold-plan';
import { OfficeWord } from './office-word';
import type { Store } from './store';
import { dateText } from './times';

/** Who had the ball, for how long; and whether the data are held. */
export function TimelineBar({ store }: { store: Store }) {
  const say = store.say.value;
  const { stretches, open, days, ourDays } = store.ball.value;
  const zone = store.zone.value;
  const provider = store.provider.value;
  const noted = store.whole.value.preservation;
  const plan = holdPlan(noted, provider ? { ...provider.preservation, seat: provider.seat } : undefined, [], zone);
  // An end that nobody stated is reckoned from the usual length, and said to be.
  const preservation = noted && plan?.ends ? { ...noted, expires: plan.ends } : noted;
  const joined = store.neighbours.joined.value.length;
  const hold = holdState(preservation, store.now.value);
  const shown = stretches.filter((stretch) => stretch.days > 0);
  const full = (stretch: (typeof stretches)[number]) =>
    say.count(`timeline.${stretch.holder}.full`, stretch.days, { from: dateText(stretch.from, say, zone), to: dateText(stretch.to, say, zone) });
  return (
    <section class="card timeline" aria-labelledby="timeline" data-testid="timeline">
      <h2 id="timeline">{say('timeline.title')}</h2>
      {shown.length > 0 ? (
        <ol class="ball">
          {shown.map((stretch) => (
            <li key={stretch.from} class={stretch.holder} style={{ flexGrow: String(stretch.days) }} title={full(stretch)}>
              <span aria-hidden="true">{say(`timeline.${stretch.holder}`, { n: stretch.days })}</span>
              <span class="unseen">{full(stretch)}</span>
            </li>
          ))}
        </ol>
      ) : null}
      <p class="soft">
        {stretches.length > 0 ? say.count('timeline.sum', days, { ours: ourDays }) : say('timeline.empty')}{' '}
        {open ? say(`timeline.open.${open.holder}`, { when: dateText(open.since, say, zone) }) : ''}{' '}
        <strong class={hold === 'confirmed' ? '' : 'alarm'}>
          {say(`hold.${hold}`, { date: preservation?.expires ? dateText(preservation.expires, say, zone) : '' })}
        </strong>{' '}
        {plan?.reckoned ? say('hold.reckoned') : ''}
      </p>
      {plan?.reckoned ? <OfficeWord step="record_preservation" store={store} /> : null}
      {joined > 0 ? <p class="soft">{say.count('timeline.joined', joined)}</p> : null}
    </section>
  );
}
