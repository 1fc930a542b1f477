import type { Message } from '../core/message';
import { readEml } from './read-eml';
import { readPasted } from './read-pasted';

const compound = [0xd0, 0xcf, 0x11, 0xe0];

/** Reads a file that holds one mail: `.eml`, or plain text with a header block. Throws a sentence when it can't. */
export async function readMailFile(bytes: Uint8Array, id: string): Promise<Message> {
  if (compound.every((byte, index) => bytes[index] === byte))
    throw new Error('This is a mail in Outlook’s own format (.msg). In Outlook choose “Save as” and the type .eml or text, or paste the text of the mail.');
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2000));
  if (/^[\w-]{1,60}:\s/mu.test(head)) return readEml(bytes, id);
  return readPasted(new TextDecoder().decode(bytes), id);
}
