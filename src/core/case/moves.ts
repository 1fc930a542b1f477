import type { ProviderMatch } from '../assessment';
import type { Message } from '../message';
import { hash } from '../thread';
import type { Move, Side } from './timeline';

/** A move with what identifies the mail, so that a mail seen twice counts once. */
export type MailMove = Move & { readonly key: string };

/** Longest thread that is counted. */
const most = 500;

/**
 * The moves that a message and its thread show. A mail is the provider's when its sender's domain is one of the
 * provider's or the analysed sender's own; everybody else in the thread is our side. Mails without a date are left out.
 * With `ours` the message itself is a letter of our own, and `sender` the provider that it goes to.
 */
export function movesOf(message: Message, sender: ProviderMatch | null, domains: readonly string[], ours = false): readonly MailMove[] {
  const theirs = [...domains, ...(sender?.domain ? [sender.domain] : [])].map((domain) => domain.toLowerCase());
  const fromProvider = ours ? '' : message.from.email;
  const by = (email: string): Side => {
    const domain = email.slice(email.lastIndexOf('@') + 1);
    return (sender && email !== '' && email === fromProvider) || theirs.some((known) => domain === known || domain.endsWith(`.${known}`)) ? 'provider' : 'us';
  };
  const mails = [...(message.thread ?? []).slice(-most), message];
  const moves = new Map<string, MailMove>();
  for (const mail of mails) {
    if (mail.date === undefined || !Number.isFinite(Date.parse(mail.date))) continue;
    const side = mail === message && ours ? 'us' : mail === message && sender ? 'provider' : by(mail.from.email);
    const key = mailKey(mail);
    moves.set(key, { at: mail.date, by: side, key });
  }
  return [...moves.values()];
}

/** What identifies a mail across webmails: its moment and its sender, hashed. */
export function mailKey(mail: Message): string {
  return hash(`${mail.date ? new Date(Date.parse(mail.date)).toISOString().slice(0, 16) : mail.id}\n${mail.from.email}`);
}
