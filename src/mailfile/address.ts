import type { Address } from '../core/message';
import { addressIn } from '../core/reading/characters';

/** Reads one address of a header: `Name <a@b>`, `"Name, with comma" <a@b>`, `a@b (Name)`, or only a name. Looks at 1,000 characters. */
export function parseAddress(header: string): Address {
  const text = header
    .slice(0, 1000)
    .replace(/[\r\n\t]+/gu, ' ')
    .trim();
  const angled = /<([^<>]{1,400})>\s*$/u.exec(text);
  const inside = angled ? addressIn(angled[1] ?? '') || bare(angled[1] ?? '') : undefined;
  if (inside) return { name: unquote(text.slice(0, text.lastIndexOf('<'))), email: inside.toLowerCase() };
  const found = addressIn(text) || bare(text);
  if (!found) return { name: unquote(text.replace(/<\s*>$/u, '')), email: '' };
  const comment = /\(([^()]{1,200})\)/u.exec(text)?.[1] ?? '';
  const rest = text
    .replace(found, '')
    .replace(/[<>()]/gu, ' ')
    .trim();
  return { name: unquote(comment || rest), email: found.toLowerCase() };
}

/** Reads a list of addresses; commas and semicolons inside quotes do not separate. At most 500. */
export function parseAddresses(header: string): readonly Address[] {
  const parts: string[] = [];
  let quoted = false;
  let depth = 0;
  let start = 0;
  const text = header.slice(0, 100_000);
  for (let index = 0; index < text.length && parts.length < 500; index++) {
    const character = text[index];
    if (character === '"') quoted = !quoted;
    else if (character === '<') depth = 1;
    else if (character === '>') depth = 0;
    else if ((character === ',' || character === ';') && !quoted && depth === 0) {
      parts.push(text.slice(start, index));
      start = index + 1;
    }
  }
  parts.push(text.slice(start));
  return parts.filter((part) => part.trim() !== '').map(parseAddress);
}

function unquote(name: string): string {
  return name
    .trim()
    .replace(/^"(.*)"$/u, '$1')
    .replace(/\\(["\\])/gu, '$1')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** An address on a host without a dot (`root@localhost`), where nothing else is on the line. */
function bare(text: string): string {
  return /^[\w.+-]{1,64}@[\w-]{1,63}$/u.test(text.trim()) ? text.trim() : '';
}
