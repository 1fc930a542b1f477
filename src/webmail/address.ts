import type { Address } from '../core/message';

const part = "[\\p{L}\\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}@[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,62})(?:\\.[\\p{L}\\p{N}-]{1,63}){1,6}";
const bare = new RegExp(part, 'gu');
const angled = new RegExp(`[<‹〈＜]\\s{0,3}(?:mailto:)?(${part})\\s{0,3}[>›〉＞]`, 'gu');

/** An address as it stands in a page, and whether its form leaves no doubt that it is one (an attribute, angle brackets). */
export type FoundAddress = Address & { readonly firm: boolean };

/** Every address in a text. One in angle brackets beats those in the name before it, which anybody can write there. Looks at 4,000 characters. */
export function addressesIn(text: string): readonly FoundAddress[] {
  const looked = text.slice(0, 4000);
  const found: FoundAddress[] = [];
  let from = 0;
  for (const match of looked.matchAll(angled)) {
    found.push({ name: nameOf(looked.slice(from, match.index)), email: (match[1] ?? '').toLowerCase(), firm: true });
    from = match.index + match[0].length;
  }
  if (found.length > 0) return found;
  return [...looked.matchAll(bare)].map((match) => ({ name: '', email: match[0].toLowerCase().replace(/^[.'`]+|[.'`]+$/gu, ''), firm: false }));
}

/** The name in the text before an address: without separators, quotes and what is left of the one before. */
function nameOf(text: string): string {
  return text
    .replace(/^[\s,;]+|["'\s(<]+$/gu, '')
    .replace(/^["']|["']$/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** The address of `Name <a@b>` or `a@b`, or only a name. `email` is what an attribute of the page says and wins. */
export function addressOf(text: string, email?: string | null): Address {
  const seen = addressesIn(text);
  const given = email ? addressesIn(email)[0] : undefined;
  // Two addresses side by side and none in brackets: which is the sender's can't be told.
  const found = given?.email ?? (seen.length === 1 || seen[0]?.firm ? (seen[0]?.email ?? '') : '');
  const name = nameOf(seen[0]?.firm ? seen[0].name || text.replace(angled, '') : text);
  return { name: name.toLowerCase() === found ? '' : name.slice(0, 300), email: found };
}

const attributes = ['email', 'data-email', 'data-hovercard-id', 'data-address', 'data-mail', 'data-email-address', 'data-contact-email', 'sg-email', 'jid'];
const looser = ['href', 'title', 'data-original-title', 'data-tooltip', 'aria-label'];

/** The addresses that an element's own attributes name. */
export function attributeAddresses(element: Element): readonly FoundAddress[] {
  for (const name of attributes) {
    const value = element.getAttribute(name);
    if (!value?.includes('@')) continue;
    const [found] = addressesIn(value);
    if (found) return [{ name: element.getAttribute('name') ?? element.getAttribute('data-name') ?? '', email: found.email, firm: true }];
  }
  for (const name of looser) {
    let value = element.getAttribute(name);
    if (!value) continue;
    if (name === 'href') {
      if (!/^mailto:/iu.test(value)) continue;
      value = decoded(value.slice(7).split('?')[0] ?? '');
    }
    if (!value.includes('@')) continue;
    const found = addressesIn(value);
    // The name there may be a sentence ("New message to …").
    if (found.length > 0) return found.map(({ email }) => ({ name: '', email, firm: true }));
  }
  return [];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
