import browser from 'webextension-polyfill';

export type AreaName = 'local' | 'session';

/** Reads one value of a storage area; undefined when there is none. */
export async function readStored(area: AreaName, key: string): Promise<unknown> {
  return (await browser.storage[area].get(key))[key];
}

/** Reads everything that is kept in an area. */
export async function readAllStored(area: AreaName): Promise<Record<string, unknown>> {
  return browser.storage[area].get(null);
}

export async function writeStored(area: AreaName, key: string, value: unknown): Promise<void> {
  await browser.storage[area].set({ [key]: value });
}

export async function removeStored(area: AreaName, keys: string | string[]): Promise<void> {
  await browser.storage[area].remove(keys);
}

/** Empties both areas. */
export async function eraseStored(): Promise<void> {
  await Promise.all([browser.storage.local.clear(), browser.storage.session.clear()]);
}

/** Calls back with the keys that changed in an area. */
export function watchStored(listener: (area: AreaName, keys: readonly string[]) => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' || area === 'session') listener(area, Object.keys(changes));
  });
}

/** The tab that the person looks at in this window. */
export async function activeTab(): Promise<number | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id;
}

/** Calls back when another tab of this window comes to the front. */
export async function watchActiveTab(listener: (tabId: number) => void): Promise<void> {
  const windowId = (await browser.windows.getCurrent()).id;
  browser.tabs.onActivated.addListener((info) => {
    if (info.windowId === windowId) listener(info.tabId);
  });
}

/** Sends an order to the top frame of a tab; undefined when nobody of ours is in that page. */
export async function sendToTab(tabId: number, order: unknown): Promise<unknown> {
  try {
    return await browser.tabs.sendMessage(tabId, order, { frameId: 0 });
  } catch {
    return undefined;
  }
}

/** The origin of a tab's page, as far as the browser tells us: only where we have a permission or were clicked. */
export async function originOf(tabId: number): Promise<string | undefined> {
  try {
    const { url } = await browser.tabs.get(tabId);
    return url && /^https?:/u.test(url) ? new URL(url).origin : undefined;
  } catch {
    return undefined;
  }
}

/** Asks the person for access to these match patterns. Must run in the handler of a click. */
export async function requestOrigins(origins: string[]): Promise<boolean> {
  try {
    return await browser.permissions.request({ origins });
  } catch {
    return false;
  }
}

export async function removeOrigins(origins: string[]): Promise<void> {
  await browser.permissions.remove({ origins });
}

/** The match patterns that the extension may read now. */
export async function grantedOrigins(): Promise<readonly string[]> {
  return (await browser.permissions.getAll()).origins ?? [];
}

export async function openOptions(): Promise<void> {
  await browser.runtime.openOptionsPage();
}

/** Whether the person allowed the browser's notifications. */
export async function mayNotify(): Promise<boolean> {
  return browser.permissions.contains({ permissions: ['notifications'] });
}

/** Asks for the browser's notifications; call it in the handler of a click. */
export async function askToNotify(): Promise<boolean> {
  return browser.permissions.request({ permissions: ['notifications'] });
}

/** Gives that permission back. */
export async function stopNotifying(): Promise<void> {
  await browser.permissions.remove({ permissions: ['notifications'] });
}
