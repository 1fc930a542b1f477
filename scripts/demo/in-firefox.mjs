// The drill in Firefox, with its sidebar.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { openFirefox } from './firefox.mjs';
import { dayOf, readStory } from './story.mjs';

export async function run({ binary, mailbox, headless, shots, language }) {
  const { profile, days } = await readStory();
  const url = `${mailbox}?lang=${language}#/m/${days[0].mail.id}`;
  const firefox = await openFirefox({ binary, headless, url, language });
  const tell = (day) => firefox.inExtension('await api.storage.session.set({ replay: args[0] }); return true;', [day.replay]);
  try {
    await firefox.inExtension('await api.storage.local.set({ profile: args[0], settings: { language: args[1] } }); return true;', [profile, language]);
    await tell(days[0]);
    await firefox.openMailbox();
    if (headless) await walk({ firefox, days, tell, shots });
    else await follow({ firefox, days, tell, mailbox });
  } finally {
    await firefox.close().catch(() => undefined);
  }
}

/** Keeps the panel at the day that the person looks at, until the browser is closed. */
async function follow({ firefox, days, tell, mailbox }) {
  console.log(`The demonstration mailbox: ${mailbox}\nGo through the days with the buttons above the mail. Close the browser, or press Ctrl+C, to stop.`);
  let ended = false;
  const end = firefox.gone.then(() => (ended = true));
  process.once('SIGINT', () => (ended = true));
  let shown = '';
  while (!ended) {
    const address = await firefox
      .inExtension(`return (await api.tabs.query({})).map((tab) => tab.url ?? '').find((one) => one.startsWith(args[0])) ?? '';`, [mailbox])
      .catch(() => '');
    const day = address ? dayOf(days, address) : undefined;
    if (day && day.mail.id !== shown) {
      shown = day.mail.id;
      await tell(day).catch(() => undefined);
    }
    await Promise.race([end, new Promise((resume) => setTimeout(resume, 400))]);
  }
}

/** Every day without a screen; fails when one gets no first step. */
async function walk({ firefox, days, tell, shots }) {
  if (shots) await mkdir(shots, { recursive: true });
  for (const day of days) {
    const { mail } = day;
    await firefox.inPage('location.hash = args[0]; return true;', [`#/m/${mail.id}`]);
    await tell(day);
    const [types, step] = await firefox.until(
      () =>
        firefox.inSidebar(
          `const head = doc.querySelector('[data-testid=provider]'); const first = doc.querySelector('[data-testid=next-step]');
          if (!first || head?.dataset.mail !== args[0] || head.dataset.asof !== args[1]) return null;
          return [[...doc.querySelectorAll('[data-testid=reply-type]')].map((one) => one.dataset.type).join(', '), first.dataset.step];`,
          [mail.id, mail.date],
        ),
      `the advice of ${mail.date.slice(0, 10)}`,
    );
    console.log(`${mail.date.slice(0, 16)}  ${types || 'our own letter'}  →  ${step}`);
    if (shots) await writeFile(path.join(shots, `${mail.id}-firefox.png`), await firefox.picture());
  }
}
