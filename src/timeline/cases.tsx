import { useState } from 'preact/hooks';
import { joinedCases, likelySame, type JoinedCase, type Joins } from '../core/case/join';
import { caseOverview, type CaseFigures } from '../core/case/overview';
import type { Overlay } from '../core/directory/overlay';
import type { UiLanguage } from '../core/ids';
import { hash } from '../core/thread';
import type { Provider } from '../data/schema/provider';
import { timelineWords } from '../data/timeline-words';
import type { CaseEvent, StoredCase } from '../wire/stored-case';
import { CaseView } from './case-view';
import { spanText } from './cases-text';
import { dueText } from './dues';
import { Reminders, type Notifications } from './reminders';
import { Threads } from './threads';

export type CasesHost = {
  readonly keep: (changed: StoredCase) => Promise<void>;
  readonly forget: (threadKey: string) => Promise<void>;
  readonly keepJoins: (joins: Joins) => Promise<void>;
  /** Hands a calendar file to the browser's download. */
  readonly save: (text: string, name: string) => void;
  readonly print: () => void;
  readonly notifications?: Notifications;
};
type Props = {
  readonly cases: readonly StoredCase[];
  readonly joins: Joins;
  /** The directory with the office's corrections in it, and those. */
  readonly providers: readonly Provider[];
  readonly corrections?: Overlay;
  readonly figures: CaseFigures;
  readonly zone: string;
  readonly language: UiLanguage;
  readonly now: () => string;
  /** Thread whose case is shown first. */
  readonly open: string | null;
  readonly host: CasesHost;
};

/** The page: every case that is kept, and one of them as a picture with its dates. */
export function Cases({ cases, joins, providers, corrections = [], figures, zone, language, now, open, host }: Props) {
  const say = timelineWords(language);
  const [chosen, choose] = useState(open);
  const moment = now();
  const all = joinedCases<CaseEvent, StoredCase>(cases, joins).map((joined) => {
    const one = joined.whole;
    const provider = providers.find(({ id }) => id === one.provider);
    const overview = caseOverview(one, provider ? { ...provider.preservation, seat: provider.seat } : undefined, figures, moment, zone);
    return { one, threads: joined.threads, provider, overview };
  });
  const shown = all.find(({ threads }) => threads.some(({ threadKey }) => threadKey === chosen)) ?? (all.length === 1 ? all[0] : undefined);
  const standDown = async ({ threads }: Pick<JoinedCase<StoredCase>, 'threads'>) => {
    const event: CaseEvent = { at: moment, by: 'us', what: 'emergency-ended', key: hash(`emergency-ended${moment}`) };
    for (const thread of threads)
      await host.keep({ ...thread, facts: { ...thread.facts, emergency: 'ended' }, events: [...thread.events, event], updatedAt: moment });
  };
  const forget = async ({ threads }: Pick<JoinedCase<StoredCase>, 'threads'>) => {
    const gone = new Set(threads.map(({ threadKey }) => threadKey));
    for (const key of gone) await host.forget(key);
    await host.keepJoins(Object.fromEntries(Object.entries(joins).filter(([member, head]) => !gone.has(member) && !gone.has(head))));
  };
  const likely = shown
    ? likelySame(
        shown.one,
        all.map(({ one }) => one),
      )
    : [];
  return (
    <div class={shown ? 'page has-case' : 'page'}>
      <header class="top">
        <h1>{say('title')}</h1>
        <p class="soft">{say('intro')}</p>
        {host.notifications && all.length > 0 ? <Reminders notifications={host.notifications} say={say} /> : null}
      </header>
      {all.length === 0 ? <p class="card">{say('none')}</p> : null}
      {all.length > 0 ? (
        <nav class="list" aria-label={say('list')}>
          <ul>
            {all.map(({ one, provider, overview }) => (
              <li key={one.threadKey}>
                <button
                  type="button"
                  aria-current={one === shown?.one ? 'true' : undefined}
                  onClick={() => {
                    choose(one.threadKey);
                    scrollTo({ top: 0 });
                  }}
                >
                  <strong>{provider?.name ?? say('unknownProvider')}</strong>
                  <span class="soft">{spanText(overview.timeline, say, zone)}</span>
                  {overview.next ? (
                    <span class={overview.next.state === 'late' ? 'alarm' : ''}>
                      {say.day(overview.next.on, zone)} · {dueText(overview.next, say)}
                    </span>
                  ) : null}
                </button>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
      <main>
        {shown ? (
          <>
            {all.length > 1 ? (
              <button type="button" class="back" onClick={() => choose(null)}>
                {say('back')}
              </button>
            ) : null}
            <CaseView
              key={shown.one.threadKey}
              record={shown.one}
              provider={shown.provider}
              corrections={corrections.filter((one) => one.provider === shown.provider?.id && one.row.startsWith('preservation'))}
              overview={shown.overview}
              figures={figures}
              now={moment}
              zone={zone}
              say={say}
              host={host}
              standDown={() => standDown(shown)}
              forget={() => forget(shown)}
            >
              <Threads
                threads={shown.threads}
                others={all
                  .filter((other) => other !== shown)
                  .map((other) => ({
                    key: other.one.threadKey,
                    name: `${other.provider?.name ?? say('unknownProvider')}, ${spanText(other.overview.timeline, say, zone)}`,
                    likely: likely.includes(other.one),
                  }))}
                zone={zone}
                say={say}
                join={(member) => void host.keepJoins({ ...joins, [member]: shown.one.threadKey })}
                part={(member) => void host.keepJoins(Object.fromEntries(Object.entries(joins).filter(([key]) => key !== member)))}
              />
            </CaseView>
          </>
        ) : all.length > 0 ? (
          <p class="soft">{say('choose')}</p>
        ) : null}
      </main>
    </div>
  );
}
