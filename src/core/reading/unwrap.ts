import type { ReadingBook } from '../../data/schema/reading';
import type { Address, Message } from '../message';
import { headerBlockAt, type HeaderValue } from './header-block';
import { toLines } from './lines';
import { fold } from './normalise';
import type { Split } from '../assessment';

/** What lies around a mail. `receipt` and `auto-reply` are nobody's answer. */
export type Wrapping = 'none' | 'pec' | 'pec-receipt' | 'pec-unopened' | 'forward' | 'auto-reply';

export type Unwrapped = {
  readonly kind: Wrapping;
  /** The mail to analyse: the inner one of an envelope or a forward, with offsets of its text in `offset`. */
  readonly message: Message;
  /** Where the inner mail's text begins in the outer one. */
  readonly offset: number;
  /** Who passed the mail on. */
  readonly by?: Address;
};

const receipts =
  /^\s*(?:accettazione|consegna|avviso di mancata consegna|avviso di non accettazione|presa in carico|avviso di avvenuta consegna|avvenuta consegna|rilevazione virus)\s*:/u;

/** Opens PEC envelopes and forwards, and names receipts and automatic answers. `parts` is the split of the message. */
export function unwrap(message: Message, parts: Split, book: ReadingBook): Unwrapped {
  const plain: Unwrapped = { kind: 'none', message, offset: 0 };
  const subject = fold(message.subject.slice(0, 300)).trim();
  if (receipts.test(subject)) return { ...plain, kind: 'pec-receipt' };
  const behalf = /^"?\s*per conto di:?\s*([^\s"<>]{1,64}@[^\s"<>]{1,200})/iu.exec(message.from.name);
  if (behalf || /^(?:posta certificata|anomalia messaggio)\s*:/u.test(subject)) {
    const from: Address = behalf ? { name: '', email: (behalf[1] ?? '').toLowerCase() } : message.from;
    const notice = /il messaggio originale (?:e incluso|e allegato)/u.exec(fold(message.text.slice(0, 4000)));
    const innerSubject = message.subject.replace(/^\s*(?:posta certificata|anomalia messaggio)\s*:\s*/iu, '');
    if (notice) {
      const start = afterNotice(message.text, notice.index);
      if (message.text.slice(start).trim().length < 20)
        return { kind: 'pec-unopened', message: { ...message, from, subject: innerSubject }, offset: 0, by: message.from };
      return { kind: 'pec', message: { ...message, from, subject: innerSubject, text: message.text.slice(start), marks: [] }, offset: start, by: message.from };
    }
    return { kind: 'pec', message: { ...message, from, subject: innerSubject }, offset: 0, by: message.from };
  }
  if (isAutomatic(message, subject, book)) return { ...plain, kind: 'auto-reply' };
  return forwarded(message, parts, book) ?? plain;
}

function afterNotice(text: string, from: number): number {
  const end = text.indexOf('\n\n', from);
  return end < 0 ? text.length : end + 2;
}

function isAutomatic(message: Message, subject: string, book: ReadingBook): boolean {
  const header = message.autoSubmitted?.trim().toLowerCase();
  if (header && header !== 'no') return true;
  const head = fold(message.text.slice(0, 400));
  return Object.values(book.languages).some(({ autoReplies }) => autoReplies.some((phrase) => subject.includes(phrase) || head.includes(phrase)));
}

/** A mail whose sender added nothing, or a line, to one that is passed on. */
function forwarded(message: Message, parts: Split, book: ReadingBook): Unwrapped | null {
  const subjectSays = /^\s*(?:fwd?|wg|tr|i|rv|doorst|enc|vs|vb|inoltro|inoltra)\s*:/iu.test(message.subject);
  const at = parts.kinds.findIndex((kind) => kind === 'forward');
  const index = at >= 0 ? at : subjectSays ? parts.kinds.indexOf('quote') : -1;
  const span = parts.quoted[index];
  if (!span) return null;
  const own = parts.own
    .map(({ start, end }) => message.text.slice(start, end))
    .join('')
    .replace(/\s+/gu, ' ')
    .trim();
  if (own.length > 240) return null;
  const text = message.text.slice(span.start, message.text.length);
  const lines = toLines(text, book);
  for (let line = 0; line < Math.min(lines.length, 12); line++) {
    const block = headerBlockAt(lines, line, book);
    if (!block) continue;
    const bodyLine = lines.slice(block.last + 1).find((one) => !one.blank);
    const start = span.start + (bodyLine?.start ?? text.length);
    const sender = valueOf(text, lines, block.values.from);
    const subject = valueOf(text, lines, block.values.subject);
    const { thread: _thread, marks: _marks, replyTo: _replyTo, authentication: _authentication, ...rest } = message;
    return {
      kind: 'forward',
      message: { ...rest, from: readAddress(sender), subject: subject || message.subject, text: message.text.slice(start) },
      offset: start,
      by: message.from,
    };
  }
  return null;
}

function valueOf(text: string, lines: readonly { readonly start: number; readonly end: number }[], value: HeaderValue | undefined): string {
  const line = value ? lines[value.line] : undefined;
  if (!line) return '';
  const whole = text.slice(line.start, Math.min(line.end, line.start + 400));
  return (value?.below ? whole : whole.slice(whole.search(/[:;]/u) + 1)).replace(/[*_]/gu, '').trim();
}

/** `Name <a@b>`, `Name [mailto:a@b]` or `a@b`. */
function readAddress(value: string): Address {
  const email = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/u.exec(value)?.[0]?.toLowerCase() ?? '';
  const name = value
    .replace(/[<[(].*$/u, '')
    .replace(/"/gu, '')
    .trim();
  return { name: name.includes('@') ? '' : name, email };
}
