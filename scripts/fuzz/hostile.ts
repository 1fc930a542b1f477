import milan from '../demo/milan.json';
import type { Message } from '../../src/core/message';
import { providers } from '../../src/data/providers';
import { reading } from '../../src/data/reading';
import { understanding } from '../../src/data/understanding';

/** Milliseconds that one part of a run may take. */
export const budget = (share: number): number => Number(process.env['FUZZ_SECONDS'] ?? '20') * 1000 * share;

let state = Number(process.env['FUZZ_SEED'] ?? '1');

/** A repeatable stream of numbers below `limit` (mulberry32). */
export function next(limit: number): number {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) % Math.max(1, limit);
}

export function choose<T>(list: readonly T[]): T {
  return list[next(list.length)] as T;
}

const languages = Object.values(reading.languages);
const wording = languages.flatMap(({ original, forwarded, closings, mobile, disclaimers, inline, banners, autoReplies, absences, counsel }) => [
  ...[...original, ...forwarded].map((phrase) => `\n-----${phrase}-----\n`),
  ...[...closings, ...mobile].map((phrase) => `\n\n${phrase},\n`),
  ...disclaimers,
  ...inline,
  ...banners.map((phrase) => `${phrase}\n`),
  ...autoReplies,
  ...absences,
  ...counsel,
]);
const headers = languages.flatMap((language) => Object.values(language.headers).flatMap((words) => words.map((word) => `\n${word}: `)));
const intros = languages.flatMap(({ intro }) =>
  intro.begins.flatMap((begin) => intro.verbs.map((verb) => `\n${begin}22.11.2016 14:10 Anna <a@b.example> ${verb}:\n`)),
);
const concepts = Object.values(understanding.lexicons).flatMap((lexicon) => Object.values(lexicon).flat());
const names = providers.flatMap(({ name, aliases, domains, entities }) => [
  name,
  ...aliases,
  ...domains.map(({ domain }) => domain),
  ...entities.map((entity) => entity.name),
]);
const odd = [
  '\n\n1. ',
  '?\n',
  ' "',
  '…',
  '\u200b',
  '\ud800',
  '\udc00',
  '> ',
  '>>> ',
  '\t',
  'Question 9: ',
  '((((',
  '????',
  '\r\n',
  '\r',
  ' 1.2.3.4.5.6 ',
  'а',
  '٣. ',
  '-- \n',
  'https://',
  '§§§§',
  '@@',
  '+39 ',

  '\u0000',
  '🙂',
  'aaaaaaaa',
  ': ',
  ':\n',
  '____',
  '----------\n',
  '\u202e',
  '\u2028',
  '\u00a0',
  '\ufeff',
  'ﷺ',
  'ß',
  'İ',
  'ﬁ',
  '＞',
  '\u0301',
  '<a@b.example>',
  '[mailto:',
  '\n> \n> ',
  '2026-02-30',
  '99:99',
  '31 February',
  'Gentile Procuratore, ',
  'Dear Officer, ',
  'EMERGENCY ',
  'MLAT ',
  'not ',
  'if ',
  '¿',
  '½',
  '١٢',
  '\n\n\n\n',
  ' . . . ',
  '€ 1.000.000,00 ',
];

function piece(): string {
  switch (next(6)) {
    case 0:
      return choose(concepts);
    case 1:
      return choose(wording);
    case 2:
      return next(2) ? choose(headers) : choose(intros);
    case 3:
      return choose(names);
    default:
      return choose(odd);
  }
}

/** A mail that looked real once: pieces cut, put in, doubled, now and then by the thousand. */
export function mutated(): string {
  let text = choose(milan.messages).text;
  if (next(4) === 0) text = text.slice(next(text.length));
  if (next(5) === 0) text += text.replace(/^/gmu, '> ');
  for (let turn = next(14); turn >= 0; turn--) {
    const at = next(text.length + 1);
    const what = next(5);
    if (what === 0) text = text.slice(0, at) + text.slice(at + next(200));
    else if (what === 1) text = text.slice(0, at) + text.slice(next(text.length), next(text.length)) + text.slice(at);
    else {
      const times = next(60) === 0 ? 2_000 : 1 + next(3);
      text = text.slice(0, at) + piece().repeat(times) + text.slice(at);
    }
    if (text.length > 300_000) break;
  }
  return text;
}

/** An address that is a provider's, nearly one, or nothing of the kind. */
export function sender(): string {
  const domain = choose([
    'zwillgen.com',
    'tiktok.com',
    'proton.me',
    'whatsapp-legal.com',
    'xn--pple-43d.com',
    'example.org',
    'gmail.com',
    'procura.giustizia.it',
    'xn--',
    'a',
    '..',
    'google.com.evil.example',
    '1.2.3.4',
    'é.example',
  ]);
  return `${choose(['lert', 'a', '', 'posta-certificata', 'mailer-daemon', '@', 'x'.repeat(80)])}@${domain}`;
}

export function mail(text: string): Message {
  return {
    id: 'f',
    from: { name: choose(['', 'Anna Bianchi', 'WhatsApp', 'Per conto di: lert@tiktok.com', 'x@tiktok.com', 'Аpple Legal']), email: sender() },
    to: [],
    cc: [],
    subject: choose(['Re: request', 'I: R: x', 'Fwd: Fwd: x', 'POSTA CERTIFICATA: x', 'CONSEGNA: x', 'Automatic reply: x', '', 'Undeliverable: x']),
    text,
    attachments: [],
    ...(next(6) === 0 ? { replyTo: { name: '', email: sender() } } : {}),
    ...(next(8) === 0 ? { autoSubmitted: choose(['auto-replied', 'no', 'auto-generated']) } : {}),
    ...(next(8) === 0 ? { authentication: { result: choose(['verified', 'failed'] as const) } } : {}),
  };
}
