// A Chromium with the extension in it and the real side panel open, as the toolbar icon opens it.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { quietFlags } from '../browser.mjs';
import { root } from '../setup.mjs';

// Playwright leaves side panels out of its pages unless this is set before it is loaded.
process.env['PW_CHROMIUM_ATTACH_TO_OTHER'] = '1';

/** `page` is the first tab; `openPanel(page)` presses the toolbar icon there and gives the side panel as a page. */
export async function launchChromium({ binary, headless, size = '1400,940', extension = path.join(root, 'dist', 'chrome'), language = 'en' }) {
  const { chromium } = await import('playwright-core');
  const profile = await mkdtemp(path.join(tmpdir(), 'rogatory-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: binary,
    headless,
    viewport: null,
    locale: language === 'it' ? 'it-IT' : 'en-GB',
    args: [
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      '--enable-unsafe-extension-debugging',
      `--window-size=${size}`,
      `--lang=${language}`,
      ...quietFlags,
    ],
    ignoreDefaultArgs: ['--disable-extensions'],
  });
  const session = await context.browser().newBrowserCDPSession();
  let worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: 6000 }).catch(() => undefined));
  if (!worker) {
    // Chrome of Google's own make ignores the flag.
    await session.send('Extensions.loadUnpacked', { path: extension });
    worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: 20_000 }));
  }
  const id = new URL(worker.url()).host;
  const panels = () => context.pages().filter((one) => one.url().startsWith(`chrome-extension://${id}/src/panel/`));

  return {
    context,
    id,
    page: context.pages()[0] ?? (await context.newPage()),
    /** Runs a function in one of the extension's own places; the worker may be asleep. */
    async inExtension(job, argument) {
      for (const place of [...panels(), ...context.serviceWorkers()]) {
        try {
          return await place.evaluate(job, argument);
        } catch {
          // The next one may be awake.
        }
      }
      throw new Error('The extension does not answer.');
    },
    async openPanel(page) {
      const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type: 'tab' }] });
      const tab = targetInfos.find(({ url }) => url === page.url());
      if (!tab) throw new Error('The mailbox’s tab was not found.');
      await session.send('Extensions.triggerAction', { id, targetId: tab.targetId });
      for (let turn = 0; turn < 400; turn++) {
        const [panel] = panels();
        if (panel) return panel;
        await new Promise((resume) => setTimeout(resume, 50));
      }
      throw new Error('The side panel did not open.');
    },
    async close() {
      await context.close().catch(() => undefined);
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
