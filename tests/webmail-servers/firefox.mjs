// A Firefox with the built add-on, and a person's hands for its panel.
import path from 'node:path';
import { ensureFirefox } from '../../scripts/browser.mjs';
import { launchFirefox } from '../../scripts/marionette.mjs';
import { answers, office } from './mails.mjs';

const id = 'rogatory@rogatory.example';
const uuid = '7d2a1d3e-4b1f-4c55-9d0e-000000000002';

export async function openFirefox() {
  const firefox = await launchFirefox(ensureFirefox(), { 'extensions.webextensions.uuids': JSON.stringify({ [id]: uuid }), 'intl.locale.requested': 'en-US' });
  const { send, run } = firefox;
  await send('Addon:Install', { path: path.resolve('dist/firefox'), temporary: true });
  const handle = async () => (await send('WebDriver:GetWindowHandle')).value;
  const go = (url) => send('WebDriver:Navigate', { url });
  const newTab = async (url, type) => {
    const { handle: made } = await send('WebDriver:NewWindow', { type });
    await send('WebDriver:SwitchToWindow', { handle: made });
    await go(url);
    return made;
  };
  const until = async (body, what, args = []) => {
    for (let turn = 0; turn < 100; turn++) {
      const value = await run(body, args).catch(() => undefined);
      if (value) return value;
      await new Promise((resume) => setTimeout(resume, 150));
    }
    throw new Error(`Nothing came of: ${what}.`);
  };
  return {
    run,
    go,
    until,
    handle,
    close: firefox.close,
    show: (tab) => send('WebDriver:SwitchToWindow', { handle: tab }),
    async closeTab(tab) {
      await send('WebDriver:SwitchToWindow', { handle: tab });
      await send('WebDriver:CloseWindow');
    },
    /** The panel beside the page that is open, in a tab of its own, or in a window so that the page stays in sight. */
    async panelFor(url, type = 'tab') {
      const tab = await newTab(`moz-extension://${uuid}/src/options/index.html`, type);
      const tabId = await until(
        `const api = (window.wrappedJSObject ?? window).browser; await api.storage.local.set({ profile: JSON.parse(args[1]) });
         return (await api.tabs.query({})).find((tab) => (tab.url ?? '') === args[0])?.id ?? 0;`,
        'finding the tab',
        [url, JSON.stringify(office)],
      );
      await go(`moz-extension://${uuid}/src/panel/index.html?tabId=${tabId}&lang=en`);
      return tab;
    },
    press: (testId, what = testId) =>
      until(`const button = document.querySelector('[data-testid="' + args[0] + '"]'); button?.click(); return button !== null;`, what, [testId]),
    /** Fills in the questionnaire where it is asked for, and gives the draft as the panel then shows it. */
    async writeAnswer() {
      await until(`return document.querySelector('[data-testid=next-step]') !== null`, 'the first step');
      // What was answered before is read from the storage in the meantime.
      await new Promise((resume) => setTimeout(resume, 500));
      const asks = await until(
        `const button = document.querySelector('[data-testid=next-step] [data-testid=insert-draft]'); return button ? button.textContent : '';`,
        'the first step',
      );
      const press = (words) =>
        until(
          `const one = [...document.querySelectorAll('button')].find((each) => each.textContent.includes(args[0])); one?.click(); return one !== undefined;`,
          words,
          [words],
        );
      if (asks !== 'Insert into reply') {
        await this.press('insert-draft');
        await until(
          `if (!document.querySelector('[data-testid=questionnaire]')) return false;
           const answers = JSON.parse(args[0]);
           for (const field of document.querySelectorAll('textarea[data-testid^="q-"]')) {
             if (field.value !== '') continue;
             field.value = answers[field.dataset.testid.slice(2)] ?? answers.other;
             field.dispatchEvent(new Event('input', { bubbles: true }));
             await new Promise((resume) => setTimeout(resume, 50));
           }
           document.querySelector('form button[type=submit]').click();
           return true;`,
          'the questionnaire',
          [JSON.stringify(answers)],
        );
        await press('Back to the advice');
      }
      await press('Read and edit the draft');
      return until(
        `const body = document.querySelector('[data-testid=draft-body]'); const subject = document.querySelector('[data-testid=draft-subject]');
         return body ? { subject: subject.value, text: body.value } : null;`,
        'the draft',
      );
    },
    /** A real Ctrl+Z in the frame of that selector, or in the page. */
    async pressUndo(frame) {
      if (frame) {
        const element = await send('WebDriver:FindElement', { using: 'css selector', value: frame });
        await send('WebDriver:SwitchToFrame', { element: Object.values(element.value)[0] });
      }
      const key = (type, value) => ({ type, value });
      await send('WebDriver:PerformActions', {
        actions: [{ type: 'key', id: 'keyboard', actions: [key('keyDown', '\uE009'), key('keyDown', 'z'), key('keyUp', 'z'), key('keyUp', '\uE009')] }],
      });
      await send('WebDriver:ReleaseActions');
      await send('WebDriver:SwitchToFrame', { id: null });
    },
  };
}
