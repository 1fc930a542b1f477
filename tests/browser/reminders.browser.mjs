// Reminders of the built extension in Chromium: the number on the icon, and a notification where the person wants one.
import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { ensureChromium } from '../../scripts/browser.mjs';
import { launchChromium } from '../../scripts/demo/chromium.mjs';

let browser;
let extension;

before(async () => {
  // As if a person had allowed notifications on the page of cases: no driver can press the browser's own question without a screen.
  extension = await mkdtemp(path.join(tmpdir(), 'rogatory-reminders-'));
  await cp(path.resolve('dist/chrome'), extension, { recursive: true });
  const file = path.join(extension, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8'));
  assert.ok(!manifest.permissions.includes('notifications'), 'notifications are for the person to allow');
  await writeFile(file, JSON.stringify({ ...manifest, permissions: [...manifest.permissions, 'notifications'], optional_permissions: undefined }));
  browser = await launchChromium({ binary: ensureChromium(), headless: true, extension });
});
after(async () => {
  await browser?.close();
  if (extension) await rm(extension, { recursive: true, force: true });
});

/** Asks in the extension until it answers something. */
async function until(ask, what) {
  for (let turn = 0; turn < 40; turn++) {
    const answer = await browser.inExtension(ask);
    if (answer) return answer;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return assert.fail(what);
}

test('a hold that ends tomorrow is a number on the icon and a notification, and neither once it is gone', async () => {
  const day = (ahead) => new Date(Date.now() + ahead * 86_400_000).toISOString();
  await browser.inExtension((record) => chrome.storage.local.set({ 'case:thread-4711': record }), {
    threadKey: 'thread-4711',
    provider: 'whatsapp',
    facts: { emergency: 'none', preservation: { state: 'confirmed', since: day(-89).slice(0, 10), expires: day(1).slice(0, 10), reference: 'WA-4711' } },
    events: [{ at: day(-89), by: 'provider', what: 'message', replyTypes: ['preservation_confirmed'], key: 'one' }],
    updatedAt: day(-1),
  });
  assert.equal(await until(() => chrome.action.getBadgeText({}), 'the icon bears no number'), '1');
  const shown = await until(async () => Object.keys(await chrome.notifications.getAll())[0], 'no notification was shown');
  assert.equal(shown, 'dues');
  assert.ok(await until(async () => Boolean(await chrome.alarms.get('dues')), 'nothing reminds in an hour'));
  await browser.inExtension(() => chrome.storage.local.remove('case:thread-4711'));
  await until(async () => (await chrome.action.getBadgeText({})) === '', 'the number stays though nothing is due');
});
