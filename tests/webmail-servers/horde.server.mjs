// A real Horde IMP, its dynamic view: the mail and its reply in a window of their own, CKEditor 3 or a plain box.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { password, startWebmails } from '../../scripts/webmail/servers.mjs';
import { openChromium, writeAnswer } from './chromium.mjs';
import { lines, owner, questionnaire } from './mails.mjs';
import { walk } from './walk.mjs';

let webmails;
let browser;
let inbox;

before(
  async () => {
    webmails = await startWebmails(['horde']);
    webmails.deliver(owner, questionnaire('html'));
    webmails.deliver(owner, questionnaire('plain'));
    browser = await openChromium();
    inbox = await browser.context.newPage();
    await inbox.goto(webmails.urls.horde);
    await inbox.locator('#horde_user').fill(owner);
    await inbox.locator('#horde_pass').fill(password);
    await inbox.locator('#horde_select_view').selectOption('dynamic');
    await inbox.locator('#login-button').click();
    await inbox.waitForURL(/\/imp\//u);
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

/** The window of a mail, as a double click opens it. */
async function openMail(uid) {
  const page = await browser.context.newPage();
  page.on('dialog', (dialog) => dialog.accept());
  await page.goto(new URL(`/imp/dynamic.php?page=message&mailbox=SU5CT1g&buid=${uid}&uid=${uid}`, webmails.urls.horde).href);
  await page.locator('#reply_link').waitFor();
  await page.waitForTimeout(1000);
  return page;
}

const read = (page) =>
  page.evaluate(() => {
    const frame = document.querySelector('#cke_composeMessage iframe');
    const body = frame?.offsetParent ? frame.contentDocument.body : undefined;
    return {
      html: body?.innerHTML ?? null,
      text: body ? body.innerText : document.querySelector('#composeMessage').value,
      subject: document.querySelector('#subject').value,
    };
  });

test('Reply beside the list opens a window of its own: the draft follows, Undo finds it there', { timeout: 120_000 }, async () => {
  const page = await browser.context.newPage();
  page.on('dialog', (dialog) => dialog.accept());
  await page.goto(new URL('/imp/dynamic.php?page=mailbox', webmails.urls.horde).href);
  await page.locator('.msgSubject[title]').first().click();
  await page.locator('#messageBody .mimePartBase').first().waitFor();
  const panel = await browser.panelFor(page);
  const draft = await writeAnswer(panel);
  const windows = [];
  browser.context.on('page', (opened) => windows.push(opened));
  await panel.getByTestId('insert-draft').first().click();
  await panel
    .getByTestId('status')
    .filter({ hasText: /Press Reply|opening|Inserted/u })
    .waitFor();
  if (windows.length === 0) {
    await page.bringToFront();
    await page.locator('#button_reply, #reply_link').first().click();
  }
  await panel.getByTestId('undo-insert').waitFor();
  const [reply] = windows;
  assert.ok(reply, 'a window of its own');
  const wanted = lines(draft.text);
  assert.deepEqual(lines((await read(reply)).text).slice(0, wanted.length), wanted);
  await panel.getByTestId('undo-insert').click();
  await panel.getByTestId('status').filter({ hasText: 'taken back' }).waitFor();
  assert.ok(!(await read(reply)).text.includes(wanted[0]));
  await panel.close();
  await reply.close();
  await page.close();
});

for (const [form, uid] of [
  ['html', 1],
  ['plain', 2],
]) {
  test(`${form}: the draft that was shown is the mail that arrives`, { timeout: 120_000 }, async () => {
    const first = await openMail(uid);
    await first.locator('#reply_link').click();
    await first.locator('#send_button').waitFor();
    await first.waitForTimeout(2500);
    const fresh = await read(first);
    await first.close();
    const page = await openMail(uid);
    await walk({
      browser,
      sink: webmails.sink,
      page,
      read: () => read(page),
      focus: () => (form === 'html' ? page.locator('#cke_composeMessage iframe').focus() : page.locator('#composeMessage').focus()),
      send: () => page.locator('#send_button').click(),
      fresh,
      kept: ['This policy has a single exception'],
    });
    await page.close();
  });
}
