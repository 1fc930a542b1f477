import { useEffect, useState } from 'preact/hooks';
import { asJoins, joinedCases, type Joins } from '../core/case/join';
import { caseOverview } from '../core/case/overview';
import figures from '../data/settings.json';
import { timelineWords } from '../data/timeline-words';
import { joinsKey } from '../wire/settings';
import { storedCases, type CaseEvent, type StoredCase } from '../wire/stored-case';
import { casesPage } from './open-papers';
import type { Store } from './store';

/** Most cases that are named here; the page of cases has them all. */
const most = 5;

/** What is due next in all cases: the reminder that needs no permission. Nothing where nothing is due. */
export function NextDues({ store }: { store: Store }) {
  const say = timelineWords(store.language.value);
  const [{ cases, joins }, setKept] = useState<{ readonly cases: readonly StoredCase[]; readonly joins: Joins }>({ cases: [], joins: {} });
  useEffect(() => {
    void store.host.all('local').then((stored) => setKept({ cases: storedCases(stored), joins: asJoins(stored[joinsKey]) }));
  }, [store.tab.value]);
  const zone = store.zone.value;
  const now = store.clock.value;
  const dues = joinedCases<CaseEvent, StoredCase>(cases, joins)
    .flatMap(({ whole: one }) => {
      const provider = store.engine.provider(one.provider ?? undefined);
      const rules = provider ? { ...provider.preservation, seat: provider.seat } : undefined;
      const { next } = caseOverview(one, rules, { ...figures, ...store.settings.value.heuristics }, now, zone);
      return next ? [{ key: one.threadKey, name: provider?.name ?? say('unknownProvider'), next }] : [];
    })
    .toSorted((a, b) => Date.parse(a.next.on) - Date.parse(b.next.on));
  if (dues.length === 0) return null;
  return (
    <section class="card stack" aria-labelledby="dues" data-testid="next-dues">
      <h2 id="dues">{say('home.title')}</h2>
      <ul class="flat stack">
        {dues.slice(0, most).map(({ key, name, next }) => (
          <li key={key}>
            <a href={`${casesPage}?lang=${say.language}&case=${key}`} target="_blank">
              <strong>{say.date(next.on, zone)}</strong> · {name}
            </a>
            <br />
            <span class="soft">
              {say(`due.${next.what}`, { days: next.days ?? '' })}
              {next.state === 'late' ? <strong class="alarm">: {say('state.late')}</strong> : null}
            </span>
          </li>
        ))}
      </ul>
      <a href={`${casesPage}?lang=${say.language}`} target="_blank">
        {say('home.all')}
      </a>
    </section>
  );
}
