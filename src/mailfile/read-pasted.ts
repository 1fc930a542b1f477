import type { Message } from '../core/message';
import { headerBlockAt } from '../core/reading/header-block';
import { toLines } from '../core/reading/lines';
import { reading } from '../data/reading';
import { parseAddress } from './address';

/** Characters of pasted text that are taken. */
const most = 8_000_000;

/** Makes a message of pasted or scanned text: a header block at its top gives sender, date and subject. Throws a sentence for an empty text. */
export function readPasted(pasted: string, id: string): Message {
  const text = pasted.slice(0, most).replace(/\r\n?/gu, '\n');
  if (text.trim() === '') throw new Error('There is no text. Select the mail’s text, copy it and paste it here.');
  const lines = toLines(text.slice(0, 20_000), reading);
  const first = lines.findIndex((line) => !line.blank);
  const block = headerBlockAt(lines, Math.max(0, first), reading);
  const value = (label: 'from' | 'subject') => {
    const found = block?.values[label];
    const line = found ? lines[found.line] : undefined;
    if (!line) return '';
    const whole = text.slice(line.start, line.end);
    return (found?.below ? whole : whole.replace(/^[^:;]{1,40}[:;]/u, '')).replace(/^[*_\s]{1,6}|[*_\s]{1,6}$/gu, '');
  };
  return { id, from: parseAddress(value('from')), to: [], cc: [], subject: value('subject'), text, attachments: [] };
}
