import { useEffect, useState } from 'preact/hooks';
import type { Answers } from '../core/case';
import type { Store } from './store';

/** Under which the form that was filled in last is kept, until the browser closes. */
export const lastFormKey = 'last-form';
export type LastForm = { readonly thread: string; readonly answers: Answers };

/** Answers that belong to one mail or one message, not to the case. */
const ofTheMail = new Set(['message_copy', 'data_requested', 'other']);

/** The facts of the form that was filled in last, in another thread, for fields that are still empty here; empty when there are none. */
export function useLastForm(store: Store, ids: readonly string[]): Answers {
  const [last, setLast] = useState<LastForm | null>(null);
  const thread = store.thread.value;
  useEffect(() => {
    let gone = false;
    void store.host.get('session', lastFormKey).then((kept) => {
      if (!gone) setLast(asLastForm(kept));
    });
    return () => {
      gone = true;
    };
  }, [thread]);
  if (!last || last.thread === thread) return {};
  const answers = store.answers.value;
  return Object.fromEntries(
    Object.entries(last.answers).filter(([id, value]) => ids.includes(id) && !ofTheMail.has(id) && value.trim() !== '' && (answers[id] ?? '').trim() === ''),
  );
}

function asLastForm(kept: unknown): LastForm | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const { thread, answers } = kept as Partial<LastForm>;
  if (typeof thread !== 'string' || typeof answers !== 'object' || answers === null) return null;
  return { thread, answers: Object.fromEntries(Object.entries(answers).filter(([, value]) => typeof value === 'string')) };
}
