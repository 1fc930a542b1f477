import type { Message } from '../core/message';
import { htmlToText } from './html-to-text';
import { largestFile, readEml } from './read-eml';
import { readPasted } from './read-pasted';

const compound = [0xd0, 0xcf, 0x11, 0xe0];
/** Headers that only machines write: a printed mail has none of them. */
const machineHeader =
  /^(?:received|return-path|message-id|mime-version|content-type|content-transfer-encoding|dkim-signature|delivered-to|x-[a-z0-9-]{2,40}|authentication-results|arc-[a-z-]{3,40})\s{0,3}:/imu;
const letterHeader = /^(?:from|subject|date|to)\s{0,3}:/imu;

/**
 * Reads a file that holds one mail: `.eml`, Outlook's `.msg`, a saved web page, plain or scanned text with or without a header
 * block. What it is shows in its first bytes, not in its name. Throws a sentence when it can't be read.
 */
export async function readMailFile(bytes: Uint8Array, id: string): Promise<Message> {
  if (bytes.byteLength === 0) throw new Error('This file is empty. Export the mail again and open the new file.');
  if (bytes.byteLength > largestFile) throw new Error('This mail file is larger than 60 MB. Open the mail without its attachments.');
  if (compound.every((byte, index) => bytes[index] === byte)) return (await import('./read-msg')).readMsg(bytes, id);
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 8));
  if (start.startsWith('%PDF')) throw new Error('This is a PDF. Open it, copy its text and paste it here.');
  if (start.startsWith('PK')) throw new Error('This is a packed file or a word processor’s document. Open it, copy the text and paste it here.');
  if (start.startsWith('{\\rtf')) throw new Error('This is a rich-text file (.rtf). Open it, copy its text and paste it here.');
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 64 * 1024)).replace(/^(?:ï»¿)?\s{0,20}/u, '');
  const headers = head.slice(0, Math.max(0, head.search(/\r?\n\r?\n/u)) || head.length);
  if (machineHeader.test(headers) || (/\.eml$/iu.test(id) && letterHeader.test(headers))) return readEml(withoutMailboxLine(bytes), id);
  const text = decode(bytes);
  if (text === null) throw new Error('This file holds no text. Save the mail as .eml or .msg and try again, or paste its text.');
  if (/^\s{0,200}<(?:!doctype html|html|head|body|div|meta|table|p|!--)/iu.test(text.slice(0, 400))) {
    const page = htmlToText(text);
    return { ...readPasted(page.text, id), text: page.text, marks: page.marks };
  }
  return readPasted(text, id);
}

/** The line `From a@b Tue Nov 22 …` of a mailbox file is no header. */
function withoutMailboxLine(bytes: Uint8Array): Uint8Array {
  let start = 0;
  while (start < 20 && [0xef, 0xbb, 0xbf, 10, 13, 32].includes(bytes[start] ?? 0)) start++;
  const first = new TextDecoder('latin1').decode(bytes.subarray(start, start + 5));
  if (first !== 'From ') return bytes.subarray(start);
  const end = bytes.indexOf(10, start);
  return bytes.subarray(end < 0 ? bytes.length : end + 1);
}

/** UTF-8, or UTF-16 by its mark, or Windows-1252 where UTF-8 does not fit; null for what is no text. */
function decode(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const head = bytes.subarray(0, 4096);
  if (head.filter((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27)).length > head.length / 50) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
