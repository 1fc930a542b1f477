// npm start: builds, serves the demonstration mailbox on loopback, opens a browser with the extension in it and the panel beside
// the first reply. `--headless --shots DIR` walks the same replies without a screen and leaves a picture of each.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureDependencies, root } from './setup.mjs';

const words = process.argv.slice(2);
const headless = words.includes('--headless');
const shots = words.includes('--shots') ? words[words.indexOf('--shots') + 1] : undefined;
if (words.includes('--shots') && !shots) {
  console.error('Say where the pictures go: npm start -- --headless --shots DIR');
  process.exit(2);
}

ensureDependencies();
const { ensureChromium, quietFlags } = await import('./browser.mjs');
const browser = ensureChromium();
const built = spawnSync(process.execPath, [path.join(root, 'scripts/build.mjs')], { cwd: root, stdio: 'inherit' });
if (built.status !== 0) process.exit(built.status ?? 1);

const { chromium } = await import('playwright-core');
const { serve } = await import('./demo/server.mjs');
const server = await serve();
const mailbox = `http://127.0.0.1:${server.address().port}/`;
const profile = await mkdtemp(path.join(tmpdir(), 'rogatory-'));
const extension = path.join(root, 'dist', 'chrome');
let context;
try {
  context = await chromium.launchPersistentContext(profile, {
    executablePath: browser,
    headless,
    viewport: headless ? { width: 1280, height: 900 } : null,
    args: [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`, '--enable-unsafe-extension-debugging', ...quietFlags],
    ignoreDefaultArgs: ['--disable-extensions'],
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: 20_000 }));
  const id = new URL(worker.url()).host;
  const thread = JSON.parse(await (await import('node:fs/promises')).readFile(path.join(root, 'scripts/demo/milan.json'), 'utf8'));
  await worker.evaluate(async (office) => chrome.storage.local.set({ profile: office }), thread.profile);
  const page = context.pages()[0] ?? (await context.newPage());
  const replies = thread.messages.filter(({ by }) => by === 'provider');
  await page.goto(`${mailbox}#/m/${replies[0].id}`);
  await page.locator('article[data-message]').waitFor();
  if (headless) await walk({ page, worker, id, replies });
  else {
    await openPanel(id);
    console.log(`The demonstration mailbox: ${mailbox}\nClose the browser, or press Ctrl+C, to stop.`);
    await new Promise((done) => context.on('close', done));
  }
} catch (error) {
  console.error(`The demonstration stopped: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
} finally {
  await context?.close().catch(() => undefined);
  server.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
}

/** Presses the toolbar icon, as a person would. */
async function openPanel(id) {
  const session = await context.browser()?.newBrowserCDPSession();
  const { targetInfos = [] } = (await session?.send('Target.getTargets', { filter: [{ type: 'tab' }] })) ?? {};
  const tab = targetInfos.find(({ url }) => url.startsWith(mailbox));
  const opened =
    tab &&
    (await session.send('Extensions.triggerAction', { id, targetId: tab.targetId }).then(
      () => true,
      () => false,
    ));
  if (!opened) console.log('Press the Rogatory icon in the toolbar to open the panel.');
}

/** Every reply of the thread, with the panel beside it; fails when a reply gets no first step. */
async function walk({ page, worker, id, replies }) {
  const tabId = await worker.evaluate(async () => (await chrome.tabs.query({ url: 'http://127.0.0.1/*' }))[0].id);
  if (shots) await mkdir(shots, { recursive: true });
  for (const reply of replies) {
    await page.goto(`${mailbox}#/m/${reply.id}`);
    await page.locator(`article[data-message-id="${reply.id}"]`).waitFor();
    const panel = await context.newPage();
    await panel.setViewportSize({ width: 400, height: 900 });
    await panel.goto(`chrome-extension://${id}/src/panel/index.html?tabId=${tabId}&now=${encodeURIComponent(reply.date)}`);
    const types = panel.getByTestId('reply-type');
    await types.first().waitFor({ timeout: 15_000 });
    const first = await panel.getByTestId('next-step').first().getAttribute('data-step');
    console.log(`${reply.date.slice(0, 10)}  ${(await types.evaluateAll((all) => all.map((one) => one.dataset.type))).join(', ')}  →  ${first}`);
    if (shots) {
      await panel.screenshot({ path: path.join(shots, `${reply.id}-panel.png`), fullPage: true });
      await page.screenshot({ path: path.join(shots, `${reply.id}-page.png`) });
    }
    await panel.close();
  }
}
