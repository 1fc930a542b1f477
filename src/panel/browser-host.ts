import * as browser from '../platform/panel-browser';
import { tabKey, type InsertAnswer, type TabState } from '../wire/calls';
import { replayKey } from '../wire/replay';
import type { Host } from './host';

/** The real browser. `bound` is the tab of `?tabId=N`; without it the panel follows the active tab of its window. */
export async function browserHost(bound: number | undefined): Promise<Host> {
  let insertedAt = 0;
  let tabId = bound ?? (await browser.activeTab());
  const listeners: (() => void)[] = [];
  const tell = () => listeners.forEach((listener) => listener());
  if (bound === undefined)
    void browser.watchActiveTab((id) => {
      tabId = id;
      tell();
    });
  const localListeners: ((keys: readonly string[]) => void)[] = [];
  browser.watchStored((area, keys) => {
    if (area === 'local') localListeners.forEach((listener) => listener(keys));
    else if (keys.includes(replayKey) || (tabId !== undefined && keys.includes(tabKey(tabId)))) tell();
  });
  const readTab = async () => (tabId === undefined ? null : (((await browser.readStored('session', tabKey(tabId))) as TabState | undefined) ?? null));

  return {
    readTab,
    async writePending(pending) {
      const state = await readTab();
      if (tabId === undefined || !state) return;
      const { pending: _old, ...rest } = state;
      await browser.writeStored('session', tabKey(tabId), pending ? { ...rest, pending } : rest);
    },
    onTab: (listener) => void listeners.push(listener),
    onLocal: (listener) => void localListeners.push(listener),
    async send(order) {
      if (tabId === undefined) return undefined;
      if (order.type === 'apply-fix') insertedAt = Date.now();
      if (order.type !== 'undo-insert' && order.type !== 'insert-draft') return browser.sendToTab(tabId, order);
      // A draft that waited went into the reply's own tab or window: there it is taken back, and put in again.
      const placed = (await readTab())?.placed;
      const elsewhere = placed?.tab !== undefined && placed.tab !== tabId && placed.at > insertedAt ? placed.tab : undefined;
      if (order.type === 'undo-insert') return browser.sendToTab(elsewhere ?? tabId, order);
      const answer = (await browser.sendToTab(tabId, order)) as InsertAnswer | undefined;
      if (answer?.ok) insertedAt = Date.now();
      if (elsewhere === undefined || !answer || answer.ok || answer.why !== 'no-composer') return answer;
      return ((await browser.sendToTab(elsewhere, order)) as InsertAnswer | undefined) ?? answer;
    },
    all: browser.readAllStored,
    get: browser.readStored,
    set: browser.writeStored,
    remove: browser.removeStored,
    async copy(text, html) {
      try {
        if (html && typeof ClipboardItem !== 'undefined')
          await navigator.clipboard.write([
            new ClipboardItem({ 'text/plain': new Blob([text], { type: 'text/plain' }), 'text/html': new Blob([html], { type: 'text/html' }) }),
          ]);
        else await navigator.clipboard.writeText(text);
        return true;
      } catch {
        try {
          await navigator.clipboard.writeText(text);
          return true;
        } catch {
          return false;
        }
      }
    },
    origin: async () => (tabId === undefined ? undefined : browser.originOf(tabId)),
    requestSite: (origin) => browser.requestOrigins([`${origin}/*`]),
    readFile: async (bytes, name) => (await import('../mailfile/read-mail-file')).readMailFile(bytes, name),
    readPasted: async (text) => (await import('../mailfile/read-pasted')).readPasted(text, 'pasted'),
    openOptions: browser.openOptions,
  };
}
