import PostalMime, { type Email, type Address as MailAddress } from 'postal-mime';
import type { Address, Message } from '../core/message';
import { htmlToText } from './html-to-text';

/** Bytes of a mail file that are read. */
export const largestFile = 60 * 1024 * 1024;

/**
 * Reads a mail as it travels (RFC 5322). Of a PEC envelope the mail inside is read. Throws a sentence when it can't be read.
 */
export async function readEml(bytes: Uint8Array | string, id: string, depth = 0): Promise<Message> {
  const size = typeof bytes === 'string' ? bytes.length : bytes.byteLength;
  if (size === 0) throw new Error('This mail file is empty. Export the mail again and open the new file.');
  if (size > largestFile) throw new Error('This mail file is larger than 60 MB. Open the mail without its attachments.');
  let mail: Email;
  try {
    mail = await PostalMime.parse(bytes, { forceRfc822Attachments: true, maxNestingDepth: 60 });
  } catch {
    throw new Error('This file is no readable mail. Save the mail as .eml and try again, or paste its text.');
  }
  if (!mail.from && !mail.subject && !mail.text && !mail.html)
    throw new Error('This file has neither a sender nor a text. Save the mail as .eml and try again, or paste its text.');
  const inner =
    depth < 3
      ? mail.attachments.find(({ filename, mimeType }) => mimeType === 'message/rfc822' && (filename ?? '').toLowerCase() === 'postacert.eml')
      : undefined;
  if (inner && typeof inner.content !== 'string') {
    const message = await readEml(new Uint8Array(inner.content), id, depth + 1);
    const outer = one(mail.from);
    return { ...message, from: message.from.email ? message.from : outer };
  }
  const body = mail.text?.trim() ? { text: mail.text.replace(/\r\n?/gu, '\n'), marks: [] } : mail.html ? htmlToText(mail.html) : { text: '', marks: [] };
  const header = (name: string) => mail.headers.find(({ key }) => key === name)?.value;
  const automatic = header('auto-submitted') ?? (header('x-auto-response-suppress') ? undefined : header('x-autoreply'));
  const date = mail.date && !Number.isNaN(Date.parse(mail.date)) ? mail.date : undefined;
  return {
    id,
    from: one(mail.from),
    to: several(mail.to),
    cc: several(mail.cc),
    ...(mail.replyTo?.[0] ? { replyTo: one(mail.replyTo[0]) } : {}),
    subject: mail.subject ?? '',
    ...(date ? { date } : {}),
    text: body.text,
    marks: body.marks,
    attachments: mail.attachments
      .flatMap(({ filename, disposition }) => (filename && disposition !== 'inline' ? [{ name: filename.slice(0, 300) }] : []))
      .slice(0, 500),
    ...(automatic ? { autoSubmitted: automatic } : {}),
  };
}

function one(address: MailAddress | undefined): Address {
  if (!address) return { name: '', email: '' };
  if ('group' in address && address.group) return one(address.group[0]);
  return { name: (address.name ?? '').slice(0, 500), email: (address.address ?? '').toLowerCase().slice(0, 320) };
}

function several(addresses: readonly MailAddress[] | undefined): readonly Address[] {
  return (addresses ?? []).flatMap((address) => ('group' in address && address.group ? address.group.map(one) : [one(address)])).slice(0, 500);
}
