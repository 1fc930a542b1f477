import { Asks, RejectedSteps } from './asks';
import { CaseStrip } from './case-strip';
import { ChooseProvider } from './choose-provider';
import { DoNow } from './do-now';
import { Findings } from './findings';
import { JoinOffer } from './join-offer';
import { Lanes } from './lanes';
import { QuestionnaireSummary } from './questionnaire-summary';
import { Says } from './says';
import type { Store } from './store';
import { GuardNotice, Thresholds } from './thresholds';
import { TimelineBar } from './timeline-bar';
import { Warnings } from './warnings';

/** The first screen: what it says, what to do, what else, who had the ball. */
export function Advice({ store }: { store: Store }) {
  const say = store.say.value;
  const seen = store.assessment.value;
  const trouble = store.trouble.value;
  return (
    <>
      {store.imported.value ? (
        <p class="row between">
          <span class="soft">{say('status.imported')}</span>
          <button type="button" class="plain" onClick={() => void (store.imported.value = null)}>
            {say('empty.close')}
          </button>
        </p>
      ) : null}
      {trouble === null ? null : (
        <p class="notice bad" role="alert">
          {say('app.failed', { reason: trouble })}
        </p>
      )}
      {seen ? (
        <>
          <Warnings store={store} />
          <Findings store={store} />
          <Says store={store} />
          <ChooseProvider store={store} />
          <CaseStrip key={store.fingerprint.value} store={store} />
          <GuardNotice store={store} />
          <DoNow store={store} />
          <QuestionnaireSummary store={store} />
          <Lanes store={store} />
          <JoinOffer store={store} />
          <TimelineBar store={store} />
          <Asks store={store} />
          <Thresholds store={store} />
          <RejectedSteps store={store} />
        </>
      ) : null}
    </>
  );
}
