// The timings of the built extension in Chromium. Work of the content script is told from the page's own by its script's address in a trace.
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { createServer } from 'node:http';
import { chromium } from 'playwright-core';
import { ensureChromium, quietFlags } from '../browser.mjs';
import { serve } from '../demo/server.mjs';
import { root } from '../setup.mjs';

const extension = path.join(root, 'dist', 'chrome');
const script = 'src/content/index.iife.js';
/** Comes into a page when something is to be written or shown there. */
const onDemand = 'src/on-demand/index.iife.js';
const round = (value, digits = 2) => Number(value.toFixed(digits));
const quantile = (values, share) => values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];

async function launch(withExtension) {
  const profile = await mkdtemp(path.join(tmpdir(), 'rogatory-bench-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: ensureChromium(),
    headless: true,
    locale: 'en-GB',
    args: [...(withExtension ? [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`] : []), ...quietFlags],
    ignoreDefaultArgs: ['--disable-extensions'],
  });
  return {
    context,
    close: async () => {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}

/** Milliseconds that the content script itself ran on the main thread while `during` lasted. */
async function scriptTime(page, during) {
  const client = await page.context().newCDPSession(page);
  const events = [];
  client.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  await client.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline', 'disabled-by-default-devtools.timeline'] },
  });
  await during();
  const complete = new Promise((resolve) => client.once('Tracing.tracingComplete', resolve));
  await client.send('Tracing.end');
  await complete;
  await client.detach();
  const ours = events
    .filter(({ ph, args }) => ph === 'X' && [script, onDemand].some((name) => (args?.data?.url ?? args?.data?.fileName ?? '').includes(name)))
    .map(({ ts, dur = 0, tid }) => ({ start: ts, end: ts + dur, tid }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  // Events lie inside each other: only the outermost count.
  let until = 0;
  let sum = 0;
  for (const { start, end } of ours)
    if (start >= until) {
      sum += end - start;
      until = end;
    }
  return sum / 1000;
}

async function heapOf(page) {
  const client = await page.context().newCDPSession(page);
  await client.send('HeapProfiler.collectGarbage');
  const { usedSize } = await client.send('Runtime.getHeapUsage');
  await client.detach();
  return usedSize;
}

const busyPage = `<!doctype html><title>Busy</title><body data-rogatory-demo><main id="busy"></main><script>
  const box = document.getElementById('busy');
  let n = 0;
  setInterval(() => { for (let i = 0; i < 10; i++) { const p = document.createElement('p'); p.textContent = 'row ' + n++; box.append(p); if (box.childElementCount > 200) box.firstElementChild.remove(); } }, 10);
</script>`;

/** All figures of the built extension. */
export async function measureBrowser() {
  const file = path.join(extension, script);
  const figures = {
    content_script_gz_bytes: gzipSync(readFileSync(file), { level: 9 }).length,
    content_script_bytes: (await stat(file)).size,
    on_demand_script_gz_bytes: gzipSync(readFileSync(path.join(extension, onDemand)), { level: 9 }).length,
  };
  const mailbox = await serve();
  const demo = `http://127.0.0.1:${mailbox.address().port}/`;
  const busy = createServer((_request, response) => response.setHeader('content-type', 'text/html').end(busyPage)).listen(0, '127.0.0.1');
  await new Promise((resolve) => busy.once('listening', resolve));
  const crowded = `http://127.0.0.1:${busy.address().port}/`;
  const bare = await launch(false);
  const plain = await bare.context.newPage();
  await plain.goto(`${demo}#/m/m4`);
  await plain.waitForTimeout(1500);
  const heapWithout = await heapOf(plain);
  await bare.close();

  const { context, close } = await launch(true);
  try {
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: 20_000 }));
    const id = new URL(worker.url()).host;
    const page = await context.newPage();
    const starts = [];
    for (let times = 0; times < 5; times++)
      starts.push(
        await scriptTime(page, async () => {
          await page.goto('about:blank');
          await page.goto(`${demo}#/m/m4`);
          await page.waitForTimeout(1200);
        }),
      );
    figures.content_script_before_idle_ms = round(quantile(starts, 0.5));
    figures.content_script_heap_mb = round(Math.max(0, (await heapOf(page)) - heapWithout) / 1e6);

    const tabId = await worker.evaluate(async (address) => (await chrome.tabs.query({ url: `${address}*` }))[0].id, demo);
    const panel = await context.newPage();
    await panel.goto(`chrome-extension://${id}/src/panel/index.html?tabId=${tabId}`);
    await panel.getByTestId('next-step').first().waitFor();
    await panel.evaluate(() => {
      globalThis.benchWait = (type) =>
        new Promise((resolve) => {
          const there = () => document.querySelector(`[data-testid="reply-type"][data-type="${type}"]`) && document.querySelector('[data-testid="next-step"]');
          const done = () => resolve(performance.timeOrigin + performance.now());
          if (there()) return done();
          const observer = new MutationObserver(() => {
            if (!there()) return;
            observer.disconnect();
            done();
          });
          observer.observe(document.documentElement, { childList: true, subtree: true, attributes: true });
        });
    });
    const openings = [];
    const mails = [
      ['m2', 'jurisdiction_refusal'],
      ['m4', 'emergency_questionnaire'],
    ];
    for (let times = 0; times < 52; times++) {
      const [mail, type] = mails[times % 2];
      const seen = panel.evaluate((wanted) => globalThis.benchWait(wanted), type);
      const opened = await page.evaluate((name) => {
        const at = performance.timeOrigin + performance.now();
        location.hash = `#/m/${name}`;
        return at;
      }, mail);
      openings.push((await seen) - opened);
      await page.waitForTimeout(120);
    }
    const measured = openings.slice(2);
    figures.open_to_advice_ms_p50 = round(quantile(measured, 0.5), 1);
    figures.open_to_advice_ms_p95 = round(quantile(measured, 0.95), 1);
    figures.open_to_advice_openings = measured.length;

    await page.goto(crowded);
    await page.waitForTimeout(500);
    const lasted = 5_000;
    figures.observer_share_of_main_thread_percent = round((100 * (await scriptTime(page, () => page.waitForTimeout(lasted)))) / lasted, 3);
  } finally {
    await close();
    mailbox.close();
    busy.close();
  }
  return figures;
}
