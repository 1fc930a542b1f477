import { useState } from 'preact/hooks';
import { compareProviders } from '../core/directory/compare';
import { gapBrief } from '../core/directory/gap-brief';
import { correctedFacts, type Overlay } from '../core/directory/overlay';
import type { Provider } from '../data/schema/provider';
import { FactValues } from './fact-values';
import type { Say } from '../data/directory-words';

/** Two providers row by row, what differs marked in words; and the brief on it, to copy. */
export function Comparison({ left, right, overlay, say }: { readonly left: Provider; readonly right: Provider; readonly overlay: Overlay; readonly say: Say }) {
  const factsOf = (provider: Provider) => correctedFacts(provider, overlay);
  const [onlyDifferences, setOnly] = useState(false);
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no');
  const rows = compareProviders(left, right, factsOf).filter((row) => !onlyDifferences || row.differs || row.gap);
  const brief = () =>
    gapBrief(
      left,
      right,
      {
        title: (one, other) => say('briefTitle', { left: one, right: other }),
        intro: (parent, count, date) => say('briefIntro', { parent, count, date: say.date(date) }),
        gaps: say('briefGaps'),
        end: say('briefEnd'),
        row: say.row,
        value: say.value,
        unverified: say('unverified'),
        corrected: ({ author, on }) => say('correctedBy', { author, date: say.date(on) }),
        unknown: say('unknown'),
      },
      factsOf,
    );
  const copy = () =>
    navigator.clipboard.writeText(brief()).then(
      () => setCopied('yes'),
      () => setCopied('failed'),
    );
  return (
    <article class="card">
      <h2>{say('compareTitle', { left: left.name, right: right.name })}</h2>
      <div class="tools">
        <label class="check">
          <input type="checkbox" checked={onlyDifferences} onChange={(event) => setOnly(event.currentTarget.checked)} /> {say('onlyDifferences')}
        </label>
        <button type="button" class="primary" onClick={() => void copy()}>
          {say('brief')}
        </button>
        <span role="status">{copied === 'yes' ? say('briefCopied') : copied === 'failed' ? say('briefFailed') : ''}</span>
      </div>
      {copied === 'failed' && <textarea readOnly rows={12} value={brief()} aria-label={say('brief')} />}
      <div class="scroll" role="region" tabIndex={0} aria-label={say('compareTitle', { left: left.name, right: right.name })}>
        <table>
          <thead>
            <tr>
              <td />
              <th scope="col">{left.name}</th>
              <th scope="col">{right.name}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.row} class={row.differs ? 'differs' : row.gap ? 'gap' : undefined}>
                <th scope="row">
                  {say.row(row.row)}
                  <span class="mark">{row.differs ? say('differs') : row.gap ? say('gapMark') : say('same')}</span>
                </th>
                <td>
                  <FactValues fact={row.left} say={say} />
                </td>
                <td>
                  <FactValues fact={row.right} say={say} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </article>
  );
}
