import browser from 'webextension-polyfill';

/** Hands over what the content scripts of tabs say, with the tab; the answer goes back to the page. */
export function onPageFact(handler: (fact: unknown, tabId: number) => Promise<unknown>): void {
  browser.runtime.onMessage.addListener((fact: unknown, sender: browser.Runtime.MessageSender) =>
    sender.id === browser.runtime.id && sender.tab?.id !== undefined ? handler(fact, sender.tab.id) : undefined,
  );
}

export function onTabClosed(handler: (tabId: number) => void): void {
  browser.tabs.onRemoved.addListener(handler);
}

/** The language of the browser's screens. */
export function browserLanguage(): string {
  return browser.i18n.getUILanguage();
}

/** Calls back when a tab has loaded a page. */
export function onTabLoaded(handler: (tabId: number) => void): void {
  browser.tabs.onUpdated.addListener((tabId, { status }) => {
    if (status === 'complete') handler(tabId);
  });
}

/** Shows a word on the toolbar icon of one tab; an empty one gives way to what every tab shows. */
export async function setBadge(tabId: number, text: string): Promise<void> {
  await browser.action.setBadgeText({ tabId, text: text === '' ? null : text });
}

/** Shows a word on the toolbar icon wherever a tab has none of its own. */
export async function setBadgeEverywhere(text: string): Promise<void> {
  await browser.action.setBadgeText({ text });
}

/** Calls back once an hour while the browser runs, also when our worker slept meanwhile. */
export function everyHour(name: string, handler: () => void): void {
  void browser.alarms.get(name).then((known) => (known ? undefined : browser.alarms.create(name, { delayInMinutes: 1, periodInMinutes: 60 })));
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === name) handler();
  });
}

/** Shows a notification of the browser if the person allowed them; false when not. A newer one of the same id takes its place. */
export async function notify(id: string, title: string, message: string): Promise<boolean> {
  if (!(await browser.permissions.contains({ permissions: ['notifications'] }))) return false;
  await browser.notifications.create(id, { type: 'basic', iconUrl: browser.runtime.getURL('icons/128.png'), title, message });
  return true;
}

/** Makes the toolbar icon open the panel: side panel in Chromium, sidebar in Firefox. */
export function openPanelFromToolbar(): void {
  if (__BROWSER__ === 'chrome') void chrome.sidePanel.setPanelBehavior({ openPanelOnActionClick: true });
  else browser.action.onClicked.addListener(() => void browser.sidebarAction.toggle());
}

/** Names of the built scripts that go into a page; the stores' packages have no `content_scripts` to read them from. */
const contentFiles = ['src/content/index.iife.js'];
const onDemandFiles = ['src/on-demand/index.iife.js'];

/** Brings into a tab's page what most pages never need. */
export async function bringOnDemand(tabId: number): Promise<boolean> {
  try {
    await browser.scripting.executeScript({ target: { tabId, frameIds: [0] }, files: onDemandFiles, injectImmediately: true });
    return true;
  } catch {
    return false;
  }
}

/**
 * Adds "Read this selection" to the menu of selected text. A click opens the panel, brings the content script into the page where it isn't
 * yet (the click itself allows that, for this page only), and calls back.
 */
export function onSelectionMenu(handler: (tabId: number) => Promise<void>): void {
  const id = 'read-selection';
  browser.runtime.onInstalled.addListener(() => {
    void browser.contextMenus
      .removeAll()
      .then(() => browser.contextMenus.create({ id, title: browser.i18n.getMessage('readSelection'), contexts: ['selection'] }));
  });
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (info.menuItemId !== id || tab?.id === undefined) return;
    const tabId = tab.id;
    // First of all: a panel opens only within the click.
    if (__BROWSER__ === 'chrome') void chrome.sidePanel.open({ tabId }).catch(() => undefined);
    else void browser.sidebarAction.open().catch(() => undefined);
    void browser.scripting
      .executeScript({ target: { tabId }, files: contentFiles })
      .catch(() => undefined)
      .then(() => handler(tabId));
  });
}

/** Runs a function of ours, which uses nothing outside itself, in the own world of a tab's page; undefined when it can't. */
export async function runInPage<In, Out>(tabId: number, func: (given: In) => Out, given: In): Promise<Out | undefined> {
  try {
    // At once: a page with a frame that never finishes loading would never be reached.
    const [answer] = await browser.scripting.executeScript({ target: { tabId, frameIds: [0] }, world: 'MAIN', injectImmediately: true, func, args: [given] });
    return answer?.result as Out | undefined;
  } catch {
    return undefined;
  }
}

/** Runs a function of ours, which uses nothing outside itself, beside a tab's page; undefined when it can't. */
export async function runInTab<In, Out>(tabId: number, func: (given: In) => Out, given: In): Promise<Out | undefined> {
  try {
    const [answer] = await browser.scripting.executeScript({
      target: { tabId, frameIds: [0] },
      injectImmediately: true,
      func: func as (given: unknown) => Out,
      args: [given],
    });
    return answer?.result as Out | undefined;
  } catch {
    return undefined;
  }
}

/** Registers the content script for every site that the person allowed, and for no other; open tabs of them are read at once. */
export function followPermissions(): void {
  const sync = async () => {
    const { origins = [] } = await browser.permissions.getAll();
    const matches = origins.filter((origin) => !/^(?:http|\*):\/\/(?:127\.0\.0\.1|localhost)/u.test(origin));
    const have = await browser.scripting.getRegisteredContentScripts({ ids: ['granted'] });
    if (have.length > 0) await browser.scripting.unregisterContentScripts({ ids: ['granted'] });
    if (matches.length === 0) return;
    await browser.scripting.registerContentScripts([{ id: 'granted', js: contentFiles, matches, runAt: 'document_idle', persistAcrossSessions: true }]);
    for (const tab of await browser.tabs.query({ url: matches }))
      if (tab.id !== undefined) await browser.scripting.executeScript({ target: { tabId: tab.id }, files: contentFiles }).catch(() => undefined);
  };
  const run = () => void sync().catch(() => undefined);
  browser.permissions.onAdded.addListener(run);
  browser.permissions.onRemoved.addListener(run);
  browser.runtime.onInstalled.addListener(run);
  browser.runtime.onStartup.addListener(run);
}
