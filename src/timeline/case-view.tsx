import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { calendarFile } from '../core/case/calendar';
import { holdState } from '../core/case/hold';
import type { CaseFigures, CaseOverview } from '../core/case/overview';
import type { Overlay } from '../core/directory/overlay';
import { directoryWords } from '../data/directory-words';
import type { Provider } from '../data/schema/provider';
import type { TimelineSay } from '../data/timeline-words';
import type { StoredCase } from '../wire/stored-case';
import { awayText, dueText, DueTable } from './dues';
import { Events } from './events';
import { Exchange } from './exchange';
import { HoldPicture, HoldTable } from './hold-picture';
import type { CasesHost } from './cases';
import { spanText } from './cases-text';

type Props = {
  readonly record: StoredCase;
  readonly provider: Provider | undefined;
  /** What the office corrected about this provider's holds: the dates rest on it. */
  readonly corrections: Overlay;
  readonly overview: CaseOverview;
  readonly figures: CaseFigures;
  readonly now: string;
  readonly zone: string;
  readonly say: TimelineSay;
  readonly host: CasesHost;
  readonly standDown: () => Promise<void>;
  readonly forget: () => Promise<void>;
  readonly children?: ComponentChildren;
};

/** One case: what is due next, the exchange, the hold against the time that assistance takes, every date. */
export function CaseView({ record, provider, corrections, overview, figures, now, zone, say, host, standDown, forget, children }: Props) {
  const [status, setStatus] = useState('');
  const [sure, setSure] = useState(false);
  const { timeline, hold, horizon, dues, next } = overview;
  const ahead = dues.filter(({ state }) => state === 'ahead');
  const exportDates = () => {
    if (ahead.length === 0) return setStatus(say('ics.none'));
    host.save(calendarFile(ahead, say('ics.title'), record.threadKey, now), 'rogatory.ics');
    setStatus(say('ics.saved', { n: ahead.length }));
  };
  const yours = record.facts.emergency === 'now' && timeline.open?.holder === 'us';
  const preservation = record.facts.preservation;
  const state = holdState(hold?.ends && preservation ? { ...preservation, expires: hold.ends } : preservation, now);
  return (
    <article class="case">
      <header class="row">
        <div>
          <h2>{provider?.name ?? say('unknownProvider')}</h2>
          <p class="soft">
            {spanText(timeline, say, zone)} · {say(`emergency.${record.facts.emergency}`)}
          </p>
        </div>
        <div class="tools">
          <button type="button" class="primary" onClick={exportDates} data-testid="save-ics">
            {say('ics')}
          </button>
          <button type="button" onClick={host.print}>
            {say('print')}
          </button>
        </div>
      </header>
      <p role="status" data-testid="status">
        {status}
      </p>
      <section class={next?.state === 'late' || yours ? 'card next late' : 'card next'} aria-labelledby="next">
        <h3 id="next">{say('next')}</h3>
        {yours && timeline.open ? <p class="alarm big">{say('next.yours', { when: say.date(timeline.open.since, zone) })}</p> : null}
        {next ? (
          <p class="big">
            <strong>{say.date(next.on, zone)}</strong> · {dueText(next, say)} <span class="soft">({awayText(next.on, now, say, zone)})</span>
          </p>
        ) : (
          <p>{say('next.none')}</p>
        )}
        {record.facts.emergency === 'now' ? (
          <div class="screen-only">
            <button type="button" data-testid="stand-down" onClick={() => void standDown().then(() => setStatus(say('standDown.done')))}>
              {say('standDown')}
            </button>
            <p class="soft">{say('standDown.help')}</p>
          </div>
        ) : null}
      </section>
      <Exchange timeline={timeline} now={now} zone={zone} say={say} />
      <section class="card" aria-labelledby="hold">
        <h3 id="hold">{say('hold')}</h3>
        <p class={state === 'confirmed' ? '' : 'alarm'}>{say(`hold.state.${state}`, { date: hold?.ends ? say.day(hold.ends, zone) : '' })}</p>
        <HoldPicture hold={hold} horizon={horizon} days={figures.assistanceDays} now={now} zone={zone} say={say} />
        <ul class="facts">
          {hold?.reckoned && hold.ends ? <li>{say('hold.reckoned', { date: say.day(hold.ends, zone) })}</li> : null}
          {hold && state !== 'expired' ? (
            <li>
              {hold.extensions.length > 0 && hold.longest
                ? say('hold.longest', { date: say.day(hold.longest, zone) })
                : say(hold.extensionsKnown ? 'hold.noExtension' : 'hold.extensionsUnknown')}{' '}
              {hold.extensions.length > 0 && provider && provider.preservation.confidence !== 'verified' ? say('hold.unverified') : ''}
            </li>
          ) : null}
          {hold
            ? corrections.map(({ row, value, author, on }) => (
                <li key={row} data-testid="office-word">
                  {say('hold.office', { fact: directoryWords(say.language).row(row), value: value.split('\n').join('; '), author, date: say.day(on, zone) })}
                </li>
              ))
            : null}
          <li>
            {horizon.asked
              ? say('horizon.asked', { from: say.day(horizon.from, zone), date: say.day(horizon.to, zone) })
              : say('horizon.today', { date: say.day(horizon.to, zone) })}{' '}
            {horizon.uncovered === undefined ? '' : horizon.uncovered > 0 ? say.count('horizon.uncovered', horizon.uncovered) : say('horizon.covered')}{' '}
            {horizon.uncovered !== undefined && horizon.uncovered > 0 && hold && hold.extensions.length > 0 && horizon.uncoveredAtBest !== undefined
              ? horizon.uncoveredAtBest > 0
                ? say.count('horizon.best', horizon.uncoveredAtBest)
                : say('horizon.best.covered')
              : ''}
          </li>
        </ul>
        <HoldTable hold={hold} horizon={horizon} zone={zone} say={say} />
      </section>
      <section class="card" aria-labelledby="dues">
        <h3 id="dues">{say('dues')}</h3>
        {dues.length > 0 ? <DueTable dues={dues} now={now} zone={zone} say={say} /> : <p>{say('next.none')}</p>}
        <p class="soft">
          {say('dues.help')} <span class="screen-only">{say('ics.help', { title: say('ics.title') })}</span>
        </p>
      </section>
      <Events events={record.events} zone={zone} say={say} />
      {children}
      <p class="tools screen-only">
        {sure ? (
          <>
            <button type="button" class="danger" onClick={() => void forget()}>
              {say('remove.sure')}
            </button>
            <button type="button" onClick={() => setSure(false)}>
              {say('remove.keep')}
            </button>
          </>
        ) : (
          <button type="button" onClick={() => setSure(true)}>
            {say('remove')}
          </button>
        )}
      </p>
    </article>
  );
}
