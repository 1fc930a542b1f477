// A Chromium with the built extension, and a person's hands for its panel.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { ensureChromium, quietFlags } from '../../scripts/browser.mjs';
import { answers, office } from './mails.mjs';

export async function openChromium() {
  const extension = path.resolve('dist/chrome');
  const profile = await mkdtemp(path.join(tmpdir(), 'rogatory-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: ensureChromium(),
    headless: true,
    locale: 'en-GB',
    viewport: { width: 1280, height: 900 },
    args: [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`, ...quietFlags],
    ignoreDefaultArgs: ['--disable-extensions'],
  });
  context.setDefaultTimeout(15_000);
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: 20_000 }));
  const id = new URL(worker.url()).host;
  await worker.evaluate((profile) => chrome.storage.local.set({ profile }), office);
  return {
    context,
    /** The panel beside a page, bound to its tab. */
    async panelFor(page) {
      const url = page.url();
      const tabId = await worker.evaluate(async (url) => (await chrome.tabs.query({})).find((tab) => tab.url === url)?.id, url);
      const panel = await context.newPage();
      await panel.goto(`chrome-extension://${id}/src/panel/index.html?tabId=${tabId}&lang=en`);
      return panel;
    },
    async close() {
      await context.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Fills in the questionnaire, and gives the draft as the panel then shows it. */
export async function writeAnswer(panel) {
  const step = panel.getByTestId('next-step').first();
  await step.waitFor();
  // The answers of a conversation are remembered, and read from the storage: its second mail asks for nothing.
  await panel.waitForTimeout(500);
  if ((await step.getByTestId('insert-draft').textContent()) !== 'Insert into reply') {
    await step.getByTestId('insert-draft').click();
    await panel.getByTestId('questionnaire').waitFor();
    for (const field of await panel.locator('textarea[data-testid^="q-"]').all()) {
      const key = (await field.getAttribute('data-testid')).slice(2);
      if ((await field.inputValue()) === '') await field.fill(answers[key] ?? answers.other);
    }
    await panel.locator('form button[type=submit]').click();
    await panel.getByRole('button', { name: 'Back to the advice' }).click();
  }
  await step.getByRole('button', { name: 'Read and edit the draft' }).click();
  return readDraft(panel);
}

/** The draft as the panel shows it. */
async function readDraft(panel) {
  await panel.getByTestId('draft-body').waitFor();
  return { subject: await panel.getByTestId('draft-subject').inputValue(), text: await panel.getByTestId('draft-body').inputValue() };
}
