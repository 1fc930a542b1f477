import PostalMime, { type Attachment, type Email, type Address as MailAddress } from 'postal-mime';
import type { Address, Message } from '../core/message';
import { readAuthentication } from './authentication';
import { htmlToText } from './html-to-text';
import { signedContent } from './signed-data';

/** Bytes of a mail file that are read. */
export const largestFile = 60 * 1024 * 1024;
/** Mails inside mails that are opened. */
const deepest = 3;
/** Characters of a cover note under which a mail with another mail attached is a forward. */
const coverNote = 400;

/**
 * Reads a mail as it travels (RFC 5322). Of a PEC envelope, a signed container and a forward as attachment the mail inside is
 * read, and `carriedBy` names who sent it. Throws a sentence when it can't be read.
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
  const header = (name: string) =>
    mail.headers
      .find(({ key }) => key === name)
      ?.value.trim()
      .toLowerCase();
  const type = header('content-type') ?? '';
  if (
    /^multipart\/encrypted|pkcs7-mime.{0,80}enveloped|-----begin pgp message-----/u.test(type) ||
    (mail.text ?? '').trimStart().startsWith('-----BEGIN PGP MESSAGE-----')
  )
    throw new Error('This mail is encrypted. Open it in your mail program, copy its text and paste it here.');
  const sealed = contentOf(mail.attachments.find(({ mimeType, filename }) => mimeType.endsWith('pkcs7-mime') || /\.p7m$/iu.test(filename ?? '')));
  if (!mail.from && !mail.subject && !mail.text && !mail.html && !sealed)
    throw new Error('This file has neither a sender nor a text. Save the mail as .eml and try again, or paste its text.');
  if (depth < deepest) {
    const inner = await opened(mail, type, sealed, id, depth);
    if (inner) return inner;
  }
  if (sealed && !mail.text?.trim() && !mail.html) throw new Error('This mail is encrypted. Open it in your mail program, copy its text and paste it here.');
  return toMessage(mail, id);
}

/** The mail inside, when this one is only its carrier. */
async function opened(mail: Email, type: string, sealed: Uint8Array | null, id: string, depth: number): Promise<Message | null> {
  const outer = one(mail.from);
  const header = (name: string) =>
    mail.headers
      .find(({ key }) => key === name)
      ?.value.trim()
      .toLowerCase();
  const certificate = text(mail.attachments.find(({ filename }) => (filename ?? '').toLowerCase() === 'daticert.xml'));
  const root = certificate.indexOf('<postacert');
  const kind = root < 0 ? undefined : /\stipo="([a-z-]{3,40})"/u.exec(certificate.slice(root, root + 300))?.[1];
  // A receipt carries our own mail, not somebody's answer.
  const isReceipt = header('x-ricevuta') !== undefined || (kind !== undefined && kind !== 'posta-certificata');
  const letters = mail.attachments.filter(({ mimeType, filename }) => mimeType === 'message/rfc822' || /\.eml$/iu.test(filename ?? ''));
  const certified = letters.find(({ filename }) => (filename ?? '').toLowerCase() === 'postacert.eml');
  if (certified && !isReceipt) {
    const message = await inside(certified, id, depth);
    const named = /<mittente>\s{0,20}([^<\s]{3,254})\s{0,20}<\/mittente>/u.exec(certificate)?.[1]?.toLowerCase() ?? '';
    if (message)
      return { ...message, from: message.from.email ? message.from : { name: '', email: named || outer.email }, carriedBy: { kind: 'pec', by: outer } };
  }
  if (isReceipt) return null;
  if (sealed) {
    const content = signedContent(sealed);
    const message = content ? await readEml(content, id, depth + 1).catch(() => null) : null;
    // The container repeats no address: those of the outer mail hold.
    if (message)
      return {
        ...toMessage(mail, id),
        text: message.text,
        marks: message.marks ?? [],
        attachments: message.attachments,
        carriedBy: { kind: 'smime', by: outer },
      };
  }
  const only = letters.length === 1 ? letters[0] : undefined;
  const own = (mail.text ?? (mail.html ? htmlToText(mail.html).text : '')).trim();
  if (only && own.length <= coverNote && !type.startsWith('multipart/report') && !header('auto-submitted')?.startsWith('auto-')) {
    const message = await inside(only, id, depth);
    if (message && message.from.email !== '') return { ...message, carriedBy: { kind: 'forward', by: outer } };
  }
  return null;
}

async function inside(attachment: Attachment, id: string, depth: number): Promise<Message | null> {
  const content = contentOf(attachment);
  return content ? readEml(content, id, depth + 1).catch(() => null) : null;
}

function contentOf(attachment: Attachment | undefined): Uint8Array | null {
  if (!attachment) return null;
  const { content } = attachment;
  return typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
}

function text(attachment: Attachment | undefined): string {
  const content = contentOf(attachment);
  return content ? new TextDecoder().decode(content.subarray(0, 100_000)) : '';
}

function toMessage(mail: Email, id: string): Message {
  const body = mail.text?.trim() ? { text: mail.text.replace(/\r\n?/gu, '\n'), marks: [] } : mail.html ? htmlToText(mail.html) : { text: '', marks: [] };
  const header = (name: string) => mail.headers.find(({ key }) => key === name)?.value.trim();
  const automatic = header('auto-submitted') ?? header('x-autoreply') ?? header('x-autorespond');
  const date = mail.date && !Number.isNaN(Date.parse(mail.date)) ? mail.date : undefined;
  const from = one(mail.from ?? mail.sender);
  const authentication = readAuthentication(mail.headers, from.email);
  return {
    id,
    from,
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
    ...(automatic ? { autoSubmitted: automatic.slice(0, 200) } : {}),
    ...(authentication ? { authentication } : {}),
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
