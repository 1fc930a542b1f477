// A Firefox with the add-on in it and the real sidebar open. A tab with the settings page is the driver's way to the add-on's own places.
import path from 'node:path';
import { launchFirefox } from '../marionette.mjs';
import { root } from '../setup.mjs';

const id = 'rogatory@rogatory.example';
const uuid = '7d2a1d3e-4b1f-4c55-9d0e-000000000001';
const api = 'const api = (window.wrappedJSObject ?? window).browser;';

/** `inExtension` runs a function's body in the settings page, `inSidebar` with `doc`, the sidebar's document; both in the add-on's own world. */
export async function openFirefox({ binary, headless, url, language = 'en', extension = path.join(root, 'dist', 'firefox') }) {
  const firefox = await launchFirefox(
    binary,
    {
      'extensions.webextensions.uuids': JSON.stringify({ [id]: uuid }),
      'intl.locale.requested': language === 'it' ? 'it' : 'en-US',
      'intl.accept_languages': language === 'it' ? 'it, en' : 'en-GB, en',
      'extensions.webextOptionalPermissionPrompts': false,
    },
    { headless },
  );
  const { send, run } = firefox;
  await send('Addon:Install', { path: extension, temporary: true });
  const [mail] = await send('WebDriver:GetWindowHandles');
  const { handle: own } = await send('WebDriver:NewWindow', { type: 'tab', focus: false });
  const to = (handle, focus = false) => send('WebDriver:SwitchToWindow', { handle, focus });
  await to(own);
  await send('WebDriver:Navigate', { url: `moz-extension://${uuid}/src/options/index.html` });

  const inChrome = async (body, args) => {
    await send('Marionette:SetContext', { value: 'chrome' });
    try {
      return await run(body, args);
    } finally {
      await send('Marionette:SetContext', { value: 'content' });
    }
  };
  const at = async (handle, job) => {
    await to(handle);
    return job();
  };
  return {
    ...firefox,
    uuid,
    inExtension: (body, args) => at(own, () => run(`${api} ${body}`, args)),
    inSidebar: (body, args) =>
      at(own, () => run(`${api} const doc = api.extension.getViews({ type: 'sidebar' })[0]?.document; if (!doc) return null; ${body}`, args)),
    inPage: (body, args) => at(mail, () => run(body, args)),
    inChrome,
    /** Opens an address in another tab in the background and gives what the job makes of it; the job gets a runner for that tab. */
    async inTab(address, job) {
      const { handle } = await send('WebDriver:NewWindow', { type: 'tab', focus: false });
      await at(handle, () => send('WebDriver:Navigate', { url: address }));
      return job((body, args) => at(handle, () => run(body, args)));
    },
    async openMailbox(address = url) {
      await at(mail, () => send('WebDriver:Navigate', { url: address }));
      await to(mail, true);
      await inChrome(`const w = Services.wm.getMostRecentWindow('navigator:browser'); await w.SidebarController.show(args[0]); return true;`, [
        'rogatory_rogatory_example-sidebar-action',
      ]);
    },
    /** The whole window, sidebar included, as PNG bytes. */
    async picture() {
      await send('Marionette:SetContext', { value: 'chrome' });
      try {
        return Buffer.from((await send('WebDriver:TakeScreenshot', { full: false })).value, 'base64');
      } finally {
        await send('Marionette:SetContext', { value: 'content' });
      }
    },
    /** Asks again and again until something comes of it. */
    async until(ask, what, turns = 100) {
      for (let turn = 0; turn < turns; turn++) {
        const value = await ask();
        if (value) return value;
        await new Promise((resume) => setTimeout(resume, 100));
      }
      throw new Error(`Nothing came of: ${what}.`);
    },
  };
}
