// The same in Firefox: read, reply, insert, undo, insert again, send from a real Roundcube, and compare what arrived.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { password, startWebmails } from '../../scripts/webmail/servers.mjs';
import { openFirefox } from './firefox.mjs';
import { lines, owner, parse, questionnaire, wordsOf } from './mails.mjs';

let webmails;
let firefox;
let base;

before(
  async () => {
    webmails = await startWebmails(['roundcube']);
    base = webmails.urls['roundcube-elastic'];
    webmails.deliver(owner, questionnaire('html'));
    webmails.deliver(owner, questionnaire('plain'));
    firefox = await openFirefox();
    await firefox.go(base);
    await firefox.run(
      `document.querySelector('#rcmloginuser').value = args[0]; document.querySelector('#rcmloginpwd').value = args[1]; document.querySelector('#rcmloginsubmit').click();`,
      [owner, password],
    );
    await firefox.until(`return document.querySelector('#messagelist') !== null`, 'logging in');
  },
  { timeout: 90_000 },
);
after(
  async () => {
    await firefox?.close();
    await webmails?.close();
  },
  { timeout: 30_000 },
);

const read = `const frame = document.querySelector('#composebody_ifr'); const area = document.querySelector('textarea[name=_message]');
  if (!area || (document.querySelector('[name=_is_html]').value === '1' && frame?.contentDocument?.body?.id !== 'tinymce')) return null;
  const body = frame?.offsetParent ? frame.contentDocument.body : undefined;
  return { html: body?.innerHTML ?? null, text: body ? body.innerText : area.value, subject: document.querySelector('[name=_subject]').value };`;
const bare = (html) => html?.replace(/ data-mce-[a-z]+="[^"]*"/gu, '').replaceAll(/<br data-mce-bogus="1">/gu, '<br>');

for (const [form, uid] of [
  ['html', 1],
  ['plain', 2],
]) {
  test(`${form}: the draft that was shown is the mail that arrives`, { timeout: 90_000 }, async () => {
    await firefox.go(`${base}?_task=mail&_action=compose&_reply_uid=${uid}&_mbox=INBOX`);
    await new Promise((resume) => setTimeout(resume, 1500));
    const fresh = await firefox.until(read, 'a fresh reply');
    await firefox.run(`window.onbeforeunload = null; globalThis.rcmail.env.is_sent = true; return true;`).catch(() => undefined);
    const url = `${base}?_task=mail&_mbox=INBOX&_uid=${uid}&_action=show`;
    await firefox.go(url);
    const page = await firefox.handle();
    const panel = await firefox.panelFor(url);
    const draft = await firefox.writeAnswer();
    const insert = async () => {
      await firefox.show(panel);
      await firefox.press('insert-draft');
      await firefox.until(`return document.querySelector('[data-testid=undo-insert]') !== null`, 'the insertion');
      await firefox.show(page);
      return firefox.run(read);
    };

    const inserted = await insert();
    assert.deepEqual(lines(inserted.text).slice(0, lines(draft.text).length), lines(draft.text), 'the draft stands on top, line by line');
    assert.equal(inserted.subject, draft.subject);

    await firefox.show(panel);
    await firefox.press('undo-insert');
    await firefox.until(`return document.querySelector('[data-testid=undo-insert]') === null`, 'taking it back');
    await firefox.show(page);
    const undone = await firefox.run(read);
    assert.equal(undone.text.trimEnd(), fresh.text.trimEnd());
    assert.equal(bare(undone.html), bare(fresh.html));
    assert.equal(undone.subject, fresh.subject);

    await insert();
    await firefox.pressUndo(fresh.html === null ? undefined : '#composebody_ifr');
    const again = await firefox.run(read);
    assert.equal(again.text.trimEnd(), fresh.text.trimEnd(), 'one Ctrl+Z leaves the reply as it was');
    assert.equal(bare(again.html), bare(fresh.html));

    await insert();
    await new Promise((resume) => setTimeout(resume, 700));
    const already = webmails.sink.sent.length;
    await firefox.run(`[...document.querySelectorAll('.send')].find((one) => one.offsetParent).click(); return true;`);
    const mail = await parse(await webmails.sink.mail(already));
    assert.equal(mail.subject, draft.subject);
    assert.deepEqual(lines(wordsOf(mail)).slice(0, lines(draft.text).length), lines(draft.text), 'what arrived is the draft');
  });
}
