// A real Roundcube: read the mail, take the advice, reply, insert, undo, insert again, send, and compare what arrived.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startWebmails } from '../../scripts/webmail/servers.mjs';
import { openChromium, writeAnswer } from './chromium.mjs';
import { lines, owner, parse, questionnaire, wordsOf } from './mails.mjs';
import { focusCompose, logIn, openMessage, readCompose, send, setSignature } from './roundcube.mjs';

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

const same = (now, then, what) => {
  const bare = (html) => html?.replace(/ data-mce-[a-z]+="[^"]*"/gu, '').replaceAll(/<br data-mce-bogus="1">/gu, '<br>');
  assert.equal(now.text.trimEnd(), then.text.trimEnd(), what);
  assert.equal(bare(now.html), bare(then.html), what);
};

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
    const panel = await browser.panelFor(page);
    await panel.getByTestId('next-step').first().waitFor();
    assert.equal(await panel.getByTestId('provider').getAttribute('data-provider'), 'whatsapp');
    assert.deepEqual(await panel.getByTestId('reply-type').evaluateAll((all) => all.map((one) => one.dataset.type)), ['emergency_questionnaire']);
    const draft = await writeAnswer(panel);
    const insert = async () => {
      await panel.bringToFront();
      await panel.getByTestId('insert-draft').first().click();
      await panel.getByTestId('undo-insert').waitFor({ timeout: 20_000 });
    };

    await insert();
    const inserted = await readCompose(page);
    assert.deepEqual(lines(inserted.text).slice(0, lines(draft.text).length), lines(draft.text), 'the draft stands on top, line by line');
    assert.equal(inserted.subject, draft.subject);
    assert.ok(inserted.text.includes('Elena Ferri\nProcura della Repubblica') && inserted.text.includes('This policy has a single exception'));

    await panel.getByTestId('undo-insert').click();
    await panel.getByTestId('undo-insert').waitFor({ state: 'detached' });
    const undone = await readCompose(page);
    same(undone, fresh, 'the panel’s undo leaves the reply as it was');
    assert.equal(undone.subject, fresh.subject);

    await insert();
    await page.bringToFront();
    await focusCompose(page);
    await page.keyboard.press('Control+z');
    same(await readCompose(page), fresh, 'one Ctrl+Z leaves the reply as it was');

    await insert();
    const already = webmails.sink.sent.length;
    await page.bringToFront();
    await page.waitForTimeout(700);
    await send(page);
    const mail = await parse(await webmails.sink.mail(already));
    assert.equal(mail.subject, draft.subject);
    assert.deepEqual(
      mail.to.map(({ address }) => address),
      ['darcy.harlan@zwillgen.com'],
    );
    assert.deepEqual(lines(wordsOf(mail)).slice(0, lines(draft.text).length), lines(draft.text), 'what arrived is the draft');
    await panel.close();
    await page.close();
  });
}
