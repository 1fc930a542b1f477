// The built extension in a real Chromium: the Milan thread from the opened mail to the answer in the compose box.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';
import { ensureChromium, quietFlags } from '../../scripts/browser.mjs';
import { serve } from '../../scripts/demo/server.mjs';

const extension = path.resolve('dist/chrome');
let server;
let context;
let page;
let panel;
let profile;
const requests = [];

before(async () => {
  server = await serve();
  profile = await mkdtemp(path.join(tmpdir(), 'rogatory-'));
  context = await chromium.launchPersistentContext(profile, {
    executablePath: ensureChromium(),
    headless: true,
    locale: 'en-GB',
    args: [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`, ...quietFlags],
    ignoreDefaultArgs: ['--disable-extensions'],
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: 20_000 }));
  const id = new URL(worker.url()).host;
  context.on('request', (request) => requests.push(request.url()));
  page = await context.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/#/m/m4`);
  await page.locator('article[data-message]').waitFor();
  await worker.evaluate(async () =>
    chrome.storage.local.set({
      profile: {
        country: 'IT',
        role: 'prosecutor',
        office: 'Drill office',
        name: 'Elena Ferri',
        title: 'Deputy Public Prosecutor',
        phone: '+39 02 5550 0143',
        timeZone: 'Europe/Rome',
      },
    }),
  );
  const tabId = await worker.evaluate(async () => (await chrome.tabs.query({ url: 'http://127.0.0.1/*' }))[0].id);
  panel = await context.newPage();
  await panel.setViewportSize({ width: 400, height: 1100 });
  await panel.goto(`chrome-extension://${id}/src/panel/index.html?tabId=${tabId}`);
});
after(async () => {
  await context?.close();
  server?.close();
  await rm(profile, { recursive: true, force: true });
});

test('the panel names WhatsApp through its counsel, the questionnaire, and the first step', async () => {
  await panel.getByTestId('provider').waitFor({ timeout: 10_000 });
  assert.equal(await panel.getByTestId('provider').getAttribute('data-provider'), 'whatsapp');
  assert.equal(await panel.getByTestId('provider').getAttribute('data-trust'), 'listed');
  assert.deepEqual(await panel.getByTestId('reply-type').evaluateAll((all) => all.map((one) => one.dataset.type)), ['emergency_questionnaire']);
  assert.equal(await panel.getByTestId('next-step').first().getAttribute('data-step'), 'answer_emergency_questions');
  if (process.env.SHOTS) await panel.screenshot({ path: path.join(process.env.SHOTS, 'panel.png'), fullPage: true });
});

test('showing the proof leaves the mail’s own nodes as they are', async () => {
  const before = await page.locator('article [data-field=body]').evaluate((body) => body.outerHTML);
  await panel.getByTestId('evidence').first().click();
  await page.waitForFunction(() => CSS.highlights.size > 0, null, { timeout: 5000 });
  assert.equal(await page.locator('article [data-field=body]').evaluate((body) => body.outerHTML), before);
});

test('one click puts the answer above signature and quotation, and one undo takes it back', async () => {
  const answers = {
    nature: 'An attack with explosives; people would be killed.',
    who_at_risk: 'About 400 persons at a service.',
    imminence: 'Tonight 21:00 CEST (UTC+02:00).',
    data_requested: 'Connection log of 20 to 26 April 2016.',
    how_it_averts: 'It allows us to locate the suspect.',
    message_copy: 'announcement.pdf',
    case_reference: 'p.p. 283/16 mod. 21',
    notify_until: '31 December 2016',
  };
  await panel.bringToFront();
  await panel.getByTestId('insert-draft').first().click();
  await panel.getByTestId('questionnaire').waitFor();
  for (const [key, value] of Object.entries(answers)) {
    const field = panel.getByTestId(`q-${key}`);
    if (await field.count()) await field.fill(value);
  }
  await panel.locator('form button[type=submit]').click();
  await panel.getByTestId('insert-draft').first().click();
  const editor = page.locator('[data-editor]');
  await editor.waitFor({ timeout: 10_000 });
  await page.waitForFunction(() => document.querySelector('[data-editor]')?.textContent.includes('EMERGENCY DISCLOSURE REQUEST'), null, { timeout: 10_000 });
  const text = await editor.evaluate((one) => one.textContent);
  assert.ok(text.indexOf('EMERGENCY DISCLOSURE REQUEST') < text.indexOf('Elena Ferri'));
  assert.ok(text.includes('This policy has a single exception'));
  assert.match(await page.locator('input[name=subject]').inputValue(), /^EMERGENCY DISCLOSURE REQUEST/u);
  if (process.env.SHOTS) await page.screenshot({ path: path.join(process.env.SHOTS, 'page.png') });
  if (process.env.SHOTS) await panel.screenshot({ path: path.join(process.env.SHOTS, 'panel-after.png'), fullPage: true });
  await panel.getByTestId('undo-insert').first().click();
  await page.waitForFunction(() => !document.querySelector('[data-editor]')?.textContent.includes('EMERGENCY DISCLOSURE REQUEST'), null, { timeout: 10_000 });
});

test('a letter without designation is marked in the page, and one click marks it as an emergency', async () => {
  await page.bringToFront();
  await page.locator('button[data-action=reply]').click();
  await page.locator('[data-editor]').click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type(
    'A bomb attack on the station is announced for tonight, people will be killed. Please disclose the registration data of +39 347 5550 101.',
  );
  const bar = page.locator('rogatory-overlay');
  await bar.locator('[data-rule=missing_designation_subject]').waitFor({ timeout: 10_000 });
  await bar.locator('[data-rule=missing_designation_subject] button').first().click();
  assert.match(await page.locator('input[name=subject]').inputValue(), /^EMERGENCY DISCLOSURE REQUEST/u);
});

test('no request leaves for anywhere but the demonstration mailbox', () => {
  assert.deepEqual(
    requests.filter((url) => !url.startsWith('http://127.0.0.1') && !url.startsWith('chrome-extension://')),
    [],
  );
});
