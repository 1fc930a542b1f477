const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Plain text as the simplest HTML that a compose box keeps: a `<div>` a line, empty lines kept. */
export function textToHtml(text: string): string {
  return text
    .split('\n')
    .map((line) => `<div>${line === '' ? '<br>' : line.replace(/[&<>"]/gu, (sign) => escapes[sign] ?? sign)}</div>`)
    .join('');
}
