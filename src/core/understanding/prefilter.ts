/** Words and domains that a provider's reply can hardly do without; small, for the page. */
export type Hints = { readonly words: readonly string[]; readonly domains: ReadonlySet<string> };

const looked = 40_000;

/**
 * Whether a mail is worth reading at all: true when its sender's host, or a parent of it, is a provider's, or when its first 40 000
 * characters hold one of the hints. Errs on the side of true; a plain search of at most a few dozen words.
 */
export function mayConcernProvider(text: string, fromEmail: string, hints: Hints): boolean {
  let host = fromEmail.slice(fromEmail.lastIndexOf('@') + 1).toLowerCase();
  for (let level = 0; level < 8 && host.includes('.'); level++) {
    if (hints.domains.has(host)) return true;
    host = host.slice(host.indexOf('.') + 1);
  }
  const lower = text.slice(0, looked).toLowerCase();
  return hints.words.some((word) => lower.includes(word));
}
