// A real Roundcube that opens mails and replies in windows of their own: the draft follows into the new window, and Undo finds it there.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startWebmails } from '../../scripts/webmail/servers.mjs';
import { openChromium, writeAnswer } from './chromium.mjs';
import { lines, owner, parse, questionnaire, wordsOf } from './mails.mjs';
import { logIn, openMessage, readCompose, send } from './roundcube.mjs';

let webmails;
let browser;
let base;

before(
  async () => {
    webmails = await startWebmails(['roundcube']);
    webmails.deliver(owner, questionnaire('html'));
    webmails.deliver(owner, questionnaire('plain'));
    browser = await openChromium();
    base = webmails.urls['roundcube-elastic'];
    const page = await browser.context.newPage();
    await logIn(page, base);
    await page.close();
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

for (const [form, uid] of [
  ['html', 1],
  ['plain', 2],
]) {
  test(`${form}: Reply opens a window of its own, and the draft is the mail that arrives from it`, { timeout: 90_000 }, async () => {
    const page = await browser.context.newPage();
    await openMessage(page, base, uid);
    // As the setting "Compose in a new window" has it.
    await page.evaluate(() => {
      globalThis.rcmail.env.compose_extwin = 1;
    });
    const panel = await browser.panelFor(page);
    const draft = await writeAnswer(panel);
    const wanted = lines(draft.text);
    const windows = [];
    browser.context.on('page', (opened) => windows.push(opened));
    const insert = () => panel.getByTestId('insert-draft').first().click();
    await insert();
    await panel
      .getByTestId('status')
      .filter({ hasText: /Press Reply|opening/u })
      .waitFor();
    // The browser lets a page open a window only when the person clicked in it.
    await page.waitForTimeout(500);
    if (windows.length === 0) {
      await page.bringToFront();
      await page.locator('a.reply:visible').first().click();
    }
    await panel.getByTestId('undo-insert').waitFor();
    const [reply] = windows;
    assert.ok(reply && reply !== page, 'a window of its own');
    const inserted = await readCompose(reply);
    assert.deepEqual(lines(inserted.text).slice(0, wanted.length), wanted);
    assert.equal(inserted.subject, draft.subject);

    await panel.getByTestId('undo-insert').click();
    await panel.getByTestId('status').filter({ hasText: 'taken back' }).waitFor();
    assert.ok(!(await readCompose(reply)).text.includes(wanted[0]), 'taken back in that window');

    // The mail's own tab has no box: the draft goes where its reply is.
    await insert();
    await panel.getByTestId('undo-insert').waitFor();
    assert.deepEqual(lines((await readCompose(reply)).text).slice(0, wanted.length), wanted);
    assert.equal(windows.filter((one) => one !== panel && !one.isClosed()).length, 1, 'no second reply was opened');
    const already = webmails.sink.sent.length;
    await reply.bringToFront();
    await reply.waitForTimeout(700);
    await send(reply);
    const mail = await parse(await webmails.sink.mail(already));
    assert.deepEqual(lines(wordsOf(mail)).slice(0, wanted.length), wanted, 'what arrived is the draft');
    await panel.close();
    await page.close();
  });
}
