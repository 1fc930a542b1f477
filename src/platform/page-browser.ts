import browser from 'webextension-polyfill';

/** Sends a fact to the extension's own pages; undefined when nobody answers or the extension was updated meanwhile. */
export async function tellExtension(fact: unknown): Promise<unknown> {
  try {
    return await browser.runtime.sendMessage(fact);
  } catch {
    return undefined;
  }
}

/** Answers orders of the extension's own pages. The handler gives undefined for what is not meant for it. */
export function onOrder(handler: (order: unknown) => Promise<unknown> | undefined): void {
  browser.runtime.onMessage.addListener((order: unknown, sender: browser.Runtime.MessageSender) =>
    sender.id === browser.runtime.id ? handler(order) : undefined,
  );
}

/** False once the extension was updated or removed under a page that is still open. */
export function isAlive(): boolean {
  try {
    return browser.runtime?.id !== undefined;
  } catch {
    return false;
  }
}

/** The language of the browser's screens. */
export function screenLanguage(): string {
  return browser.i18n.getUILanguage();
}
