// The way through a webmail: read, take the advice, reply, insert, undo, insert again, send, and compare what arrived.
import assert from 'node:assert/strict';
import { writeAnswer } from './chromium.mjs';
import { lines, parse, wordsOf } from './mails.mjs';

/** Mark-up that an editor adds for itself and never sends. */
const bare = (html) =>
  html
    ?.replace(/ data-(?:mce|cke)-[a-z-]+="[^"]*"/gu, '')
    .replaceAll('<br data-mce-bogus="1">', '<br>')
    .replaceAll(/<br>(?=<\/p>)/gu, '');

function assertSame(now, then, what) {
  assert.equal(now.text.trimEnd(), then.text.trimEnd(), what);
  assert.equal(bare(now.html), bare(then.html), what);
}

/**
 * Goes the whole way. `page` shows the mail; `read` gives `{ html, text, subject }` of its compose box, `focus` puts the caret into it,
 * `send` presses the webmail's own button; `fresh` is the reply before anything was inserted; `kept` stands below in every reply.
 */
export async function walk({ browser, sink, page, read, focus, send, fresh, kept }) {
  const panel = await browser.panelFor(page);
  await panel.getByTestId('next-step').first().waitFor();
  assert.equal(await panel.getByTestId('provider').getAttribute('data-provider'), 'whatsapp');
  assert.deepEqual(await panel.getByTestId('reply-type').evaluateAll((all) => all.map((one) => one.dataset.type)), ['emergency_questionnaire']);
  const draft = await writeAnswer(panel);
  const wanted = lines(draft.text);
  const insert = async () => {
    await panel.bringToFront();
    await panel.getByTestId('insert-draft').first().click();
    await panel
      .getByTestId('undo-insert')
      .waitFor({ timeout: 12_000 })
      .catch(async () => {
        if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/page.png` });
        if (process.env.SHOTS) await panel.screenshot({ path: `${process.env.SHOTS}/panel.png`, fullPage: true });
        throw new Error(`Nothing was inserted. The panel says: ${await panel.getByTestId('status').textContent()}`);
      });
  };

  await insert();
  const inserted = await read();
  assert.deepEqual(lines(inserted.text).slice(0, wanted.length), wanted, 'the draft stands on top, line by line');
  assert.equal(inserted.subject, draft.subject);
  for (const words of kept) assert.ok(inserted.text.includes(words), `“${words}” is still there`);

  await panel.getByTestId('undo-insert').click();
  await panel.getByTestId('undo-insert').waitFor({ state: 'detached' });
  const undone = await read();
  assertSame(undone, fresh, 'the panel’s undo leaves the reply as it was');
  assert.equal(undone.subject, fresh.subject);

  await insert();
  await page.bringToFront();
  await focus();
  await page.keyboard.press('Control+z');
  await page.waitForTimeout(100);
  assertSame(await read(), fresh, 'one Ctrl+Z leaves the reply as it was');

  await insert();
  const already = sink.sent.length;
  await page.bringToFront();
  await page.waitForTimeout(700);
  await send();
  const mail = await parse(await sink.mail(already));
  // Long headers are folded, and one webmail folds with a space too many.
  assert.equal(mail.subject.replace(/\s+/gu, ' '), draft.subject);
  assert.deepEqual(
    mail.to.map(({ address }) => address),
    ['darcy.harlan@zwillgen.com'],
  );
  assert.deepEqual(lines(wordsOf(mail)).slice(0, wanted.length), wanted, 'what arrived is the draft');
  await panel.close();
}
