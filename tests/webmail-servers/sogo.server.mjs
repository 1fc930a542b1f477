// A real SOGo: AngularJS, CKEditor 4 in a dialog over the mail, or a plain box.
import { after, before, test } from 'node:test';
import { password, startWebmails } from '../../scripts/webmail/servers.mjs';
import { sogoUsers } from '../../scripts/webmail/sogo.mjs';
import { openChromium } from './chromium.mjs';
import { questionnaire } from './mails.mjs';
import { walk } from './walk.mjs';

let webmails;
let browser;

before(
  async () => {
    webmails = await startWebmails(['sogo']);
    for (const [form, user] of Object.entries(sogoUsers)) webmails.deliver(user, questionnaire(form));
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

/** Opens the mail; the list is drawn anew when the server answers late, so the click may have to be made again. */
async function openMail(page) {
  const body = page.locator('.msg-body .mailer_mailcontent').first();
  for (let turn = 0; turn < 5; turn++) {
    await page.locator('button[ng-click^="mailbox.selectMessage"]').first().dispatchEvent('click');
    if (
      await body.waitFor({ timeout: 4000 }).then(
        () => true,
        () => false,
      )
    )
      return;
  }
  throw new Error('SOGo did not open the mail.');
}

async function reply(page) {
  await page.locator('button[ng-click^="viewer.reply("]').first().click();
  await page.locator('md-dialog button[ng-click="editor.send()"]').waitFor();
  await page.waitForTimeout(2000);
}

const read = (page) =>
  page.evaluate(() => {
    const frame = document.querySelector('md-dialog iframe.cke_wysiwyg_frame');
    const body = frame?.offsetParent ? frame.contentDocument.body : undefined;
    const area = document.querySelector('md-dialog textarea[name=content]');
    return { html: body?.innerHTML ?? null, text: body ? body.innerText : area.value, subject: document.querySelector('md-dialog input[name=subject]').value };
  });

for (const [form, user] of Object.entries(sogoUsers)) {
  test(`${form}: the draft that was shown is the mail that arrives`, { timeout: 120_000 }, async () => {
    await browser.context.clearCookies();
    const page = await browser.context.newPage();
    page.on('dialog', (dialog) => dialog.accept());
    await page.goto(webmails.urls.sogo);
    await page.locator('form[name=loginForm] input:not([type=password])').first().fill(user);
    await page.locator('input[type=password]').fill(password);
    await page.locator('input[type=password]').press('Enter');
    await page.locator('button[ng-click^="mailbox.selectMessage"]').first().waitFor();
    await openMail(page);
    await reply(page);
    const fresh = await read(page);
    await page.reload();
    await page.locator('button[ng-click^="mailbox.selectMessage"]').first().waitFor();
    await openMail(page);
    await page.waitForTimeout(500);
    await walk({
      browser,
      sink: webmails.sink,
      page,
      read: () => read(page),
      focus: () =>
        form === 'html'
          ? page.frameLocator('md-dialog iframe.cke_wysiwyg_frame').locator('body').focus()
          : page.locator('md-dialog textarea[name=content]').focus(),
      send: () => page.locator('md-dialog button[ng-click="editor.send()"]').click(),
      fresh,
      kept: ['This policy has a single exception'],
    });
    await page.close();
  });
}
