import type { Finding } from '../core/assessment';
import { applyFix } from './actions';
import type { Store } from './store';

/** Remarks on what the person is writing in the page, each with its fix. */
export function Findings({ store }: { store: Store }) {
  const say = store.say.value;
  const findings = store.tab.value?.findings ?? [];
  if (findings.length === 0 || store.imported.value) return null;
  return (
    <section class="card findings" aria-labelledby="findings">
      <h2 id="findings">{say.count('findings.title', findings.length)}</h2>
      <ul class="flat spaced">
        {findings.map((finding, index) => (
          <Remark key={`${finding.rule}${index}`} finding={finding} store={store} fix />
        ))}
      </ul>
    </section>
  );
}

/** One remark: how grave, what, why; with its fix where the compose box is open. */
export function Remark({ finding, store, fix = false }: { finding: Finding; store: Store; fix?: boolean }) {
  const say = store.say.value;
  return (
    <li class={`finding ${finding.severity}`} data-testid="finding" data-rule={finding.rule}>
      <span>
        <span class="unseen">{say(`severity.${finding.severity}`)}: </span>
        {finding.message}
        {finding.why ? <span class="soft block">{finding.why}</span> : null}
      </span>
      {fix && finding.fix ? (
        <button
          type="button"
          class="button second small"
          aria-label={say('findings.fix.what', { what: finding.message })}
          onClick={() => void applyFix(store, finding)}
        >
          {say('findings.fix')}
        </button>
      ) : null}
    </li>
  );
}
