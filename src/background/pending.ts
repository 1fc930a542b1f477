import { bareSubject } from '../core/thread';
import { originOf, readAllStored, sendToTab } from '../platform/panel-browser';
import type { ComposeState, InsertAnswer, TabState } from '../wire/calls';
import { changeTab, tabState } from './tab-state';

/** How long a draft waits for its reply, in ms. */
const patience = 10 * 60_000;

/**
 * Puts a draft that waits into the reply that has just opened: in the same tab, or in a new window of the same webmail. Only into
 * one that answers the mail that the draft was written for.
 */
export async function placePending(tabId: number, compose: ComposeState): Promise<void> {
  const found = await findPending(tabId, compose);
  if (!found) return;
  const { from, state } = found;
  const { pending } = state;
  if (!pending) return;
  // Taken before it is put in: a second look at the same box finds nothing to do.
  const taken = await changeTab(from, ({ pending: _pending, ...rest }) => rest);
  if (taken.pending?.at !== pending.at) return;
  const result = ((await sendToTab(tabId, { type: 'insert-draft', draft: pending.draft, whenSteady: true })) as InsertAnswer | undefined) ?? {
    ok: false,
    why: 'no-page',
  };
  const placed = { at: Date.now(), result, tab: tabId };
  await changeTab(from, (now) => ({ ...now, placed }));
  // In a tab or window of its own the reply is still about that mail.
  if (from !== tabId) await changeTab(tabId, (now) => ({ ...now, shown: now.shown ?? state.shown, placed }));
}

async function findPending(tabId: number, compose: ComposeState): Promise<{ readonly from: number; readonly state: TabState } | undefined> {
  const own = await tabState(tabId);
  if (own.pending) return fits(own, compose) ? { from: tabId, state: own } : undefined;
  const origin = await originOf(tabId);
  const waiting = Object.entries(await readAllStored('session')).flatMap(([key, value]) => {
    const from = /^tab:(\d+)$/u.exec(key)?.[1];
    const state = value as TabState;
    return from && state.pending && state.pending.origin === origin && fits(state, compose) ? [{ from: Number(from), state }] : [];
  });
  return waiting.length === 1 ? waiting[0] : undefined;
}

function fits({ pending, shown }: TabState, { outgoing }: ComposeState): boolean {
  if (!pending || Date.now() - pending.at > patience) return false;
  if (!shown) return true;
  const { from, replyTo, subject } = shown.message;
  const wanted = new Set([from.email, replyTo?.email].filter(Boolean));
  return outgoing.to.some(({ email }) => wanted.has(email)) || bareSubject(outgoing.subject) === bareSubject(subject);
}
