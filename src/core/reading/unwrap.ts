import type { ReadingBook } from '../../data/schema/reading';
import type { Split } from '../assessment';
import type { Address, Mark, Message } from '../message';
import { isAutomatic, isBounce } from './automatic';
import { addressIn } from './characters';
import { headerBlockAt, type HeaderValue } from './header-block';
import { toLines, type Line } from './lines';
import { fold, normalise } from './normalise';
import { split } from './split';
import { wordingOf } from './wording';

/** What lies around a mail. Receipts, automatic answers and bounces are nobody's answer. */
export type Wrapping = 'none' | 'pec' | 'pec-receipt' | 'pec-unopened' | 'smime' | 'forward' | 'auto-reply' | 'bounce';

export type Unwrapped = {
  readonly kind: Wrapping;
  /** The mail to analyse: the inner one of an envelope or a forward. */
  readonly message: Message;
  /** Where the inner mail's text begins in the outer one. */
  readonly offset: number;
  /** Who passed the mail on. */
  readonly by?: Address;
};

const receipts =
  /^\s{0,9}(?:accettazione|consegna|avviso di mancata consegna|mancata consegna|avviso di non accettazione|non accettazione|presa in carico|avviso di avvenuta consegna|avvenuta consegna|rilevazione virus|problema di sicurezza)\s{0,3}:/u;
const receiptWords = ['ricevuta di', 'posta certificata', 'identificativo', 'daticert', 'non e stato possibile consegnare', 'gestore'];
const envelopeSubject = /^\s{0,9}(?:posta certificata|anomalia messaggio)\s{0,3}:\s{0,3}/iu;
const onBehalf = /^"?\s{0,9}per conto di:?\s{0,9}([^\s"<>]{1,64}@[^\s"<>]{1,200})/iu;
const noticeLines = [
  'il messaggio originale e',
  'identificativo messaggio',
  'daticert.xml',
  'informazioni di servizio',
  'the original message is',
  'message id',
  'message identifier',
  "l'allegato",
];
/** Characters of own words that a forward may carry and still be no mail of its own. */
const passing = 400;
/** Characters of a note that need not say that it passes something on. */
const mostNote = 40;
/** Forwards of forwards that are opened. */
const deepest = 3;

/** Opens PEC envelopes and forwards, and names receipts, bounces and automatic answers. `parts` is the split of the message. */
export function unwrap(message: Message, parts: Split, book: ReadingBook): Unwrapped {
  const plain: Unwrapped = { kind: 'none', message, offset: 0 };
  if (message.carriedBy) return { ...plain, kind: message.carriedBy.kind, by: message.carriedBy.by };
  const subject = fold(message.subject.slice(0, 300)).trim();
  if (receipts.test(subject) && isReceipt(message)) return { ...plain, kind: 'pec-receipt' };
  const certified = openCertified(message, subject);
  if (certified) return certified;
  if (isBounce(message, subject)) return { ...plain, kind: 'bounce' };
  if (isAutomatic(message, subject, book)) return { ...plain, kind: 'auto-reply' };
  return openForward(message, parts, book) ?? plain;
}

function isReceipt({ from, text }: Message): boolean {
  if (from.email.startsWith('posta-certificata@') || /(?:^|[.@])pec\./u.test(from.email)) return true;
  const head = fold(text.slice(0, 1500));
  return receiptWords.some((word) => head.includes(word));
}

function openCertified(message: Message, subject: string): Unwrapped | null {
  const behalf = onBehalf.exec(message.from.name);
  if (!behalf && !envelopeSubject.test(subject)) return null;
  const head = normalise(message.text.slice(0, 6000));
  const sent = /(?:e stato inviato|inviato) da\s{1,3}"?([^\s"<>]{1,64}@[^\s"<>]{1,200}?)"?(?=\s|$)/u.exec(head.text)?.[1];
  const email = (behalf?.[1] ?? sent ?? '').toLowerCase().replace(/[",;.]{1,3}$/u, '');
  const from: Address = email ? { name: '', email } : message.from;
  const outer = { ...message, from, subject: message.subject.replace(envelopeSubject, '') };
  const notice = /(?:il messaggio originale e|the original message is)/u.exec(head.text);
  if (!notice) return { kind: 'pec', message: outer, offset: 0, by: message.from };
  const offset = afterNotice(message.text, head.toOriginal(notice.index));
  if (message.text.slice(offset, offset + 400).trim().length < 20) return { kind: 'pec-unopened', message: outer, offset: 0, by: message.from };
  return { kind: 'pec', message: within(outer, offset), offset, by: message.from };
}

/** Where the notice of the certified-mail system ends: behind its last paragraph. */
function afterNotice(text: string, from: number): number {
  let at = from;
  for (let paragraphs = 0; paragraphs < 8; paragraphs++) {
    const end = text.indexOf('\n\n', at);
    if (end < 0) return text.length;
    at = end + 2;
    const next = fold(text.slice(at, at + 400)).trimStart();
    if (!noticeLines.some((phrase) => next.startsWith(phrase))) return at;
  }
  return at;
}

/** A mail whose sender added nothing, or a line, to one that is passed on. */
function openForward(message: Message, parts: Split, book: ReadingBook): Unwrapped | null {
  let found: Unwrapped | null = null;
  let current = message;
  let offset = 0;
  let spans = parts;
  for (let depth = 0; depth < deepest; depth++) {
    const inner = innerOf(current, spans, book);
    if (!inner) break;
    offset += inner.offset;
    current = inner.message;
    found = { kind: 'forward', message: current, offset, by: message.from };
    spans = split(current, book);
  }
  return found;
}

function innerOf(message: Message, parts: Split, book: ReadingBook): { readonly message: Message; readonly offset: number } | null {
  const at = parts.kinds.indexOf('forward');
  const index = at >= 0 ? at : saysForward(message.subject) ? parts.kinds.indexOf('quote') : -1;
  const span = parts.quoted[index];
  if (!span) return null;
  let own = '';
  for (const { start, end } of parts.own) if (own.length <= passing) own += ` ${message.text.slice(start, Math.min(end, start + passing + 200)).trim()}`;
  own = own.trim();
  // Under `FW:` people also answer: then the few words above are the mail.
  const marked = at >= 0 || own.length <= mostNote || passesOn(own, book);
  if (own.length > passing || !marked) return null;
  const text = unmarked(message.text.slice(span.start));
  // The first lines are enough to find the block; the rest of the mail is not cut in lines again.
  const lines = toLines(text.slice(0, 12_000), book);
  for (let line = 0; line < Math.min(lines.length, 14); line++) {
    const block = headerBlockAt(lines, line, book);
    if (!block) continue;
    const body = lines.slice(block.last + 1).find((one) => !one.blank);
    if (!body) return null;
    const offset = span.start + body.start;
    const subject = valueOf(text, lines, block.values.subject);
    const from = readAddress(valueOf(text, lines, block.values.from));
    // Who gets this mail wrote the one below: it is an answer.
    if (at < 0 && from.email && [...message.to, ...message.cc].some(({ email }) => email === from.email)) return null;
    const copy = within({ ...message, from, subject: subject || message.subject.replace(/^[^:]{1,12}:\s{0,3}/u, '') }, offset);
    return { message: { ...copy, text: text.slice(body.start) }, offset };
  }
  return null;
}

function passesOn(own: string, book: ReadingBook): boolean {
  const folded = fold(own);
  return wordingOf(book).passingOn.some((phrase) => folded.includes(phrase));
}

/** `Fwd:`, `I:`, `WG:`, `TR:`, `RV:`, `ENC:`, `VS:` before a subject, behind other such marks too. */
function saysForward(subject: string): boolean {
  return /^\s{0,9}(?:(?:re|r|aw|sv|antw|res|rif)\s?:\s{0,3}){0,3}(?:fwd?|wg|tr|i|rv|doorst|enc|vs|vb|inoltro|inoltra|reenv|fw|videresendt|weitergeleitet|transf)\s?:/iu.test(
    subject.slice(0, 200),
  );
}

/** Quotation marks at the beginnings of lines become blanks, when the first filled lines all carry them; no offset changes. */
function unmarked(text: string): string {
  const head = text.slice(0, 1500).split('\n').slice(0, 12);
  const filled = head.filter((line) => line.trim() !== '');
  if (filled.filter((line) => line.startsWith('>')).length < Math.max(3, filled.length - 2)) return text;
  return text.replace(/^>[ ]?/gmu, (mark) => ' '.repeat(mark.length));
}

/** The mail inside another, from an offset on: nothing of the outer one's thread, answer address or authentication holds for it. */
function within(message: Message, offset: number): Message {
  const { thread: _thread, replyTo: _replyTo, authentication: _authentication, marks, autoSubmitted: _automatic, ...rest } = message;
  const inner: Mark[] = (marks ?? []).filter(({ start }) => start >= offset).map((mark) => ({ ...mark, start: mark.start - offset, end: mark.end - offset }));
  return { ...rest, text: message.text.slice(offset), ...(inner.length > 0 ? { marks: inner } : {}) };
}

function valueOf(text: string, lines: readonly Line[], value: HeaderValue | undefined): string {
  const line = value ? lines[value.line] : undefined;
  if (!line) return '';
  const whole = text.slice(line.start, Math.min(line.end, line.start + 400));
  let found = value?.below ? whole : whole.slice(whole.search(/[:;]/u) + 1);
  // An address that a client put on the next line.
  if (!found.includes('@')) {
    const next = lines[(value?.line ?? 0) + 1];
    const below = next && !next.blank ? next.raw : '';
    if (/^[<[(]?[\w.+-]{1,64}@/u.test(below)) found += ` ${below}`;
  }
  return found.replace(/^[*_\s]{1,6}|[*_\s]{1,6}$/gu, '');
}

/** `Name <a@b>`, `Name [mailto:a@b]` or `a@b`. */
function readAddress(value: string): Address {
  const email = addressIn(value).toLowerCase();
  const opening = value.search(/[<[(]/u);
  const name = (opening < 0 ? value : value.slice(0, opening)).replace(/"/gu, '').trim();
  return { name: name.includes('@') ? '' : name, email };
}
