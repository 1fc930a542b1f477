import type { Address } from '../core/message';

const sign = "[\\p{L}\\p{N}.!#$%&'*+/=?^_`{|}~-]";
const mailbox = `${sign}{1,64}`;
const host = '@[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,62})(?:\\.[\\p{L}\\p{N}-]{1,63}){1,6}';
const bareHost = new RegExp(host, 'uy');
const angled = new RegExp(`[<‹〈＜]\\s{0,3}(?:mailto:)?(${mailbox}${host})\\s{0,3}[>›〉＞]`, 'gu');
const bareMailbox = new RegExp(`(?<!${sign})${mailbox}$`, 'u');

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
  return bareAddresses(looked).map((one) => ({ name: '', email: one.toLowerCase().replace(/^[.'`]+|(?<![.'`])[.'`]+$/gu, ''), firm: false }));
}

/** Addresses without brackets, looked for from their `@` outwards. */
function bareAddresses(text: string): readonly string[] {
  const found: string[] = [];
  let from = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', Math.max(from, at + 1))) {
    const before = bareMailbox.exec(text.slice(Math.max(from, at - 64), at))?.[0];
    bareHost.lastIndex = at;
    const after = before === undefined ? undefined : bareHost.exec(text)?.[0];
    if (before === undefined || after === undefined) continue;
    found.push(before + after);
    from = at + after.length;
  }
  return found;
}

/** The name in the text before an address: without separators, quotes and what is left of the one before. */
function nameOf(text: string): string {
  return text
    .replace(/^[\s,;]+/u, '')
    .replace(/(?<!["'\s(<])["'\s(<]+$/u, '')
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
