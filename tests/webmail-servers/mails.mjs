// The mails that the tests deliver, and the reading of what arrives.
import { readFileSync } from 'node:fs';
import { Window } from 'happy-dom';
import PostalMime from 'postal-mime';

const thread = JSON.parse(readFileSync(new URL('../../scripts/demo/milan.json', import.meta.url), 'utf8'));
export const office = thread.profile;
export const owner = office.email;

const base64 = (text) => Buffer.from(text).toString('base64').replace(/.{76}/gu, '$&\r\n');
const word = (text) => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;
const escape = (text) => text.replace(/[&<>]/gu, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign]);

/** The counsel's questionnaire of 25 April, as a plain mail or as one in HTML. */
export function questionnaire(form) {
  const mail = thread.messages.find(({ id }) => id === 'm4');
  const [, name, email] = /^(.*?)\s*<(.*)>$/u.exec(mail.from);
  const part = (type, text) => `Content-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(text)}\r\n`;
  const html = `<html><body>${mail.text
    .split('\n\n')
    .map((paragraph) => `<p>${paragraph.split('\n').map(escape).join('<br>')}</p>`)
    .join('\n')}</body></html>`;
  const head = [
    `From: ${word(name)} <${email}>`,
    `To: <${owner}>`,
    `Subject: ${word(mail.subject)}`,
    `Date: ${new Date(mail.date).toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <questionnaire.${form}@zwillgen.com>`,
    'MIME-Version: 1.0',
  ].join('\r\n');
  if (form === 'plain') return `${head}\r\n${part('text/plain', mail.text)}`;
  return `${head}\r\nContent-Type: multipart/alternative; boundary=edge\r\n\r\n--edge\r\n${part('text/plain', mail.text)}--edge\r\n${part('text/html', html)}--edge--\r\n`;
}

/** What arrived, decoded: `subject`, `text`, `html`. */
export const parse = async ({ raw }) => new PostalMime().parse(raw);

/** The words of a mail as its reader sees them, one line a line. */
export function wordsOf({ html, text }) {
  if (!html) return text;
  const { window } = new Window();
  const body = new window.DOMParser().parseFromString(html, 'text/html').body;
  for (const silent of body.querySelectorAll('style, script')) silent.remove();
  for (const line of body.querySelectorAll('br, p, div, li, blockquote, tr')) line.before('\u0000');
  for (const block of body.querySelectorAll('p, div, li, blockquote, tr')) block.after('\u0000');
  return body.textContent.replace(/\s+/gu, ' ').replaceAll('\u0000', '\n');
}

/** Words of every kind that a page can spoil: accents, signs of HTML, a list, a line that runs the other way, pictures. */
export const answers = {
  nature: 'Perché così: Müller & Señora Ñuñez said "<b>tonight</b>" — 2 < 3 > 1.',
  who_at_risk: 'About 400 persons at a service 🕯️👩‍👩‍👧, among them children.\n- the parish of São João\n- the choir\n  1. first row\n  2. second row',
  imminence: 'Tonight 21:00 CEST (UTC+02:00). عاجل جداً',
  data_requested: 'Connection log of 20 to 26 April 2016 of +39 347 5550 101.',
  how_it_averts: 'It allows us to locate the suspect.',
  message_copy: 'announcement.pdf',
  case_reference: 'p.p. 283/16 mod. 21',
  notify_until: '31 December 2016',
  other: '+39 347 5550 101',
};

/** The lines of a text that say something, as a reader sees them. */
export const lines = (text) =>
  text
    .split('\n')
    .map((line) => line.replace(/[\s\u00a0]+/gu, ' ').trim())
    .filter(Boolean);
