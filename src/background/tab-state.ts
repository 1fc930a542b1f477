import { readStored, writeStored } from '../platform/panel-browser';
import { tabKey, type TabState } from '../wire/calls';

const nothing: TabState = { shown: null, compose: null, findings: [] };
const turns = new Map<number, Promise<unknown>>();

/** What is known of a tab. */
export async function tabState(tabId: number): Promise<TabState> {
  return ((await readStored('session', tabKey(tabId))) as TabState | undefined) ?? nothing;
}

/** Changes what is known of a tab, one change after another: none is written over by a slower one. Gives the state before. */
export function changeTab(tabId: number, change: (state: TabState) => TabState): Promise<TabState> {
  const turn = (turns.get(tabId) ?? Promise.resolve()).then(async () => {
    const state = await tabState(tabId);
    await writeStored('session', tabKey(tabId), change(state));
    return state;
  });
  turns.set(
    tabId,
    turn.catch(() => undefined),
  );
  return turn;
}
