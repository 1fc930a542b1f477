// The built extension where things are not as they should be: mails that are hard to read, replies that open elsewhere or not at all,
// boxes that take nothing; and in a page built as Gmail builds its own.
import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { ensureChromium } from '../../scripts/browser.mjs';
import { launchChromium } from '../../scripts/demo/chromium.mjs';
import { serve } from '../../scripts/demo/server.mjs';
import { readStory } from '../../scripts/demo/story.mjs';
import { gmailHeaders, gmailPage } from './gmail-page.mjs';

const requests = [];
let browser;
let extension;
let mailbox;
let page;
let panel;
let server;
let story;

before(async () => {
  story = await readStory();
  // As if a person had allowed mail.google.com in the settings: no driver can press the browser's own question without a screen.
  extension = await mkdtemp(path.join(tmpdir(), 'rogatory-allowed-'));
  await cp(path.resolve('dist/chrome'), extension, { recursive: true });
  const file = path.join(extension, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8'));
  assert.deepEqual(manifest.host_permissions, ['http://127.0.0.1/*', 'http://localhost/*'], 'by default only loopback is read');
  await writeFile(file, JSON.stringify({ ...manifest, host_permissions: [...manifest.host_permissions, 'https://mail.google.com/*'] }));
  server = await serve();
  mailbox = `http://127.0.0.1:${server.address().port}/`;
  browser = await launchChromium({ binary: ensureChromium(), headless: true, extension });
  browser.context.setDefaultTimeout(8000);
  browser.context.on('request', (request) => requests.push(request.url()));
  await browser.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  ({ page } = browser);
  await browser.inExtension((profile) => chrome.storage.local.set({ profile }), story.profile);
  await page.goto(`${mailbox}#/m/m4`);
  panel = await browser.openPanel(page);
  await panel.getByTestId('provider').waitFor();
});
after(async () => {
  await browser?.close();
  server?.closeAllConnections();
  server?.close();
  await rm(extension, { recursive: true, force: true });
});

/** Opens the questionnaire's mail in one of the mailbox's modes, with the facts of the file at hand. */
const openWith = async (mode) => {
  await page.goto('about:blank');
  await browser.inExtension((replay) => chrome.storage.session.set({ replay }), story.days[3].replay);
  await page.goto(`${mailbox}${mode}#/m/m4`);
  await panel.locator('[data-testid=provider][data-mail=m4]').waitFor();
  await panel.getByTestId('insert-draft').first().waitFor();
};
const insert = () => panel.getByTestId('insert-draft').first().click();
const says = async (words) => {
  await panel.getByTestId('status').filter({ hasText: words }).waitFor();
};
const written = () => page.locator('[data-editor]').evaluate((one) => (one.tagName === 'TEXTAREA' ? one.value : one.innerText));

test('a tab that goes on to another page no longer shows the mail', async () => {
  await page.goto('about:blank');
  await panel.getByTestId('provider').waitFor({ state: 'detached' });
  await panel.locator('h1').getByText('No mail is open').waitFor();
});

test('with no reply open and no button for one, the panel says what to press', async () => {
  await openWith('?reply=none');
  await insert();
  await says(/Press Reply/u);
});

test('a plain text box gets the letter above signature and quotation, with one undo', async () => {
  await openWith('?editor=textarea');
  await insert();
  await says(/Inserted/u);
  const text = await written();
  assert.match(text, /^EMERGENCY DISCLOSURE REQUEST/u);
  assert.ok(text.indexOf('Attack with explosives') < text.indexOf('-- \nElena Ferri'));
  assert.ok(text.indexOf('-- \nElena Ferri') < text.indexOf('> Dear Ms. Ferri'));
  await panel.getByTestId('undo-insert').click();
  await says(/taken back/u);
  assert.doesNotMatch(await written(), /EMERGENCY DISCLOSURE REQUEST/u);
});

test('a box that takes nothing: the letter is in the clipboard, the panel says so, and the box is as it was', async () => {
  await openWith('?editor=refuse');
  await page.locator('button[data-action=reply]').click();
  const before = await written();
  await insert();
  await says(/copied instead/u);
  assert.match(await panel.evaluate(() => navigator.clipboard.readText()), /EMERGENCY DISCLOSURE REQUEST[\s\S]*Attack with explosives/u);
  assert.equal(await written(), before);
});

test('where Reply opens a page of its own, the letter waits for it and can be taken back', async () => {
  await openWith('?reply=page');
  await insert();
  await page.waitForURL(/#\/reply\/m4$/u);
  await page.waitForFunction(() => document.querySelector('[data-editor]')?.innerText.includes('EMERGENCY DISCLOSURE REQUEST'), null, { timeout: 15_000 });
  assert.equal((await written()).split('This is a designated emergency request').length, 2, 'it stands there once');
  await panel.getByTestId('undo-insert').click();
  await page.waitForFunction(() => !document.querySelector('[data-editor]').innerText.includes('EMERGENCY DISCLOSURE REQUEST'));
});

const hard = async (name) => {
  await page.goto('about:blank');
  await browser.inExtension(() => chrome.storage.session.remove('replay'));
  await page.goto(`${mailbox}?mail=${name}`);
  await panel.locator(`[data-testid=provider][data-mail=${name}]`).waitFor({ timeout: 20_000 });
  return panel.locator('main').innerText();
};

test('a mail without text is said to have none', async () => {
  assert.match(await hard('empty'), /no text/iu);
  assert.equal(await panel.getByTestId('reply-type').count(), 0);
});

test('five megabytes of text are read without a hang', async () => {
  const since = Date.now();
  await hard('huge');
  await panel.locator('[data-testid=reply-type][data-type=jurisdiction_refusal]').waitFor({ timeout: 20_000 });
  assert.ok(Date.now() - since < 30_000);
  await panel.locator('input[name=emergency][value=none]').click({ timeout: 15_000 });
  await panel
    .locator('.case')
    .getByText(/No emergency/u)
    .waitFor({ timeout: 15_000 });
});

test('two hundred questions are a form that keeps what was typed', async () => {
  await hard('questions');
  await panel.locator('[data-testid=reply-type][data-type=emergency_questionnaire]').waitFor();
  await panel.locator('input[name=emergency][value=now]').click();
  await panel.getByTestId('insert-draft').first().click();
  const form = panel.getByTestId('questionnaire');
  await form.waitFor();
  const fields = form.locator('textarea');
  assert.ok((await fields.count()) >= 60);
  await fields.nth(40).fill('kept');
  await panel.locator('[data-testid=questionnaire] > button').first().click();
  await panel.getByTestId('insert-draft').first().click();
  assert.equal(await fields.nth(40).inputValue(), 'kept');
});

test('a sender without an address is named as such, and gets no trust', async () => {
  assert.match(await hard('nobody'), /address/iu);
  assert.equal(await panel.getByTestId('provider').getAttribute('data-trust'), 'unlisted');
});

test('a mail full of scripts is text, in the page and in the panel', async () => {
  await hard('scripts');
  await panel.locator('[data-testid=reply-type][data-type=jurisdiction_refusal]').waitFor();
  assert.equal(await panel.locator('main img, main script').count(), 0);
  assert.doesNotMatch(await panel.title(), /taken/u);
  assert.doesNotMatch(await page.title(), /taken/u);
});

test('in Gmail’s own page: read, advise, open the reply, insert, undo; the thread’s dates are known', async () => {
  const { mail } = story.days[3];
  const html = gmailPage({
    subject: mail.subject.replace(/^RE: /u, ''),
    account: 'elena.ferri@procura.test',
    earlier: [
      { from: 'Reparto Anticrimine Milano', email: 'anticrimine.milano@polizia.test', date: '1', title: 'Apr 13, 2016, 10:30 AM' },
      { from: 'WhatsApp LEC', email: 'whatsapplec@zwillgen.com', date: '2', title: 'Apr 15, 2016, 9:08 AM' },
    ],
    mail: { from: 'Darcy Harlan', email: 'darcy.harlan@zwillgen.com', to: 'elena.ferri@procura.test', title: 'Apr 25, 2016, 10:37 PM', text: mail.text },
  });
  await page.route('https://mail.google.com/**', (route) => route.fulfill({ status: 200, headers: gmailHeaders, body: html }));
  await page.goto('https://mail.google.com/mail/u/0/#inbox/FMfcgzQXJ');
  await panel.locator('[data-testid=reply-type][data-type=emergency_questionnaire]').waitFor();
  const provider = panel.getByTestId('provider');
  assert.equal(await provider.getAttribute('data-provider'), 'whatsapp');
  assert.equal(await provider.getAttribute('data-trust'), 'listed');
  await panel.getByTestId('evidence').first().click();
  await page.waitForFunction(() => CSS.highlights.size > 0);
  if ((await panel.locator('input[name=emergency][value=now]').count()) > 0) await panel.locator('input[name=emergency][value=now]').click();
  await panel.getByTestId('insert-draft').first().click();
  const form = panel.getByTestId('questionnaire');
  await form.waitFor();
  for (const [key, value] of Object.entries(story.days[3].replay.answers)) {
    const field = form.getByTestId(`q-${key}`);
    if ((await field.count()) > 0) await field.fill(value);
  }
  await form.locator('button[type=submit]').click();
  await panel.getByTestId('insert-draft').first().click();
  const box = page.locator('.M9 [g_editable=true]');
  await box.waitFor();
  await says(/Inserted/u);
  const text = await box.innerText();
  assert.ok(text.indexOf('EMERGENCY DISCLOSURE REQUEST') < text.indexOf('Elena Ferri\n'));
  assert.ok(text.indexOf('Attack with explosives') < text.lastIndexOf('This policy has a single exception'));
  // The hidden subject of an inline reply is left alone; the panel says which subject to set by hand.
  assert.match(await page.locator('input[name=subjectbox]').inputValue(), /^Re: /u);
  await says(/subject/u);
  await panel.getByTestId('undo-insert').click();
  await page.waitForFunction(() => !document.querySelector('[g_editable=true]').innerText.includes('EMERGENCY DISCLOSURE REQUEST'));
});

test('no request left for anywhere but the two mailboxes', () => {
  const allowed = ['http://127.0.0.1', 'chrome-extension://', 'https://mail.google.com/mail/', 'data:', 'about:'];
  assert.deepEqual(
    requests.filter((url) => !allowed.some((start) => url.startsWith(start))),
    [],
  );
});
