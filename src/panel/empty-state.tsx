import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ReportAnswer } from '../wire/calls';
import { NextDues } from './next-dues';
import type { Store } from './store';

const pasted = signal('');
const origin = signal<string | undefined>(undefined);
/** Largest file that is read, in bytes. */
const largest = 40_000_000;

/** No mail is open, or nobody knows this webmail: other ways to hand one over. */
export function EmptyState({ store }: { store: Store }) {
  const say = store.say.value;
  useEffect(() => {
    void store.host.origin().then((found) => void (origin.value = found));
  }, [store.tab.value]);

  const take = async (read: () => Promise<import('../core/message').Message>) => {
    try {
      store.imported.value = await read();
      pasted.value = '';
    } catch (error) {
      store.tell('bad', 'empty.file.bad', { reason: error instanceof Error ? error.message : String(error) });
    }
  };
  const file = (chosen: File | null | undefined) => {
    if (!chosen) return;
    void take(async () => {
      if (chosen.size > largest) throw new Error(`${Math.round(chosen.size / 1_000_000)} MB > 40 MB`);
      return store.host.readFile(new Uint8Array(await chosen.arrayBuffer()), chosen.name);
    });
  };
  const allow = async () => {
    if (!origin.value) return store.tell('warn', 'empty.site.unknown');
    if (await store.host.requestSite(origin.value)) store.tell('ok', 'empty.site.granted', { origin: origin.value });
    else store.tell('warn', 'empty.site.refused');
  };
  const selection = async () => {
    const answer = (await store.host.send({ type: 'read-selection' })) as ReportAnswer | undefined;
    if (answer?.shown) store.imported.value = answer.shown.message;
    else store.tell('warn', 'empty.selection.none');
  };
  return (
    <div
      class="stack"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        file(event.dataTransfer?.files[0]);
      }}
    >
      <div class="welcome">
        <div class="initial" aria-hidden="true">
          R
        </div>
        <h1>{say('empty.title')}</h1>
        <p class="soft">{say('empty.text')}</p>
      </div>
      <NextDues store={store} />
      <section class="card stack" aria-labelledby="other">
        <h2 id="other">{say('empty.other')}</h2>
        <button type="button" class="button second" onClick={() => void allow()}>
          {say('empty.site')}
        </button>
        <p class="soft">{say('empty.site.help')}</p>
        <button type="button" class="button second" onClick={() => void selection()}>
          {say('empty.selection')}
        </button>
        <label class="field">
          <span>{say('empty.paste')}</span>
          <textarea rows={4} value={pasted.value} onInput={({ currentTarget }) => void (pasted.value = currentTarget.value)} />
        </label>
        <button type="button" class="button second" onClick={() => void take(() => store.host.readPasted(pasted.value))}>
          {say('empty.paste.read')}
        </button>
        <label class="field drop">
          <span>{say('empty.file')}</span>
          <input type="file" accept=".eml,.msg,.txt,message/rfc822" onChange={({ currentTarget }) => file(currentTarget.files?.[0])} />
        </label>
      </section>
    </div>
  );
}
