import { useState } from 'preact/hooks';
import { mergeOverlays, overlayFile, readOverlayFile, type Overlay } from '../core/directory/overlay';
import type { Say } from '../data/directory-words';

/** Largest file that is read, in bytes. */
const largest = 5_000_000;

type Props = { readonly overlay: Overlay; readonly keep: (overlay: Overlay) => void; readonly save: (text: string, name: string) => void; readonly say: Say };

/** The office's corrections as a file: to hand on, or to take over from another machine. */
export function CorrectionsFile({ overlay, keep, save, say }: Props) {
  const [status, setStatus] = useState('');
  const take = async (file: File | undefined) => {
    if (!file) return;
    const theirs = file.size > largest ? undefined : readOverlayFile(await file.text());
    if (!theirs) return setStatus(say('importBad'));
    const merged = mergeOverlays(overlay, theirs);
    keep(merged.overlay);
    setStatus(say('imported', { taken: merged.taken, all: theirs.length }));
  };
  return (
    <section class="corrections" aria-labelledby="corrections">
      <h2 id="corrections">{say('corrections')}</h2>
      <p class="quiet">{overlay.length === 0 ? say('correctionsNone') : say('correctionsKept', { count: overlay.length })}</p>
      <button type="button" disabled={overlay.length === 0} onClick={() => save(overlayFile(overlay), 'rogatory-corrections.json')}>
        {say('exportCorrections')}
      </button>
      <label>
        {say('importCorrections')}
        <input
          type="file"
          accept=".json,application/json"
          onChange={({ currentTarget }) => {
            void take(currentTarget.files?.[0]);
            currentTarget.value = '';
          }}
        />
      </label>
      <p role="status" class="quiet">
        {status}
      </p>
    </section>
  );
}
