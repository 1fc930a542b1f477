import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { CensoredPageAnswer } from '../wire/calls';
import type { Store } from './store';

const page = signal<string | null>(null);

/** Asks the page for its structure with every text hidden; nothing is saved or sent before the person has seen it. */
export async function askForPage(store: Store): Promise<void> {
  const answer = (await store.host.send({ type: 'censor-page' })) as CensoredPageAnswer | undefined;
  if (answer?.html) page.value = answer.html;
  else store.tell('warn', 'problem.none');
}

/** The structure of a page that is read wrongly, for the person to look through, shorten and save. */
export function ReportPage({ store }: { store: Store }) {
  const say = store.say.value;
  const text = page.value;
  const heading = useRef<HTMLHeadingElement>(null);
  // It stands below all else: whoever asked for it is led there.
  useEffect(() => heading.current?.focus(), [text === null]);
  if (text === null) return null;
  const save = () => {
    const address = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = 'rogatory-page.html';
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
    store.tell('ok', 'problem.saved');
  };
  return (
    <section class="card stack" aria-labelledby="problem" data-testid="problem">
      <h2 id="problem" ref={heading} tabIndex={-1}>
        {say('problem.title')}
      </h2>
      <p class="soft">{say('problem.help')}</p>
      <label class="field">
        <span>{say('problem.text')}</span>
        <textarea rows={12} spellcheck={false} value={text} onInput={({ currentTarget }) => void (page.value = currentTarget.value)} />
      </label>
      <div class="row">
        <button type="button" class="button" onClick={save}>
          {say('problem.save')}
        </button>
        <button type="button" class="button second" onClick={() => void (page.value = null)}>
          {say('problem.close')}
        </button>
      </div>
    </section>
  );
}
