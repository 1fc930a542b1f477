import { findPhoneNumbersInText, parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min';
import { anyDate, clock, hasZone, mailAddress, maskedIn } from './lint/patterns';

export type IdentifierKind = 'phone' | 'email' | 'url' | 'handle' | 'user-id' | 'ip' | 'masked';
/** What is wrong with an identifier, or was mended; each is a key of words on screen. */
export type IdentifierNote =
  | 'made-international'
  | 'impossible-number'
  | 'no-country'
  | 'masked'
  | 'ocr-mended'
  | 'ip-private'
  | 'ip-without-port'
  | 'ip-without-time'
  | 'time-without-zone'
  | 'short-link'
  | 'handle-from-url'
  | 'id-from-url';
export type Identifier = {
  readonly kind: IdentifierKind;
  /** As it was typed. */
  readonly raw: string;
  /** As a provider can search it; equal to `raw` when there is nothing to mend. */
  readonly clean: string;
  readonly ok: boolean;
  readonly notes: readonly IdentifierNote[];
};

/** Characters looked at; identifiers found at most. */
const looked = 20_000;
const most = 100;
const links =
  /https?:\/\/[^\s<>"')\]]{4,300}|\b(?:www\.|m\.)?(?:instagram|facebook|tiktok|x|twitter|youtube|t|snapchat|reddit|github|telegram|linkedin|threads)\.(?:com|me|net)\/[^\s<>"')\]]{2,200}/giu;
const addresses = /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.]\d)|(?<![\w:])(?:[0-9a-f]{1,4}:){2,7}[0-9a-f:]{1,19}(?![\w:])/giu;
const handles = /(?<![\w.@/])@[A-Za-z0-9_][A-Za-z0-9_.]{1,39}/gu;
const ids = /\b(?:user|account|profile|page|channel|utente|compte|konto|cuenta)[ -]?id\b\s?[:=]?\s?([\w-]{4,40})|(?<![\d+.])\d{12,20}(?![\d.])/giu;
const shorteners = /^(?:https?:\/\/)?(?:www\.)?(?:bit\.ly|t\.co|goo\.gl|tinyurl\.com|vm\.tiktok\.com|fb\.me|youtu\.be)\//iu;
const privateRange = /^(?:10\.|127\.|169\.254\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|fe80:|f[cd])/iu;

/**
 * Every identifier in a text, in a form that a provider can search: phones in E.164, the handle or the number in a link, an
 * address on the net with its port, time and zone; what is hidden or was misread by a scanner is said. `country` (ISO 3166-1) makes
 * domestic numbers whole.
 */
export function readIdentifiers(text: string, country?: string): readonly Identifier[] {
  const found = new Map<string, Identifier>();
  let rest = text.slice(0, looked);
  const add = (one: Identifier) => {
    if (found.size < most && !found.has(`${one.kind} ${one.clean}`)) found.set(`${one.kind} ${one.clean}`, one);
  };
  const take = (words: string) => {
    rest = rest.replace(words, ' '.repeat(words.length));
  };

  for (const { words } of maskedIn(rest)) {
    add({ kind: 'masked', raw: words.trim(), clean: words.trim(), ok: false, notes: ['masked'] });
    take(words);
  }
  for (const [link] of rest.matchAll(links)) {
    add(fromLink(link.replace(/(?<![.,;:])[.,;:]+$/u, '')));
    take(link);
  }
  for (const [words] of rest.matchAll(mailAddress)) {
    add({ kind: 'email', raw: words, clean: words.toLowerCase(), ok: true, notes: [] });
    take(words);
  }
  // "name @ gmail . com", "name(at)gmail.com": what a scanner or a careful writer makes of an address.
  for (const [words] of rest.matchAll(/(?<![\w.+-])[\w.+-]{2,64}\s?(?:\(at\)|\[at\]|\s@\s|\s@|@\s)\s?[\w-]{2,30}\s?(?:\.|\(dot\)|\[dot\])\s?[a-z]{2,10}/giu)) {
    const clean = words
      .replace(/\s?(?:\(at\)|\[at\])\s?/iu, '@')
      .replace(/\s?(?:\(dot\)|\[dot\])\s?/iu, '.')
      .replace(/\s/gu, '')
      .toLowerCase();
    add({ kind: 'email', raw: words, clean, ok: true, notes: ['ocr-mended'] });
    take(words);
  }
  for (const match of rest.matchAll(addresses)) {
    const one = fromAddress(match[0], rest, match.index);
    if (one) add(one);
  }
  rest = rest.replace(addresses, (words) => ' '.repeat(words.length));
  for (const [words] of rest.matchAll(handles)) {
    add({ kind: 'handle', raw: words, clean: words.replace(/(?<!\.)\.+$/u, ''), ok: true, notes: [] });
    take(words);
  }
  phones(rest, country, add, take);
  for (const match of rest.matchAll(ids)) {
    const clean = match[1] ?? match[0];
    add({ kind: 'user-id', raw: match[0], clean, ok: true, notes: [] });
  }
  return [...found.values()];
}

function fromLink(link: string): Identifier {
  const path = link.replace(/^https?:\/\//iu, '');
  if (shorteners.test(link)) return { kind: 'url', raw: link, clean: link, ok: false, notes: ['short-link'] };
  const id = /[?&](?:id|user_id|uid)=(\d{5,20})/u.exec(path)?.[1] ?? /\/channel\/(UC[\w-]{10,30})/u.exec(path)?.[1];
  if (id) return { kind: 'user-id', raw: link, clean: id, ok: true, notes: ['id-from-url'] };
  const named =
    /^(?:www\.|m\.)?(?:instagram|tiktok|x|twitter|threads|snapchat|github|t|telegram)\.(?:com|me|net)\/(?:add\/|u\/)?@?([\w.-]{2,40})\/?(?:[?#].*)?$/iu.exec(
      path,
    )?.[1];
  if (named && !/^(?:p|reel|video|status|share|intent|explore|search|joinchat)$/iu.test(named))
    return { kind: 'handle', raw: link, clean: `@${named}`, ok: true, notes: ['handle-from-url'] };
  return { kind: 'url', raw: link, clean: link, ok: true, notes: [] };
}

/** An address on the net names a person only with its port, its time and the zone of that time. */
function fromAddress(words: string, text: string, at: number): Identifier | undefined {
  const four = words.includes('.');
  if (four ? words.split('.').some((part) => Number(part) > 255) : words.split(':').length < 4 && !words.includes('::')) return undefined;
  const after = text.slice(at + words.length, at + words.length + 90).split('\n')[0] ?? '';
  const port = /^\s?(?::|\]:|,?\s?(?:port|porta|puerto)\s?)(\d{2,5})\b/iu.exec(after)?.[1];
  clock.lastIndex = 0;
  const time = anyDate.test(after) && clock.test(after);
  const notes: IdentifierNote[] = [
    ...(privateRange.test(words) ? ['ip-private' as const] : []),
    ...(four && !port ? ['ip-without-port' as const] : []),
    ...(time ? (hasZone(after) ? [] : ['time-without-zone' as const]) : ['ip-without-time' as const]),
  ];
  return { kind: 'ip', raw: words, clean: port ? `${words}:${port}` : words, ok: notes.length === 0, notes };
}

function phones(text: string, country: string | undefined, add: (one: Identifier) => void, take: (words: string) => void): void {
  const code = (country === 'UK' ? 'GB' : country === 'EL' ? 'GR' : country) as CountryCode | undefined;
  // Letters that a scanner takes for digits, inside what is otherwise a number.
  for (const [words] of text.matchAll(/(?<!\w)\+?[\dOoIl](?:[\s./-]?[\dOoIl]){7,16}(?!\w)/gu)) {
    if (!/[OoIl]/u.test(words) || words.replace(/\D/gu, '').length < 5) continue;
    const mended = words.replace(/[Oo]/gu, '0').replace(/[Il]/gu, '1');
    const parsed = parsePhoneNumberFromString(mended, code);
    if (!parsed?.isPossible()) continue;
    add({ kind: 'phone', raw: words, clean: parsed.number, ok: true, notes: ['ocr-mended'] });
    take(words);
    text = text.replace(words, ' '.repeat(words.length));
  }
  for (const { number, startsAt, endsAt } of findPhoneNumbersInText(text, code ?? 'US')) {
    const raw = text.slice(startsAt, endsAt);
    const whole = raw.trim().startsWith('+');
    if (!whole && !code) {
      add({ kind: 'phone', raw, clean: raw, ok: false, notes: ['no-country'] });
    } else add({ kind: 'phone', raw, clean: number.number, ok: true, notes: whole ? [] : ['made-international'] });
    take(raw);
    text = text.slice(0, startsAt) + ' '.repeat(raw.length) + text.slice(endsAt);
  }
  // Numbers of ranges that are not given out yet, or that no country has.
  for (const [words] of text.matchAll(/\+\d[\d\s()./-]{4,20}\d/gu)) {
    const parsed = parsePhoneNumberFromString(words);
    const possible = parsed?.isPossible() === true;
    add({ kind: 'phone', raw: words, clean: possible ? parsed.number : words, ok: possible, notes: possible ? [] : ['impossible-number'] });
    take(words);
  }
}
