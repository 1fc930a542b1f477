// The built add-on in a real Firefox with its real sidebar: the Milan questionnaire is read and answered with a first step.
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { ensureFirefox } from '../../scripts/browser.mjs';
import { serve } from '../../scripts/demo/server.mjs';
import { launchFirefox } from '../../scripts/marionette.mjs';

const id = 'rogatory@rogatory.example';
const uuid = '7d2a1d3e-4b1f-4c55-9d0e-000000000001';
let server;
let firefox;

const until = async (body, what) => {
  for (let turn = 0; turn < 100; turn++) {
    const value = await firefox.run(body);
    if (value) return value;
    await new Promise((resume) => setTimeout(resume, 150));
  }
  throw new Error(`Nothing came of: ${what}.`);
};

before(async () => {
  server = await serve();
  firefox = await launchFirefox(ensureFirefox(), { 'extensions.webextensions.uuids': JSON.stringify({ [id]: uuid }), 'intl.locale.requested': 'en-US' });
  await firefox.send('Addon:Install', { path: path.resolve('dist/firefox'), temporary: true });
  await firefox.send('WebDriver:Navigate', { url: `http://127.0.0.1:${server.address().port}/#/m/m4` });
});
after(async () => {
  await firefox?.close();
  server?.close();
});

test('the sidebar says who wrote, what it is, and what to do first', async () => {
  await until(`return document.querySelector('article[data-message]') !== null`, 'opening the mail');
  await firefox.send('Marionette:SetContext', { value: 'chrome' });
  await firefox.run(`const w = Services.wm.getMostRecentWindow('navigator:browser'); await w.SidebarController.show(args[0]); return true;`, [
    'rogatory_rogatory_example-sidebar-action',
  ]);
  const address = `const w = Services.wm.getMostRecentWindow('navigator:browser');
    const frame = w.document.getElementById('sidebar').contentDocument.getElementById('webext-panels-browser');
    const spec = frame?.browsingContext?.currentURI?.spec ?? '';
    return spec.includes('src/panel/index.html') ? spec : null;`;
  try {
    assert.match(await until(address, 'opening the sidebar'), /^moz-extension:/u);
  } finally {
    await firefox.send('Marionette:SetContext', { value: 'content' });
  }
  await firefox.send('WebDriver:NewWindow', { type: 'tab', focus: false });
  const handles = await firefox.send('WebDriver:GetWindowHandles');
  await firefox.send('WebDriver:SwitchToWindow', { handle: handles.at(-1), focus: false });
  await firefox.send('WebDriver:Navigate', { url: `moz-extension://${uuid}/src/options/index.html` });
  const inSidebar = await until(
    `const b = (window.wrappedJSObject ?? window).browser; const view = b.extension.getViews({ type: 'sidebar' })[0]; const one = view?.document.querySelector('[data-testid=provider]'); const step = view?.document.querySelector('[data-testid=next-step]'); return one && step ? [one.dataset.provider, step.dataset.step] : null;`,
    'the advice in the sidebar',
  );
  assert.deepEqual([...inSidebar], ['whatsapp', 'answer_emergency_questions']);
});

test('the panel’s page reads the same mail', async () => {
  await firefox.send('WebDriver:Navigate', { url: `moz-extension://${uuid}/src/options/index.html` });
  const tabId = await until(
    `const b = (window.wrappedJSObject ?? window).browser; const tabs = await b.tabs.query({}); return tabs.find((tab) => (tab.url ?? '').startsWith('http://127.0.0.1'))?.id ?? 0;`,
    'finding the tab',
  );
  await firefox.send('WebDriver:Navigate', { url: `moz-extension://${uuid}/src/panel/index.html?tabId=${tabId}` });
  const seen = await until(
    `const one = document.querySelector('[data-testid=provider]'); const step = document.querySelector('[data-testid=next-step]'); return one && step ? [one.dataset.provider, one.dataset.trust, [...document.querySelectorAll('[data-testid=reply-type]')].map((type) => type.dataset.type).join(), step.dataset.step] : null;`,
    'the advice',
  );
  assert.deepEqual(seen, ['whatsapp', 'listed', 'emergency_questionnaire', 'answer_emergency_questions']);
});
