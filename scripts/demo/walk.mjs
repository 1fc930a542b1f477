// Every day of the drill without a screen: what the panel says, how fast, and pictures of page and panel side by side.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Fails when a day gets no first step, or when the answer of 25 April does not stand in the reply after one click. */
export async function walk({ context, page, panel, days, tell, shots }) {
  const pairs = [];
  const shoot = async (name) => {
    if (!shots) return;
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      await panel.emulateMedia({ colorScheme });
      if (name === 'm4' || name === 'm6')
        pairs.push({ name: `${name}-panel-${colorScheme}`, dark: false, images: [await panel.screenshot({ fullPage: true })] });
      pairs.push({ name: `${name}-${colorScheme}`, dark: colorScheme === 'dark', images: [await page.screenshot(), await panel.screenshot()] });
    }
    await page.emulateMedia({ colorScheme: 'light' });
    await panel.emulateMedia({ colorScheme: 'light' });
  };
  for (const day of days) {
    const { mail } = day;
    const since = Date.now();
    await page.evaluate((id) => void (location.hash = `#/m/${id}`), mail.id);
    await tell(day);
    await panel.locator(`[data-testid=provider][data-mail="${mail.id}"][data-asof="${mail.date}"]`).waitFor({ timeout: 15_000 });
    const first = panel.getByTestId('next-step').first();
    await first.waitFor({ timeout: 5000 });
    const took = Date.now() - since;
    const types = await panel.getByTestId('reply-type').evaluateAll((all) => all.map((one) => one.dataset.type));
    console.log(`${mail.date.slice(0, 16)}  ${types.join(', ') || 'our own letter'}  →  ${await first.getAttribute('data-step')}  (advice after ${took} ms)`);
    await shoot(mail.id);
    if (mail.id === 'm2') await asOfToday({ panel, shoot, name: 'm2-today' });
    if (mail.id === 'm4') await answer({ page, panel, shoot });
    if (mail.id === 'm6') {
      await panel.getByTestId('timeline').evaluate((one) => one.scrollIntoView({ block: 'end' }));
      await shoot('m6-ball');
      await asOfToday({ panel, shoot, name: 'm6-today' });
    }
  }
  if (shots) await compose({ context, pairs, shots });
}

/** The facts are there: one click puts the answer of 25 April into the reply. */
async function answer({ page, panel, shoot }) {
  const since = Date.now();
  await panel.getByTestId('insert-draft').first().click();
  await page.waitForFunction(() => document.querySelector('[data-editor]')?.textContent.includes('EMERGENCY DISCLOSURE REQUEST'), null, { timeout: 10_000 });
  console.log(`                  one click: the answer stands in the reply after ${Date.now() - since} ms; nothing is sent`);
  await panel.getByTestId('undo-insert').waitFor({ timeout: 5000 });
  await page.evaluate(() => document.querySelector('form[data-compose]').scrollIntoView({ block: 'end' }));
  await shoot('m4-answered');
}

/** The same mail under today's law, the European orders in view. */
async function asOfToday({ panel, shoot, name }) {
  await panel.getByTestId('as-of').click();
  const order = panel.locator('[data-step=epoc_emergency], [data-step=epoc_pr]').first();
  await order.waitFor({ timeout: 5000 });
  console.log(`                  by the law of today  →  ${await panel.getByTestId('next-step').first().getAttribute('data-step')}`);
  await order.evaluate((one) => one.scrollIntoView({ block: 'center' }));
  await shoot(name);
  await panel.getByTestId('as-of').click();
}

/** Page and panel as a person sees them, beside each other. */
async function compose({ context, pairs, shots }) {
  await mkdir(shots, { recursive: true });
  const sheet = await context.newPage();
  for (const { name, dark, images } of pairs) {
    const shown = images.map((image) => `<img src="data:image/png;base64,${image.toString('base64')}">`);
    const line = dark ? '#39434f' : '#c3cad2';
    await sheet.setContent(
      `<style>body{margin:0;background:${line}}main{display:inline-flex;gap:2px;border:1px solid ${line}}img{display:block}</style><main>${shown.join('')}</main>`,
    );
    await sheet.locator('main').evaluate(() => Promise.all([...document.images].map((image) => image.decode())));
    await writeFile(path.join(shots, `${name}.png`), await sheet.locator('main').screenshot());
  }
  await sheet.close();
  console.log(`${pairs.length} pictures in ${shots}`);
}
