// The built extension's own inserter in every kind of editor: the text arrives whole, in the right box, and one undo takes it back.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';
import { ensureChromium, quietFlags } from '../../scripts/browser.mjs';
import { kinds } from './kinds.mjs';
import { serveEditors } from './server.mjs';

const opening = [
  'EMERGENCY DISCLOSURE REQUEST',
  '',
  'Gentile Dott.ssa Müller, señora Ñuñez — così è più chiaro: “àèìòù”, 2 < 3 & 4 > 1, <b>not bold</b>.',
  'Second line of the same paragraph.',
  '',
  '1. Nature of the emergency',
  '- a bomb 💣 in a church 👩‍👩‍👧',
  '- tonight',
  '  a) at 21:00',
  '',
  'طلب عاجل جداً من النيابة',
];
/** 20 kB of such a letter. */
const draft = [
  ...opening,
  ...Array.from(
    { length: 150 },
    (_, at) => `${at + 2}. Rispóndere alla domanda numero ${at + 2} — über alles, señor, così è: the ${at}th line of many.${at % 10 ? '' : '\n'}`,
  ),
].join('\n');

let server;
let context;
let worker;
let profile;

before(
  async () => {
    server = await serveEditors();
    const extension = path.resolve('dist/chrome');
    profile = await mkdtemp(path.join(tmpdir(), 'rogatory-'));
    context = await chromium.launchPersistentContext(profile, {
      executablePath: ensureChromium(),
      headless: true,
      locale: 'en-GB',
      args: [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`, ...quietFlags],
      ignoreDefaultArgs: ['--disable-extensions'],
    });
    context.setDefaultTimeout(15_000);
    worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: 20_000 }));
  },
  { timeout: 90_000 },
);
after(
  async () => {
    await context?.close();
    await server?.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  },
  { timeout: 30_000 },
);

const flat = (text) => text.replace(/[\s\u00a0\u200b\ufeff]+/gu, ' ').trim();
const lines = (text) => text.split('\n').map(flat).filter(Boolean);

/** Opens the page of a kind; gives what a test needs of it. */
async function open(id, query = '') {
  const page = await context.newPage();
  const faults = [];
  // A page whose libraries write HTML from strings has a policy that lets its own through, in every frame: an editor's frame is a realm of its own.
  if (query.includes('types=trusted') && String(kinds.find((kind) => kind.id === id)?.trusted).includes('default'))
    await page.addInitScript(() => {
      const same = (text) => text;
      globalThis.trustedTypes?.createPolicy('default', { createHTML: same, createScript: same, createScriptURL: same });
    });
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(`${server.base}/${id}?${query}`);
  const frame = query.includes('in=frame') ? page.frames().find((one) => one.url().includes(`/${id}?types`)) : page.mainFrame();
  try {
    await frame.waitForFunction(() => globalThis.rogatoryTest, null, { timeout: 10_000 });
  } catch {
    throw new Error(`The editor itself does not start: ${faults.join(' | ').slice(0, 600)}`);
  }
  const tabId = await worker.evaluate(async (url) => (await chrome.tabs.query({})).find((tab) => tab.url === url)?.id, page.url());
  return {
    page,
    faults,
    read: () => frame.evaluate(() => globalThis.rogatoryTest.read()),
    focus: () => frame.evaluate(() => globalThis.rogatoryTest.focus()),
    order: (order) => worker.evaluate(([id, message]) => chrome.tabs.sendMessage(id, message, { frameId: 0 }), [tabId, order]),
    others: () => frame.evaluate(() => ['search', 'to', 'tags'].map((id) => document.getElementById(id).value)),
    subject: () => frame.evaluate(() => document.getElementById('subject').value),
  };
}

/** What the editor holds, as words: whatever mark-up or JSON it keeps them in. */
const words = (held) =>
  flat(
    held
      .replace(/<[^>]*>/gu, ' ')
      .replace(/&nbsp;/gu, ' ')
      .replace(/&lt;/gu, '<')
      .replace(/&gt;/gu, '>')
      .replace(/&amp;/gu, '&'),
  );

async function walk(id, query) {
  const box = await open(id, query);
  const { page } = box;
  const before = await box.read();
  const others = await box.others();
  const insert = () => box.order({ type: 'insert-draft', draft: { subject: 'EMERGENCY: Information Request', text: draft, html: '' } });

  const answer = await insert();
  assert.deepEqual([answer.ok, answer.why], [true, undefined], JSON.stringify(answer));
  const held = await box.read();
  if (process.env.SHOW) console.log(id, query, answer.by, held.slice(0, 300));
  for (const line of lines(draft)) {
    const there = words(held).split(line).length - 1 || (held.includes(JSON.stringify(line).slice(1, -1)) ? 1 : 0);
    assert.ok(there >= 1, `“${line}” is in the editor`);
  }
  assert.deepEqual(await box.others(), others, 'no other field was touched');
  assert.equal(await box.subject(), 'EMERGENCY: Information Request');
  assert.ok(held.indexOf('EMERGENCY') < held.indexOf('Elena Ferri'), 'above the signature');
  assert.equal(held.split('EMERGENCY DISCLOSURE REQUEST').length, 2, 'once');

  const undone = await box.order({ type: 'undo-insert' });
  assert.equal(undone.undone, true, 'the panel’s undo');
  assert.equal(await box.read(), before, 'the panel’s undo leaves what was there');
  assert.equal(await box.subject(), 'RE: Information Request');

  const again = await insert();
  assert.equal(again.by, answer.by, 'the same way again');
  await page.bringToFront();
  await box.focus();
  await page.keyboard.press('Control+z');
  await page.waitForTimeout(100);
  assert.equal(await box.read(), before, 'one Ctrl+Z leaves what was there');
  await page.close();
}

/** Words that the person typed stay, and the text comes where the caret is in them. */
async function walkWithOwnWords(id) {
  const box = await open(id);
  const { page } = box;
  await page.bringToFront();
  await box.focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('My own words.');
  await page.waitForTimeout(700);
  const answer = await box.order({ type: 'insert-draft', draft: { subject: '', text: opening.join('\n'), html: '' } });
  assert.equal(answer.ok, true, JSON.stringify(answer));
  const held = await box.read();
  const at = ['My own words.', 'EMERGENCY DISCLOSURE REQUEST', 'Second line of the same paragraph', 'Elena Ferri', 'Please answer.'].map((words) =>
    held.indexOf(words),
  );
  assert.ok(
    at.every((one, index) => one >= 0 && (index === 0 || one > at[index - 1])),
    `own words, draft, signature, quotation: ${at.join(' < ')}`,
  );
  assert.equal(held.split('My own words.').length, 2);
  await page.close();
}

const chosen = process.env.KIND ? kinds.filter(({ id }) => process.env.KIND.split(',').includes(id)) : kinds;
for (const { id, trusted, shadow } of chosen) {
  test(`${id}, strict policy`, { timeout: 40_000 }, () => walk(id, ''));
  if (trusted) test(`${id}, Trusted Types`, { timeout: 40_000 }, () => walk(id, 'types=trusted'));
  test(`${id}, in a frame`, { timeout: 40_000 }, () => walk(id, 'in=frame'));
  if (shadow) test(`${id}, in a shadow root`, { timeout: 40_000 }, () => walk(id, 'in=shadow'));
  test(`${id}, own words in the box`, { timeout: 40_000 }, () => walkWithOwnWords(id));
}

for (const id of ['textarea', 'contenteditable', 'tinymce6', 'prosemirror'])
  test(`${id}: what the person wrote into the letter is never taken back with it, nor covered by a second one`, { timeout: 40_000 }, async () => {
    const box = await open(id);
    const order = { type: 'insert-draft', draft: { subject: '', text: opening.join('\n'), html: '' } };
    assert.equal((await box.order(order)).ok, true);
    await box.page.bringToFront();
    await box.focus();
    await box.page.keyboard.press('Control+Home');
    for (let at = 0; at < 9; at++) await box.page.keyboard.press('ArrowRight');
    await box.page.keyboard.type(' mine');
    await box.page.waitForTimeout(700);
    const changed = await box.read();
    assert.deepEqual(await box.order({ type: 'undo-insert' }), { undone: false, why: 'changed-meanwhile' });
    assert.equal(await box.read(), changed);
    assert.deepEqual(await box.order(order), { ok: false, why: 'changed-meanwhile' });
    assert.equal(await box.read(), changed);
    assert.equal((await box.order(order)).ok, true, 'asked once: who presses again means it');
    assert.ok((await box.read()).includes('mine'));
    await box.page.close();
  });

test('between two boxes it asks; the one in use is meant', { timeout: 40_000 }, async () => {
  const box = await open('contenteditable', 'twice=1');
  const order = { type: 'insert-draft', draft: { subject: '', text: opening.join('\n'), html: '' } };
  const before = await box.page.evaluate(() => [...document.querySelectorAll('[contenteditable]')].map((one) => one.textContent));
  assert.equal(before.length, 2);
  assert.deepEqual(await box.order(order), { ok: false, why: 'several-composers' });
  assert.deepEqual(await box.page.evaluate(() => [...document.querySelectorAll('[contenteditable]')].map((one) => one.textContent)), before);
  await box.page.bringToFront();
  await box.page.locator('[contenteditable]').nth(1).click();
  assert.equal((await box.order(order)).ok, true);
  const after = await box.page.evaluate(() => [...document.querySelectorAll('[contenteditable]')].map((one) => one.textContent.includes('EMERGENCY')));
  assert.deepEqual(after, [false, true]);
  await box.page.close();
});
