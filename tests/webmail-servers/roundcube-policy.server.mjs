// A real Roundcube behind a server that sends a strict policy with every page, Trusted Types among it as far as Roundcube itself bears them.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startWebmails } from '../../scripts/webmail/servers.mjs';
import { openChromium } from './chromium.mjs';
import { owner, questionnaire } from './mails.mjs';
import { focusCompose, logIn, openMessage, readCompose, send } from './roundcube.mjs';
import { walk } from './walk.mjs';

// Roundcube writes scripts into its pages, and HTML from strings: a default policy lets its own strings through, so that the rest of the page is
// held to Trusted Types.
const policy = [
  "default-src 'none'",
  "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "object-src 'none'",
  "frame-ancestors 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types default dompurify',
].join('; ');

let webmails;
let browser;
let base;

before(
  async () => {
    webmails = await startWebmails(['roundcube'], policy);
    webmails.deliver(owner, questionnaire('html'));
    webmails.deliver(owner, questionnaire('plain'));
    browser = await openChromium();
    await browser.context.addInitScript(() => {
      const same = (text) => text;
      globalThis.trustedTypes?.createPolicy('default', { createHTML: same, createScript: same, createScriptURL: same });
    });
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
  test(`${form}: under a strict policy the draft that was shown is the mail that arrives, and nothing of ours breaks it`, { timeout: 90_000 }, async () => {
    const page = await browser.context.newPage();
    const broken = [];
    page.on('console', (message) => /Content Security Policy|Trusted/u.test(message.text()) && broken.push(message.text()));
    await openMessage(page, base, uid);
    const other = await browser.context.newPage();
    await other.goto(`${base}?_task=mail&_action=compose&_reply_uid=${uid}&_mbox=INBOX`);
    await other.waitForTimeout(1500);
    const fresh = await readCompose(other);
    await other.close();
    const before = broken.length;
    await walk({
      browser,
      sink: webmails.sink,
      page,
      read: () => readCompose(page),
      focus: () => focusCompose(page),
      send: () => send(page),
      fresh,
      kept: ['This policy has a single exception'],
    });
    assert.deepEqual(
      broken.slice(before).filter((text) => /rogatory|chrome-extension/iu.test(text)),
      [],
    );
    await page.close();
  });
}

test('the policy is really in force', { timeout: 30_000 }, async () => {
  const page = await browser.context.newPage();
  const answer = await openMessage(page, base, 1);
  assert.equal(answer.headers()['content-security-policy'], policy);
  await page.close();
});
