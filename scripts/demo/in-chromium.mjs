// The drill in a Chromium-family browser.
import { launchChromium } from './chromium.mjs';
import { dayOf, readStory } from './story.mjs';
import { walk } from './walk.mjs';

/** Keeps the panel at the day, and in the language, of the page that the person looks at. */
export function follow({ page, days, tell, speak }) {
  page.on('framenavigated', (frame) => {
    if (frame !== page.mainFrame()) return;
    const day = dayOf(days, page.url());
    if (day) void tell(day).catch(() => undefined);
    void speak(new URL(page.url()).searchParams.get('lang') === 'it' ? 'it' : 'en').catch(() => undefined);
  });
}

/** What the drill tells the extension: the day, and the language. */
export const teller = (browser) => ({
  tell: (day) => browser.inExtension((replay) => chrome.storage.session.set({ replay }), day.replay),
  speak: (language) => browser.inExtension((choice) => chrome.storage.local.set({ settings: { language: choice } }), language),
});

export async function run({ binary, mailbox, headless, shots, language }) {
  const { profile, days } = await readStory();
  const browser = await launchChromium({ binary, headless, language });
  try {
    const { context, page } = browser;
    await browser.inExtension((office) => chrome.storage.local.set({ profile: office }), profile);
    const { tell, speak } = teller(browser);
    await speak(language);
    await tell(days[0]);
    await page.goto(`${mailbox}?lang=${language}#/m/${days[0].mail.id}`);
    await page.locator('article[data-message]').waitFor();
    const panel = await browser.openPanel(page).catch((error) => {
      if (headless) throw error;
      console.log('Press the Rogatory icon in the toolbar to open the panel.');
    });
    if (headless) {
      await walk({ context, page, panel, days, tell, shots });
      return;
    }
    follow({ page, days, tell, speak });
    console.log(`The demonstration mailbox: ${mailbox}\nGo through the days with the buttons above the mail. Close the browser, or press Ctrl+C, to stop.`);
    await new Promise((done) => {
      context.on('close', done);
      process.once('SIGINT', done);
    });
  } finally {
    await browser.close();
  }
}
