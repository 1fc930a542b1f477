import type { Finding } from '../core/assessment';
import { applyFix } from './actions';
import type { Store } from './store';

/** Remarks on what the person is writing in the page, each with its fix. */
export function Findings({ store }: { store: Store }) {
  const say = store.say.value;
  const mail = store.tab.value?.compose?.composeId ?? '';
  const findings = (store.tab.value?.findings ?? []).filter(({ rule }) => !store.silenced.value.has(`${mail} ${rule}`));
  if (findings.length === 0 || store.imported.value) return null;
  return (
    <section class="card findings" aria-labelledby="findings">
      <h2 id="findings">{say.count('findings.title', findings.length)}</h2>
      <ul class="flat spaced">
        {findings.map((finding, index) => (
          <Remark
            key={`${finding.rule}${index}`}
            finding={finding}
            store={store}
            fix
            silence={() => void (store.silenced.value = new Set([...store.silenced.value, `${mail} ${finding.rule}`]))}
          />
        ))}
      </ul>
    </section>
  );
}

/** One remark: how grave, what, why; with its fix where the compose box is open. */
export function Remark({ finding, store, fix = false, silence }: { finding: Finding; store: Store; fix?: boolean; silence?: () => void }) {
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
      {silence ? (
        <button type="button" class="plain" data-testid="silence" aria-label={say('findings.silence.what', { what: finding.message })} onClick={silence}>
          {say('findings.silence')}
        </button>
      ) : null}
    </li>
  );
}
