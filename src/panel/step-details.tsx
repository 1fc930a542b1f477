import type { LegalBasis, NextStep } from '../core/assessment';
import type { Say } from '../data/ui';
import { dateText, momentText } from './times';

/** Legal basis in one line each; opened, what the article says in our words, a link, the dates, and how far it was checked. */
export function BasisList({ basis, say }: { basis: readonly LegalBasis[]; say: Say }) {
  return (
    <ul class="flat basis">
      {basis.map((one) => (
        <li key={`${one.instrument}${one.article}`}>
          {one.says ? (
            <details>
              <summary>
                {one.instrument} {one.article} <Checked basis={one} say={say} />
              </summary>
              <p>{one.says}</p>
              <p class="soft">
                <Link basis={one} />
                {[
                  ...(one.since ? [say('basis.since', { date: dateText(one.since, say) })] : []),
                  ...(one.sinceUnverified ? [say('basis.since.unverified', { date: dateText(one.sinceUnverified, say) })] : []),
                  say(`basis.confidence.${one.confidence}`),
                ]
                  .map((part, index) => (index > 0 || one.url ? ` · ${part}` : part))
                  .join('')}
              </p>
            </details>
          ) : (
            <>
              {one.url ? <Link basis={one} /> : `${one.instrument} ${one.article}`} <Checked basis={one} say={say} />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function Link({ basis: { url, instrument, article } }: { basis: LegalBasis }) {
  if (url === undefined) return null;
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      {instrument} {article}
    </a>
  );
}

/** The date of the check, and a mark where nobody read the primary text. */
function Checked({ basis: { asOf, confidence }, say }: { basis: LegalBasis; say: Say }) {
  return (
    <>
      · {say('basis.checked', { date: dateText(asOf, say) })}
      {confidence === 'verified' ? null : (
        <span class="tag" title={say('basis.unverified.why')}>
          {say('basis.unverified')}
        </span>
      )}
    </>
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
          <dd>
            {step.clock}
            {step.clockEnds ? <span class="soft block">{step.clockEnds}</span> : null}
          </dd>
        </>
      ) : null}
      {step.because && step.because.length > 0 ? (
        <>
          <dt>{say('step.because')}</dt>
          <dd>
            <ul class="flat">
              {step.because.map(({ row, says, evidence }) => (
                <li key={row}>
                  <span class="tag calm">{row}</span> {says}
                  {evidence?.text ? <q class="block soft">{evidence.text}</q> : null}
                </li>
              ))}
            </ul>
          </dd>
        </>
      ) : null}
      {step.changes && step.changes.length > 0 ? (
        <>
          <dt>{say('step.changes')}</dt>
          <dd>
            <Lines lines={step.changes} />
          </dd>
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
