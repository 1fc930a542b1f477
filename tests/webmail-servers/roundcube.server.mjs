// A real Roundcube: read the mail, take the advice, reply, insert, undo, insert again, send, and compare what arrived.
import { after, before, test } from 'node:test';
import { startWebmails } from '../../scripts/webmail/servers.mjs';
import { openChromium } from './chromium.mjs';
import { owner, questionnaire } from './mails.mjs';
import { focusCompose, logIn, openMessage, readCompose, send, setSignature } from './roundcube.mjs';
import { walk } from './walk.mjs';

let webmails;
let browser;

before(
  async () => {
    webmails = await startWebmails(['roundcube']);
    webmails.deliver(owner, questionnaire('html'));
    webmails.deliver(owner, questionnaire('plain'));
    browser = await openChromium();
    const page = await browser.context.newPage();
    for (const skin of ['larry', 'elastic']) await logIn(page, webmails.urls[`roundcube-${skin}`]);
    await setSignature(page, webmails.urls['roundcube-elastic']);
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

/** A reply as Roundcube opens it, before anything is inserted. */
async function freshReply(base, uid) {
  const page = await browser.context.newPage();
  await page.goto(`${base}?_task=mail&_action=compose&_reply_uid=${uid}&_mbox=INBOX`);
  await page.waitForTimeout(1500);
  const fresh = await readCompose(page);
  await page.close();
  return fresh;
}

for (const [skin, form, uid] of [
  ['elastic', 'html', 1],
  ['elastic', 'plain', 2],
  ['larry', 'html', 1],
  ['larry', 'plain', 2],
]) {
  test(`${skin}, ${form}: the draft that was shown is the mail that arrives`, { timeout: 90_000 }, async () => {
    const base = webmails.urls[`roundcube-${skin}`];
    const page = await browser.context.newPage();
    await openMessage(page, base, uid);
    const fresh = await freshReply(base, uid);
    await walk({
      browser,
      sink: webmails.sink,
      page,
      read: () => readCompose(page),
      focus: () => focusCompose(page),
      send: () => send(page),
      fresh,
      kept: ['Elena Ferri\nProcura della Repubblica', 'This policy has a single exception'],
    });
    await page.close();
  });
}
