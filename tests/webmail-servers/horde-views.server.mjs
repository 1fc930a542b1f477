// A real Horde IMP in its other two views: basic, whose Reply is a window or a page of its own, and the one for small screens.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { password, startWebmails } from '../../scripts/webmail/servers.mjs';
import { openChromium, writeAnswer } from './chromium.mjs';
import { lines, owner, parse, questionnaire, wordsOf } from './mails.mjs';

let webmails;
let browser;

before(
  async () => {
    webmails = await startWebmails(['horde']);
    webmails.deliver(owner, questionnaire('plain'));
    browser = await openChromium();
  },
  { timeout: 120_000 },
);
after(
  async () => {
    await browser?.close();
    await webmails?.close();
  },
  { timeout: 30_000 },
);

async function logIn(view) {
  await browser.context.clearCookies();
  const page = await browser.context.newPage();
  page.on('dialog', (dialog) => dialog.accept());
  await page.goto(webmails.urls.horde);
  await page.locator('#horde_user').fill(owner);
  await page.locator('#horde_pass').fill(password);
  await page.locator('#horde_select_view').selectOption(view);
  await page.locator('#login-button').click();
  await page.waitForURL(/\/(?:imp|services\/portal)\//u);
  return page;
}

const read = (page) =>
  page.evaluate(() => ({
    html: null,
    text: document.querySelector('#composeMessage, #imp-compose-message').value,
    subject: document.querySelector('#subject, #imp-compose-subject').value,
  }));

test('basic: the draft follows into the reply’s own window, is taken back there, and is the mail that arrives', { timeout: 120_000 }, async () => {
  const page = await logIn('basic');
  await page.goto(new URL('/imp/basic.php?page=message&mailbox=SU5CT1g&buid=1', webmails.urls.horde).href);
  await page.locator('#messageBody').waitFor();
  const panel = await browser.panelFor(page);
  const draft = await writeAnswer(panel);
  const wanted = lines(draft.text);
  const windows = [];
  browser.context.on('page', (opened) => {
    opened.on('dialog', (dialog) => dialog.accept());
    windows.push(opened);
  });
  const insert = () => panel.getByTestId('insert-draft').first().click();
  await insert();
  await panel
    .getByTestId('status')
    .filter({ hasText: /Press Reply|opening|Inserted/u })
    .waitFor();
  await page.waitForTimeout(500);
  if (windows.length === 0 && (await page.locator('#composeMessage').count()) === 0) {
    await page.bringToFront();
    await page.locator('ul.msgactions a[href*="reply"]:visible').first().click();
  }
  await panel.getByTestId('undo-insert').waitFor();
  const reply = windows[0] ?? page;
  const inserted = await read(reply);
  assert.deepEqual(lines(inserted.text).slice(0, wanted.length), wanted);
  assert.equal(inserted.subject, draft.subject);
  await panel.getByTestId('undo-insert').click();
  await panel.getByTestId('status').filter({ hasText: 'taken back' }).waitFor();
  assert.ok(!(await read(reply)).text.includes(wanted[0]));
  await insert();
  await panel.getByTestId('undo-insert').waitFor();
  const already = webmails.sink.sent.length;
  await reply.bringToFront();
  await reply.waitForTimeout(700);
  await reply.locator('input[name=btn_send_message]:visible').first().click();
  const mail = await parse(await webmails.sink.mail(already));
  assert.deepEqual(lines(wordsOf(mail)).slice(0, wanted.length), wanted, 'what arrived is the draft');
  await panel.close();
  await page.close();
});

test('the view for small screens: the draft that was shown is the mail that arrives', { timeout: 120_000 }, async () => {
  const page = await logIn('smartmobile');
  const open = async () => {
    await page.goto(new URL('/imp/smartmobile.php#message?buid=1&mbox=SU5CT1g', webmails.urls.horde).href);
    await page.reload();
    await page.locator('#imp-message-body').filter({ hasText: 'single exception' }).waitFor();
    await page.waitForTimeout(500);
  };
  await open();
  const panel = await browser.panelFor(page);
  const draft = await writeAnswer(panel);
  const wanted = lines(draft.text);
  await panel.getByTestId('insert-draft').first().click();
  await panel
    .getByTestId('status')
    .filter({ hasText: /Press Reply|opening|Inserted/u })
    .waitFor();
  await page.bringToFront();
  // Reply asks first whom the answer goes to; the extension may have pressed it already.
  const whom = page.locator('a[href="#message-reply-auto"], #message-reply-auto').first();
  const asked = await whom.waitFor({ timeout: 2000 }).then(
    () => true,
    () => false,
  );
  if (!asked) await page.locator('a[href="#message-reply"]:visible').first().click();
  await whom.click();
  await panel.getByTestId('undo-insert').waitFor();
  assert.deepEqual(lines((await read(page)).text).slice(0, wanted.length), wanted);
  await panel.getByTestId('undo-insert').click();
  await panel.getByTestId('status').filter({ hasText: 'taken back' }).waitFor();
  assert.ok(!(await read(page)).text.includes(wanted[0]));
  await panel.getByTestId('insert-draft').first().click();
  await panel.getByTestId('undo-insert').waitFor();
  const already = webmails.sink.sent.length;
  await page.bringToFront();
  await page.waitForTimeout(700);
  await page.locator('a[href="#compose-submit"]:visible').first().click();
  const mail = await parse(await webmails.sink.mail(already));
  assert.deepEqual(lines(wordsOf(mail)).slice(0, wanted.length), wanted, 'what arrived is the draft');
  await panel.close();
  await page.close();
});
