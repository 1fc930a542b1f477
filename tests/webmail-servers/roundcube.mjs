// What a person does in Roundcube, for Chromium's driver.
import { password } from '../../scripts/webmail/servers.mjs';
import { owner } from './mails.mjs';

export async function logIn(page, base) {
  await page.goto(base);
  await page.locator('#rcmloginuser').fill(owner);
  await page.locator('#rcmloginpwd').fill(password);
  await page.locator('#rcmloginpwd').press('Enter');
  await page.locator('#messagelist').waitFor({ state: 'attached' });
}

/** Gives the person a signature, which Roundcube then puts into every mail. */
export async function setSignature(page, base) {
  await page.goto(`${base}?_task=settings&_action=edit-identity&_iid=1&_framed=1`);
  await page.locator('[name=_signature]').fill('Elena Ferri\nProcura della Repubblica');
  const saved = page.waitForResponse((answer) => answer.request().method() === 'POST');
  await page.evaluate(() => globalThis.rcmail.command('save'));
  await saved;
  await page.waitForURL(base);
}

export const openMessage = (page, base, uid) => page.goto(`${base}?_task=mail&_mbox=INBOX&_uid=${uid}&_action=show`);

/** The box that is written in, as its HTML or its value, and the subject. */
export async function readCompose(page) {
  return page.evaluate(() => {
    const frame = document.querySelector('#composebody_ifr');
    const area = document.querySelector('textarea[name=_message]');
    const body = frame?.offsetParent ? frame.contentDocument.body : undefined;
    return { html: body?.innerHTML ?? null, text: body ? body.innerText : area.value, subject: document.querySelector('[name=_subject]').value };
  });
}

/** Puts the caret into the box, as a click does. */
export async function focusCompose(page) {
  if (await page.locator('#composebody_ifr').isVisible()) await page.frameLocator('#composebody_ifr').locator('body').focus();
  else await page.locator('textarea[name=_message]').focus();
}

export const send = (page) => page.locator('.send:visible').first().click();
