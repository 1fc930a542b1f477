import type { LegalBasis, NextStep } from '../core/assessment';
import type { Say } from '../data/ui';
import { dateText, momentText } from './times';

/** Legal basis in one line each: a link where there is one, the date of the check, a mark where nobody read the primary text. */
export function BasisList({ basis, say }: { basis: readonly LegalBasis[]; say: Say }) {
  return (
    <ul class="flat basis">
      {basis.map(({ instrument, article, url, asOf, confidence }) => (
        <li key={`${instrument}${article}`}>
          {url ? (
            <a href={url} target="_blank" rel="noopener noreferrer">
              {instrument} {article}
            </a>
          ) : (
            <span>
              {instrument} {article}
            </span>
          )}{' '}
          · {say('basis.checked', { date: dateText(asOf, say) })}
          {confidence === 'verified' ? null : (
            <span class="tag" title={say('basis.unverified.why')}>
              {say('basis.unverified')}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Everything that is known of a step, under its title. */
export function StepDetails({ step, say, now, zone, basis = true }: { step: NextStep; say: Say; now: string; zone: string; basis?: boolean }) {
  return (
    <dl class="details">
      {basis && step.legalBasis.length > 0 ? (
        <>
          <dt>{say('step.basis')}</dt>
          <dd>
            <BasisList basis={step.legalBasis} say={say} />
          </dd>
        </>
      ) : null}
      {step.channel ? (
        <>
          <dt>{say('step.channel')}</dt>
          <dd>{step.channel}</dd>
        </>
      ) : null}
      {step.due ? (
        <>
          <dt>{say('step.due')}</dt>
          <dd>{momentText(step.due, now, say, zone)}</dd>
        </>
      ) : null}
      {step.clock ? (
        <>
          <dt>{say('step.clock')}</dt>
          <dd>{step.clock}</dd>
        </>
      ) : null}
      {step.needs.length > 0 ? (
        <>
          <dt>{say('step.needs')}</dt>
          <dd>
            <Lines lines={step.needs} />
          </dd>
        </>
      ) : null}
      {step.caveats.length > 0 ? (
        <>
          <dt>{say('step.caveats')}</dt>
          <dd>
            <Lines lines={step.caveats} />
          </dd>
        </>
      ) : null}
    </dl>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul class="flat">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
