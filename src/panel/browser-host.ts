import * as browser from '../platform/panel-browser';
import { tabKey, type TabState } from '../wire/calls';
import { replayKey } from '../wire/replay';
import type { Host } from './host';

/** The real browser. `bound` is the tab of `?tabId=N`; without it the panel follows the active tab of its window. */
export async function browserHost(bound: number | undefined): Promise<Host> {
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
    send: async (order) => (tabId === undefined ? undefined : browser.sendToTab(tabId, order)),
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
