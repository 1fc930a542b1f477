// The built add-on in a real Firefox with its real sidebar: read, advise, answer, insert, undo, mark a missing designation.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ensureFirefox } from '../../scripts/browser.mjs';
import { openFirefox } from '../../scripts/demo/firefox.mjs';
import { serve } from '../../scripts/demo/server.mjs';
import { readStory } from '../../scripts/demo/story.mjs';

let firefox;
let mailbox;
let server;
let story;

const inSidebar = (body, args) => firefox.inSidebar(body, args);
const inPage = (body, args) => firefox.inPage(body, args);
const until = (ask, what) => firefox.until(ask, what);
const one = (id) => `doc.querySelector('[data-testid="${id}"]')`;
const press = (selector) =>
  until(() => inSidebar(`const found = doc.querySelector(args[0]); found?.click(); return found !== null;`, [selector]), `pressing ${selector}`);
const open = async (id) => {
  await inPage('location.hash = args[0]; return true;', [`#/m/${id}`]);
  await until(() => inSidebar(`return ${one('provider')}?.dataset.mail === args[0];`, [id]), `the panel at ${id}`);
};
const letterIsIn = (there) =>
  until(
    () => inPage(`return (document.querySelector('[data-editor]')?.textContent ?? '').includes('EMERGENCY DISCLOSURE REQUEST') === args[0];`, [there]),
    there ? 'the letter in the reply' : 'the letter taken back',
  );

before(async () => {
  story = await readStory();
  server = await serve();
  mailbox = `http://127.0.0.1:${server.address().port}/`;
  firefox = await openFirefox({ binary: ensureFirefox(), headless: true, url: `${mailbox}#/m/m4` });
  await firefox.inExtension('await api.storage.local.set({ profile: args[0] }); return true;', [story.profile]);
  // Every request of the whole browser that the add-on causes is written down.
  await firefox.inChrome(`const w = Services.wm.getMostRecentWindow('navigator:browser');
    w.addonRequests = [];
    Services.obs.addObserver((subject) => {
      const channel = subject.QueryInterface(Ci.nsIHttpChannel);
      const { triggeringPrincipal, loadingPrincipal } = channel.loadInfo ?? {};
      if (triggeringPrincipal?.addonId || loadingPrincipal?.addonId) w.addonRequests.push(channel.URI.spec);
    }, 'http-on-modify-request');
    return true;`);
  await firefox.openMailbox();
  await inPage(`window.sent = 0; document.addEventListener('submit', () => window.sent++, true); return true;`);
});
after(async () => {
  await firefox?.close();
  server?.closeAllConnections();
  server?.close();
});

test('the sidebar says who wrote, what it is, and what to do first', async () => {
  const seen = await until(
    () =>
      inSidebar(`const who = ${one('provider')}; const step = ${one('next-step')};
        return who && step ? [who.dataset.provider, who.dataset.trust, [...doc.querySelectorAll('[data-testid=reply-type]')].map((type) => type.dataset.type).join(), step.dataset.step] : null;`),
    'the advice',
  );
  assert.deepEqual([...seen], ['whatsapp', 'listed', 'emergency_questionnaire', 'answer_emergency_questions']);
});

test('the proof is shown in the mail without touching it', async () => {
  const html = `return document.querySelector('article [data-field=body]').outerHTML;`;
  const before = await inPage(html);
  await press('[data-testid=evidence]');
  await until(() => inPage('return CSS.highlights?.size > 0 || String(getSelection()) !== "";'), 'the mark in the mail');
  assert.equal(await inPage(html), before);
});

test('a fact of the case changes the advice at once and stays with the thread', async () => {
  await open('m2');
  await press('input[name=emergency][value=now]');
  await until(() => inSidebar(`return doc.querySelector('[data-step=emergency_disclosure], [data-step=epoc_emergency]') !== null;`), 'the emergency lanes');
  await open('m4');
  assert.match(await inSidebar(`return doc.querySelector('.case').textContent;`), /Emergency now/u);
});

test('the answers go in with one click above signature and quotation, and one undo takes them back', async () => {
  await press('[data-testid=insert-draft]');
  await until(() => inSidebar(`return ${one('questionnaire')} !== null;`), 'the form');
  for (const [key, value] of Object.entries(story.days[3].replay.answers))
    await inSidebar(
      `const field = doc.querySelector('[data-testid="q-' + args[0] + '"]');
      if (field) { field.value = args[1]; field.dispatchEvent(new (doc.defaultView.Event)('input', { bubbles: true })); }
      return true;`,
      [key, value],
    );
  await press('form button[type=submit]');
  await until(
    () => inSidebar(`const button = ${one('insert-draft')}; return button && !button.disabled && doc.querySelector('.review') !== null;`),
    'the review',
  );
  await press('[data-testid=insert-draft]');
  await letterIsIn(true);
  const text = await inPage(`return document.querySelector('[data-editor]').textContent;`);
  assert.ok(text.indexOf('EMERGENCY DISCLOSURE REQUEST') < text.indexOf('-- '));
  assert.ok(text.indexOf('-- ') < text.lastIndexOf('This policy has a single exception'));
  await until(() => inSidebar(`return /Inserted/u.test(${one('status')}.textContent);`), 'the word of the panel');
  assert.match(await inPage(`return document.querySelector('input[name=subject]').value;`), /^EMERGENCY DISCLOSURE REQUEST/u);
  await press('[data-testid=undo-insert]');
  await letterIsIn(false);
  assert.match(await inPage(`return document.querySelector('[data-editor]').textContent;`), /This policy has a single exception/u);
});

test('a letter without designation is marked in page and panel, and one click marks it', async () => {
  await open('m2');
  await open('m4');
  await inPage(`document.querySelector('button[data-action=reply]').click(); const box = document.querySelector('[data-editor]'); box.focus();
    getSelection().collapse(box.firstChild, 0);
    document.execCommand('insertText', false, 'A bomb attack on the station is announced for tonight, people will be killed. Please disclose the registration data of +39 347 5550 101.');
    return true;`);
  const rule = 'missing_designation_subject';
  await until(() => inSidebar(`return doc.querySelector('[data-testid=finding][data-rule=${rule}]') !== null;`), 'the remark in the panel');
  await until(
    () => inPage(`return document.querySelector('rogatory-overlay')?.shadowRoot?.querySelector('[data-rule=${rule}]') != null;`),
    'the mark in the page',
  );
  await press(`[data-testid=finding][data-rule=${rule}] button`);
  await until(() => inPage(`return document.querySelector('input[name=subject]').value.startsWith('EMERGENCY DISCLOSURE REQUEST');`), 'the subject set');
});

test('the panel’s page with ?tabId reads the same mail', async () => {
  const tabId = await firefox.inExtension(`return (await api.tabs.query({})).find((tab) => (tab.url ?? '').startsWith('http://127.0.0.1'))?.id ?? 0;`);
  const types = await firefox.inTab(`moz-extension://${firefox.uuid}/src/panel/index.html?tabId=${tabId}`, (run) =>
    until(
      () =>
        run(
          `const found = [...document.querySelectorAll('[data-testid=reply-type]')]; return found.length > 0 ? found.map((type) => type.dataset.type) : null;`,
        ),
      'the advice',
    ),
  );
  assert.deepEqual([...types], ['emergency_questionnaire']);
});

test('nothing was sent, and the add-on made no request', async () => {
  assert.equal(await inPage('return window.sent ?? 0;'), 0);
  const requests = () => firefox.inChrome(`return Services.wm.getMostRecentWindow('navigator:browser').addonRequests;`);
  assert.deepEqual([...(await requests())], []);
  // The watch itself works: what an add-on opens is seen.
  await firefox.inExtension('await api.tabs.create({ url: args[0], active: false }); return true;', [`${mailbox}drill.json`]);
  await until(async () => (await requests()).length > 0, 'the watch on requests');
});
