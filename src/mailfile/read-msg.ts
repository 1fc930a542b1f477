import MsgReader, { type FieldsData } from '@kenjiuno/msgreader';
import type { Address, Message } from '../core/message';
import { parseAddress } from './address';
import { readAuthentication } from './authentication';
import { isSound } from './compound-file';
import { htmlToText } from './html-to-text';
import { largestFile, readEml } from './read-eml';

const coverNote = 400;

/** Reads a mail in Outlook's own format. Of a PEC envelope and a forward as attachment the mail inside is read. Throws a sentence when it can't. */
export async function readMsg(bytes: Uint8Array, id: string): Promise<Message> {
  if (bytes.byteLength > largestFile) throw new Error('This mail file is larger than 60 MB. Open the mail without its attachments.');
  if (!isSound(bytes)) throw unreadable();
  let reader: MsgReader;
  let fields: FieldsData;
  try {
    reader = new MsgReader(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
    fields = reader.getFileData();
  } catch {
    throw unreadable();
  }
  if (fields.error !== undefined || (fields.subject === undefined && fields.body === undefined && !fields.senderName && !fields.html)) throw unreadable();
  let message: Message;
  try {
    message = toMessage(fields, id);
  } catch {
    // A damaged property can be of another kind than its name says.
    throw unreadable();
  }
  const letters = (fields.attachments ?? []).filter(({ fileName, innerMsgContent }) => innerMsgContent === true || /\.eml$/iu.test(fileName ?? ''));
  const certified = letters.find(({ fileName }) => (fileName ?? '').toLowerCase() === 'postacert.eml');
  const only = certified ?? (letters.length === 1 && message.text.trim().length <= coverNote ? letters[0] : undefined);
  if (!only || /^report\./iu.test(fields.messageClass ?? '') || /^\s{0,9}(?:accettazione|consegna|presa in carico|avviso di)/iu.test(message.subject))
    return message;
  const inner = await insideOf(reader, only, id).catch(() => null);
  if (!inner) return message;
  return { ...inner, carriedBy: { kind: certified ? 'pec' : 'forward', by: message.from } };
}

async function insideOf(reader: MsgReader, attachment: FieldsData, id: string): Promise<Message | null> {
  const inner = (attachment as { innerMsgContentFields?: FieldsData }).innerMsgContentFields;
  if (attachment.innerMsgContent && inner) return toMessage(inner, id);
  const { content } = reader.getAttachment(attachment);
  return readEml(new Uint8Array(content), id, 1);
}

function unreadable(): Error {
  return new Error('This Outlook file (.msg) can’t be read. In Outlook choose “Save as” and the type .eml or text, or paste the text of the mail.');
}

function toMessage(fields: FieldsData, id: string): Message {
  const headers = readHeaders(fields.headers ?? '');
  const header = (name: string) => headers.find(({ key }) => key === name)?.value;
  const told = header('from') ? parseAddress(decodeWords(header('from') ?? '')) : undefined;
  const email =
    [fields.senderSmtpAddress, fields.sentRepresentingSmtpAddress, told?.email, fields.creatorSMTPAddress, fields.senderEmail].find((one) =>
      one?.includes('@'),
    ) ?? '';
  const from: Address = { name: (fields.senderName ?? told?.name ?? '').slice(0, 500), email: email.toLowerCase().slice(0, 320) };
  const html = fields.html ? decodeHtml(fields.html, fields.internetCodepage) : (fields.bodyHtml ?? '');
  const body = fields.body?.trim()
    ? { text: fields.body.replace(/\r\n?/gu, '\n').replace(/\0/gu, ''), marks: [] }
    : html
      ? htmlToText(html)
      : { text: '', marks: [] };
  const when = header('date') ?? fields.clientSubmitTime ?? fields.messageDeliveryTime;
  const date = when && !Number.isNaN(Date.parse(when)) ? new Date(when).toISOString() : undefined;
  const replyTo = header('reply-to');
  const automatic = header('auto-submitted') ?? (/^ipm\.note\.rules\.(?:oof|reply)/iu.test(fields.messageClass ?? '') ? 'auto-replied' : undefined);
  const authentication = readAuthentication(headers, from.email);
  const people = (kind: 'to' | 'cc') =>
    (fields.recipients ?? [])
      .filter(({ recipType }) => (recipType ?? 'to') === kind)
      .slice(0, 500)
      .map((one) => ({
        name: (one.name ?? '').slice(0, 500),
        email: ([one.smtpAddress, one.email].find((address) => address?.includes('@')) ?? '').toLowerCase().slice(0, 320),
      }));
  return {
    id,
    from,
    to: people('to'),
    cc: people('cc'),
    ...(replyTo ? { replyTo: parseAddress(decodeWords(replyTo)) } : {}),
    subject: fields.subject ?? '',
    ...(date ? { date } : {}),
    text: body.text,
    marks: body.marks,
    attachments: (fields.attachments ?? [])
      .flatMap(({ fileName, name }) => (fileName || name ? [{ name: (fileName ?? name ?? '').slice(0, 300) }] : []))
      .slice(0, 500),
    ...(automatic ? { autoSubmitted: automatic.slice(0, 200) } : {}),
    ...(authentication ? { authentication } : {}),
  };
}

/** Header lines as they came, unfolded, at most 500. */
function readHeaders(text: string): readonly { readonly key: string; readonly value: string }[] {
  const found: { key: string; value: string }[] = [];
  for (const line of text.slice(0, 200_000).split(/\r?\n/u)) {
    if (/^[ \t]/u.test(line)) {
      const last = found.at(-1);
      if (last) last.value += ` ${line.trim()}`;
      continue;
    }
    const colon = line.indexOf(':');
    if (colon < 1 || colon > 80 || found.length >= 500) continue;
    found.push({ key: line.slice(0, colon).toLowerCase(), value: line.slice(colon + 1).trim() });
  }
  return found;
}

/** Encoded words (RFC 2047) do not hide an address; what they say is not needed. */
function decodeWords(value: string): string {
  return value.replace(/=\?[^?\s]{1,40}\?[bqBQ]\?[^?\s]{0,400}\?=/gu, '').trim();
}

function decodeHtml(bytes: Uint8Array, codepage: number | undefined): string {
  const name =
    codepage === undefined || codepage === 65001 ? 'utf-8' : codepage === 28591 ? 'iso-8859-1' : codepage === 20127 ? 'us-ascii' : `windows-${codepage}`;
  try {
    return new TextDecoder(name).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
