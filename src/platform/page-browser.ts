/**
 * The few calls that a page needs. Written without webextension-polyfill, which would be a third of the content script: both browsers
 * give promises in Manifest V3, only answers to messages differ.
 */
const api: typeof chrome = (globalThis as { browser?: typeof chrome }).browser ?? chrome;

/** Sends a fact to the extension's own pages; undefined when nobody answers or the extension was updated meanwhile. */
export async function tellExtension(fact: unknown): Promise<unknown> {
  try {
    return await api.runtime.sendMessage(fact);
  } catch {
    return undefined;
  }
}

/** Answers orders of the extension's own pages. The handler gives undefined for what is not meant for it. */
export function onOrder(handler: (order: unknown) => Promise<unknown> | undefined): void {
  api.runtime.onMessage.addListener((order: unknown, sender: chrome.runtime.MessageSender, answer: (response?: unknown) => void) => {
    const given = sender.id === api.runtime.id ? handler(order) : undefined;
    if (!given) return false;
    void given.then(answer, () => answer());
    return true;
  });
}

/** False once the extension was updated or removed under a page that is still open. */
export function isAlive(): boolean {
  try {
    return api.runtime?.id !== undefined;
  } catch {
    return false;
  }
}

/** The language of the browser's screens. */
export function screenLanguage(): string {
  return api.i18n.getUILanguage();
}
