import { useRef, useState } from 'preact/hooks';
import { correctionLimits, type Correction, type ShownFact } from '../core/directory/overlay';
import { FactValues } from './fact-values';
import type { Say } from '../data/directory-words';

/** How the office's corrections are made; `author` is who corrects on this machine, `today` an ISO date. */
export type Corrector = {
  readonly author: string;
  readonly today: string;
  readonly correct: (correction: Correction) => void;
  readonly remove: (fact: Pick<Correction, 'provider' | 'row'>) => void;
};
type Props = { readonly fact: ShownFact; readonly provider: string; readonly corrector: Corrector; readonly say: Say };

/** A fact that the office can correct: its own word with name and date, and beneath it what the directory says. */
export function CorrectableFact({ fact, provider, corrector, say }: Props) {
  const [editing, edit] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    edit(false);
    // The place of the keyboard is where it was before.
    setTimeout(() => button.current?.focus(), 0);
  };
  if (editing) return <CorrectionForm fact={fact} provider={provider} corrector={corrector} say={say} close={close} />;
  const name = say.row(fact.row);
  return (
    <div class="correctable">
      <div>
        <FactValues fact={fact} say={say} />
        {fact.original ? (
          <div class="quiet original">
            {say('directorySays')} <FactValues fact={fact.original} say={say} />
          </div>
        ) : null}
      </div>
      <span class="screen-only">
        <button
          ref={button}
          type="button"
          class="plain"
          data-testid={`correct-${fact.row}`}
          aria-label={say('correctFact', { name })}
          onClick={() => edit(true)}
        >
          {say('correct')}
        </button>
        {fact.correction ? (
          <button type="button" class="plain" aria-label={say('removeCorrection', { name })} onClick={() => corrector.remove({ provider, row: fact.row })}>
            {say('remove')}
          </button>
        ) : null}
      </span>
    </div>
  );
}

function CorrectionForm({ fact, provider, corrector, say, close }: Props & { readonly close: () => void }) {
  const [value, setValue] = useState(fact.correction ? fact.correction.value : fact.values.map((one) => say.value(one)).join('\n'));
  const [author, setAuthor] = useState(fact.correction?.author ?? corrector.author);
  const [lacks, setLacks] = useState('');
  const save = () => {
    if (value.trim() === '') return setLacks(say('correctionEmpty'));
    if (author.trim() === '') return setLacks(say('authorEmpty'));
    corrector.correct({ provider, row: fact.row, value: value.trim(), author: author.trim(), on: corrector.today });
    close();
  };
  return (
    <form
      class="correct"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <label>
        <span>{say('correctFact', { name: say.row(fact.row) })}</span>
        <textarea
          rows={3}
          maxLength={correctionLimits.value}
          value={value}
          ref={(field) => {
            if (field && document.activeElement?.closest('form') !== field.form) field.focus();
          }}
          onInput={({ currentTarget }) => setValue(currentTarget.value)}
        />
      </label>
      <label>
        <span>{say('author')}</span>
        <input type="text" maxLength={correctionLimits.author} value={author} onInput={({ currentTarget }) => setAuthor(currentTarget.value)} />
      </label>
      <p role="alert" class="stale">
        {lacks}
      </p>
      <div class="tools">
        <button type="submit" class="primary" data-testid="save-correction">
          {say('saveCorrection')}
        </button>
        <button type="button" onClick={close}>
          {say('cancel')}
        </button>
      </div>
    </form>
  );
}
