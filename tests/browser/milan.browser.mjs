// The built extension in a real Chromium with its real side panel: the Milan thread from the opened mail to the answer in the reply.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ensureChromium } from '../../scripts/browser.mjs';
import { follow, teller } from '../../scripts/demo/in-chromium.mjs';
import { launchChromium } from '../../scripts/demo/chromium.mjs';
import { serve } from '../../scripts/demo/server.mjs';
import { readStory } from '../../scripts/demo/story.mjs';
import { axeViolations, overflowing } from './looks.mjs';

const requests = [];
let browser;
let mailbox;
let page;
let panel;
let server;
let story;

const open = async (id) => {
  await page.evaluate((mail) => void (location.hash = `#/m/${mail}`), id);
  await panel.locator(`[data-testid=provider][data-mail="${id}"]`).waitFor({ timeout: 10_000 });
};
/** A page beside: the side panel goes on following the mailbox's tab. */
const aside = async () => {
  const made = await browser.context.newPage();
  await page.bringToFront();
  await panel.getByTestId('provider').waitFor();
  return made;
};
const steps = () => panel.getByTestId('next-step').evaluateAll((all) => all.map(({ dataset }) => dataset.step));
const editor = () => page.locator('[data-editor]');
const letterIsIn = (there) =>
  page.waitForFunction((wanted) => (document.querySelector('[data-editor]')?.textContent ?? '').includes('EMERGENCY DISCLOSURE REQUEST') === wanted, there, {
    timeout: 10_000,
  });

before(async () => {
  story = await readStory();
  server = await serve();
  mailbox = `http://127.0.0.1:${server.address().port}/`;
  browser = await launchChromium({ binary: ensureChromium(), headless: true });
  browser.context.setDefaultTimeout(8000);
  browser.context.on('request', (request) => requests.push(request.url()));
  ({ page } = browser);
  await browser.inExtension((profile) => chrome.storage.local.set({ profile }), story.profile);
  await page.goto(`${mailbox}#/m/m4`);
  await page.locator('article[data-message]').waitFor();
  await page.evaluate(() => {
    window.sent = 0;
    document.addEventListener('submit', () => window.sent++, true);
  });
  panel = await browser.openPanel(page);
});
after(async () => {
  await browser?.close();
  server?.closeAllConnections();
  server?.close();
});

test('the toolbar icon opens the side panel, which names WhatsApp through its counsel, the questionnaire, and the first step', async () => {
  const contexts = await browser.inExtension(async () => (await chrome.runtime.getContexts({})).map(({ contextType }) => contextType));
  assert.ok(contexts.includes('SIDE_PANEL'));
  const provider = panel.getByTestId('provider');
  await provider.waitFor({ timeout: 10_000 });
  assert.equal(await provider.getAttribute('data-provider'), 'whatsapp');
  assert.equal(await provider.getAttribute('data-trust'), 'listed');
  assert.deepEqual(await panel.getByTestId('reply-type').evaluateAll((all) => all.map(({ dataset }) => dataset.type)), ['emergency_questionnaire']);
  assert.equal((await steps())[0], 'answer_emergency_questions');
});

test('the page’s own window says the same with ?tabId', async () => {
  const tabId = await browser.inExtension(async () => (await chrome.tabs.query({ url: 'http://127.0.0.1/*' }))[0].id);
  const alone = await aside();
  await alone.goto(`chrome-extension://${browser.id}/src/panel/index.html?tabId=${tabId}`);
  await alone.getByTestId('next-step').first().waitFor();
  assert.deepEqual(await alone.getByTestId('next-step').evaluateAll((all) => all.map(({ dataset }) => dataset.step)), await steps());
  await alone.close();
});

test('showing the proof leaves the mail’s own nodes as they are', async () => {
  const html = () => page.locator('article [data-field=body]').evaluate((body) => body.outerHTML);
  const before = await html();
  await panel.getByTestId('evidence').first().click();
  await page.waitForFunction(() => CSS.highlights.size > 0, null, { timeout: 5000 });
  assert.equal(await html(), before);
  assert.match(await panel.getByTestId('status').textContent(), /proof 1 of/u);
});

test('a fact of the case is asked once, changes the advice at once, and is remembered for the thread', async () => {
  await open('m2');
  const calm = await steps();
  await panel.locator('input[name=emergency][value=now]').click();
  await panel
    .locator('[data-testid=next-step][data-step=emergency_disclosure], [data-testid=next-step][data-step=epoc_emergency]')
    .first()
    .waitFor({ timeout: 3000 });
  assert.notDeepEqual(await steps(), calm);
  await open('m4');
  assert.equal(await panel.locator('input[name=emergency]').count(), 0, 'the question is not asked again');
  assert.match(await panel.locator('.case').textContent(), /Emergency now/u);
});

test('the form is one click away, and one click puts the answer above signature and quotation; one undo takes it back', async () => {
  await open('m4');
  await panel.getByTestId('insert-draft').first().click();
  const form = panel.getByTestId('questionnaire');
  await form.waitFor();
  for (const [key, value] of Object.entries(story.days[3].replay.answers)) {
    const field = form.getByTestId(`q-${key}`);
    if ((await field.count()) > 0) await field.fill(value);
  }
  await form.locator('button[type=submit]').click();
  await panel.getByTestId('insert-draft').first().click();
  await letterIsIn(true);
  const text = await editor().evaluate((one) => one.textContent);
  assert.ok(text.indexOf('EMERGENCY DISCLOSURE REQUEST') < text.indexOf('-- '));
  assert.ok(text.indexOf('-- ') < text.lastIndexOf('This policy has a single exception'));
  for (let number = 1; number <= 6; number++) assert.match(text, new RegExp(`${number}\\. `, 'u'));
  await panel
    .getByTestId('status')
    .filter({ hasText: /Inserted/u })
    .waitFor();
  assert.match(await page.locator('input[name=subject]').inputValue(), /^EMERGENCY DISCLOSURE REQUEST/u);
  await panel.getByTestId('undo-insert').click();
  await letterIsIn(false);
  assert.ok((await editor().evaluate((one) => one.textContent)).includes('This policy has a single exception'));
  await page.waitForFunction(() => document.querySelector('input[name=subject]').value.startsWith('RE: '));
});

test('with the facts filled in, opening the mail and one click are enough', async () => {
  await open('m2');
  await open('m4');
  await panel.getByTestId('insert-draft').first().click();
  await letterIsIn(true);
  await panel.getByTestId('undo-insert').click();
  await letterIsIn(false);
});

test('a draft changed by hand is checked again', async () => {
  await open('m4');
  await panel.locator('.now .plain').first().click();
  const body = panel.getByTestId('draft-body');
  await body.waitFor();
  assert.equal(await panel.locator('[data-testid=finding][data-rule=overbroad_scope]').count(), 0);
  await body.fill('We need everything you have on the account +39 347 5550 101, all data and all records. Please disclose all information.');
  await panel.locator('[data-testid=finding]').first().waitFor({ timeout: 3000 });
  assert.ok((await panel.locator('[data-testid=finding]').count()) > 0);
});

test('a letter without designation is marked in page and panel, and one click marks it as an emergency', async () => {
  await open('m2');
  await open('m4');
  await page.locator('button[data-action=reply]').click();
  await editor().click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type(
    'A bomb attack on the station is announced for tonight, people will be killed. Please disclose the registration data of +39 347 5550 101.',
  );
  const bar = page.locator('rogatory-overlay');
  await bar.locator('[data-rule=missing_designation_subject]').waitFor({ timeout: 10_000 });
  await panel.locator('[data-testid=finding][data-rule=missing_designation_subject]').waitFor({ timeout: 5000 });
  await bar.locator('[data-rule=missing_designation_subject] button').first().click();
  await page.waitForFunction(() => document.querySelector('input[name=subject]').value.startsWith('EMERGENCY DISCLOSURE REQUEST'));
  await bar.locator('[data-rule=missing_designation_subject]').waitFor({ state: 'detached', timeout: 5000 });
});

test('on 28 April the panel knows who had the ball: 15 days, 8 on the asking side, no hold', async () => {
  await open('m6');
  assert.match(
    await panel.getByTestId('timeline').textContent(),
    /2 d.*5 d you.*5 d.*3 d you.*15 days since the first request, 8 on your side.*No hold is confirmed/su,
  );
});

test('our own letter of 13 April is read as ours, with what it lacks', async () => {
  await open('m1');
  assert.equal(await panel.getByTestId('reply-type').count(), 0);
  const rules = await panel.getByTestId('finding').evaluateAll((all) => all.map(({ dataset }) => dataset.rule));
  assert.ok(rules.includes('conditional_preservation') && rules.includes('content_from_e2ee'), rules.join());
});

test('nothing sticks out between 320 and 400 pixels, and axe finds nothing, light and dark', async () => {
  const tabId = await browser.inExtension(async () => (await chrome.tabs.query({ url: 'http://127.0.0.1/*' }))[0].id);
  const alone = await aside();
  for (const id of ['m1', 'm4', 'm6']) {
    await open(id);
    for (const language of id === 'm6' ? ['en', 'it'] : ['en']) {
      await alone.goto(`chrome-extension://${browser.id}/src/panel/index.html?tabId=${tabId}&lang=${language}`);
      await alone.getByTestId('next-step').first().waitFor();
      for (const width of [320, 360, 400]) {
        await alone.setViewportSize({ width, height: 900 });
        assert.deepEqual(await overflowing(alone), [], `${id} at ${width} px`);
      }
      for (const colorScheme of ['light', 'dark']) {
        await alone.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        assert.deepEqual(await axeViolations(alone), [], `${id} ${colorScheme}`);
      }
    }
  }
  await open('m4');
  await alone.goto(`chrome-extension://${browser.id}/src/panel/index.html?tabId=${tabId}`);
  await alone.locator('.now .plain').first().click();
  assert.deepEqual(await axeViolations(alone), [], 'draft');
  await alone.goto(`chrome-extension://${browser.id}/src/panel/index.html?tabId=${tabId}`);
  await alone.locator('.answers ~ button').click();
  assert.deepEqual(await axeViolations(alone), [], 'form');
  for (const address of [
    'src/options/index.html',
    'src/directory/index.html',
    'src/directory/index.html?p=whatsapp&lang=it',
    'src/timeline/index.html',
    'src/timeline/index.html?lang=it',
  ]) {
    await alone.goto(`chrome-extension://${browser.id}/${address}`);
    await alone.locator('h1').first().waitFor();
    for (const colorScheme of ['light', 'dark']) {
      await alone.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      assert.deepEqual(await axeViolations(alone), [], `${address} ${colorScheme}`);
    }
  }
  await alone.goto(`${mailbox}#/m/m4`);
  await alone.locator('article[data-message]').waitFor();
  assert.deepEqual(await axeViolations(alone), [], 'mailbox');
  await alone.close();
});

test('the whole way goes by keyboard, in the order of the screen', async () => {
  await open('m2');
  await open('m4');
  await panel.evaluate(() => document.activeElement?.blur());
  const seen = [];
  for (let turn = 0; turn < 40; turn++) {
    await panel.keyboard.press('Tab');
    const here = await panel.evaluate(() => {
      const { dataset, className, tagName } = document.activeElement;
      return {
        id: dataset.testid ?? `${tagName} ${className}`,
        top: document.activeElement.getBoundingClientRect().top + scrollY,
        outline: getComputedStyle(document.activeElement).outlineStyle,
      };
    });
    seen.push(here);
    if (here.id === 'copy-draft') break;
  }
  const ids = seen.map(({ id }) => id);
  assert.ok(
    ids.indexOf('reply-type') >= 0 && ids.indexOf('reply-type') < ids.indexOf('evidence') && ids.indexOf('evidence') < ids.indexOf('insert-draft'),
    ids.join(),
  );
  assert.ok(
    seen.every(({ outline }) => outline !== 'none'),
    'the focus is always seen',
  );
  await panel.keyboard.press('Shift+Tab');
  await panel.keyboard.press('Enter');
  await letterIsIn(true);
  await panel.getByTestId('undo-insert').focus();
  await panel.keyboard.press('Enter');
  await letterIsIn(false);
});

test('the drill goes from day to day by its buttons, and the panel with it, in the language of the page', async () => {
  follow({ page, days: story.days, ...teller(browser) });
  await page.goto(`${mailbox}#/m/m1`);
  for (const { mail, en } of story.days) {
    await page.locator(`article[data-message-id="${mail.id}"]`).waitFor();
    assert.equal(await page.locator('#drill-title').textContent(), en.title);
    await panel.locator(`[data-testid=provider][data-mail="${mail.id}"][data-asof="${mail.date}"]`).waitFor();
    if (mail !== story.days.at(-1).mail) await page.locator('[data-drill=next]').press('Enter');
  }
  assert.equal(await page.locator('[data-drill=next]').isDisabled(), true);
  await page.locator('[data-drill=language]').click();
  assert.equal(await page.locator('html').getAttribute('lang'), 'it');
  await panel.locator('html[lang=it]').waitFor();
});

test('nothing was sent, and no request left for anywhere but the demonstration mailbox', async () => {
  assert.equal(await page.evaluate(() => window.sent ?? 0), 0);
  assert.deepEqual(
    requests.filter((url) => !url.startsWith('http://127.0.0.1') && !url.startsWith('chrome-extension://') && !url.startsWith('data:')),
    [],
  );
});
