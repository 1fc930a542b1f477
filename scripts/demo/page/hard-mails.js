// Mails that are hard to read, for the tests: each is a thing that a mailbox can hold.
import { make } from './make.js';

const base = {
  id: 'hard',
  by: 'provider',
  date: '2026-11-20T09:00:00+01:00',
  from: 'WhatsApp LEC <whatsapplec@zwillgen.com>',
  to: ['elena.ferri@procura.test'],
  subject: 'RE: Information request 283/16',
};
const refusal = 'WhatsApp is a company of the United States and answers only valid legal process of a U.S. court. Please use the MLAT.';

const asked = ['What is the nature of the emergency?', 'Who is threatened?', 'When will the act happen?', 'Which data do you need, of which account?'];

const mails = {
  empty: () => ({ ...base, text: '' }),
  huge: () => ({ ...base, text: `${refusal}\n\n${'The quick brown fox answers the request of the authority. '.repeat(90_000)}` }),
  questions: () => ({
    ...base,
    text: `If in your view this is an emergency in which human life is at risk, please answer the two hundred (200) questions below.\n\n${Array.from(
      { length: 200 },
      (_, at) => `${at + 1}. ${asked[at % asked.length]} (person ${at + 1})`,
    ).join('\n\n')}`,
  }),
  nobody: () => ({ ...base, from: 'WhatsApp Law Enforcement', text: refusal }),
  scripts: () => ({
    ...base,
    text: '',
    nodes: () => {
      const body = make('div', { 'data-field': 'body' }, make('p', {}, refusal));
      for (let at = 0; at < 50; at++) {
        const script = make('script', { type: 'text/x-mail' }, `document.title = "taken ${at}"`);
        body.append(script, make('style', {}, `.x${at}{}`), make('p', { onclick: 'document.title="taken"' }, '<img src=x onerror="document.title=1">'));
      }
      return body;
    },
  }),
};

/** One of them by name. */
export const hardMail = (name) => ({ ...(mails[name] ?? mails.empty)(), id: name, subject: `${base.subject} (${name})` });
