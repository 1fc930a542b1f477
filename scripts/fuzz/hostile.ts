import milan from '../demo/milan.json';
import type { Mark, Message } from '../../src/core/message';
import { providers } from '../../src/data/providers';
import { reading } from '../../src/data/reading';
import { understanding } from '../../src/data/understanding';

let state = 1;
let texts: readonly string[] = [];

/** Begins a run: the seed of its numbers, and the labelled mails that it damages. */
export function sow(seed: number, samples: readonly string[]): void {
  state = seed;
  texts = [...milan.messages.map(({ text }) => text), ...samples.map((line) => (JSON.parse(line) as { readonly text?: string }).text ?? '')];
}

/** Where the stream of numbers stands: with it one input can be made again. */
export function given(): number {
  return state;
}

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

/** A mail that looked real once: pieces cut, put in, doubled; a long one now and then by the thousand. */
export function mutated(size: 'short' | 'long'): string {
  let text = choose(texts);
  if (size === 'short') text = text.length > 300 ? text.slice(next(text.length - 200)).slice(0, 100 + next(900)) : text;
  else {
    for (let turn = next(6); turn > 0; turn--) text += `\n\n${choose(texts)}`;
    if (next(5) === 0) text += text.replace(/^/gmu, '> ');
  }
  for (let turn = size === 'short' ? next(5) : next(14); turn >= 0; turn--) {
    const at = next(text.length + 1);
    const what = next(5);
    if (what === 0) text = text.slice(0, at) + text.slice(at + next(200));
    else if (what === 1) {
      const from = next(text.length);
      text = text.slice(0, at) + text.slice(from, from + next(400)) + text.slice(at);
    } else {
      const times = size === 'long' && next(6) === 0 ? 2_000 : 1 + next(3);
      text = text.slice(0, at) + piece().repeat(times) + text.slice(at);
    }
    if (text.length > 300_000) break;
  }
  return text;
}

const alphabets = [
  '>-_:.@<>()[]"\n\r\t *0aAé\u200b\ud800',
  'abc .,\n',
  '\u0000\u00ad\u202e\ufeff\u2028 a\n',
  'аеоi1l|0O.@-',
  '0123456789+-/.:() ',
  '{}[]<>#^/\\%&;=?',
];

/** What nobody would write: letters of one alphabet, any characters at all, or pieces of wording one after the other. */
export function randomText(): string {
  let text = '';
  const length = next(next(10) === 0 ? 600 : 120);
  const what = next(4);
  const alphabet = choose(alphabets);
  if (what === 0) for (let at = 0; at < length; at++) text += String.fromCharCode(next(next(3) ? 256 : 65_536));
  else if (what === 1) for (let at = 0; at < length / 8; at++) text += piece();
  else if (what === 2) text = (alphabet[next(alphabet.length)] ?? '').repeat(length * (next(40) === 0 ? 100 : 1));
  else for (let at = 0; at < length; at++) text += alphabet[next(alphabet.length)] ?? '';
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
  const marks: Mark[] =
    next(6) === 0
      ? Array.from({ length: next(4) }, () => ({
          kind: choose(['quote', 'signature', 'forward'] as const),
          start: next(text.length + 9),
          end: next(text.length + 9),
        }))
      : [];
  return {
    id: 'f',
    from: { name: choose(['', 'Anna Bianchi', 'WhatsApp', 'Per conto di: lert@tiktok.com', 'x@tiktok.com', 'Аpple Legal']), email: sender() },
    to: [],
    cc: [],
    subject: choose(['Re: request', 'I: R: x', 'Fwd: Fwd: x', 'POSTA CERTIFICATA: x', 'CONSEGNA: x', 'Automatic reply: x', '', 'Undeliverable: x']),
    text,
    marks,
    attachments: [],
    ...(next(6) === 0 ? { replyTo: { name: '', email: sender() } } : {}),
    ...(next(8) === 0 ? { autoSubmitted: choose(['auto-replied', 'no', 'auto-generated']) } : {}),
    ...(next(8) === 0 ? { authentication: { result: choose(['verified', 'failed'] as const) } } : {}),
  };
}
