import { correctionsFor } from '../core/directory/corrected';
import type { StepId } from '../core/ids';
import { directoryWords } from '../data/directory-words';
import type { Store } from './store';

/** What the office corrected in the directory and this step now rests on, with name and date: never shown as the directory's own. */
export function OfficeWord({ step, store }: { step: StepId; store: Store }) {
  const corrected = correctionsFor(step, store.provider.value?.id, store.corrections.value);
  if (corrected.length === 0) return null;
  const say = store.say.value;
  const words = directoryWords(store.language.value);
  return (
    <div class="doubts" data-testid="office-word">
      <strong>{say('office.title')}</strong>
      <ul class="flat">
        {corrected.map(({ row, value, author, on }) => (
          <li key={row}>
            {words.row(row)}: {value.split('\n').join('; ')} <span class="soft">({words('correctedBy', { author, date: words.date(on) })})</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
