const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A text as HTML: paragraphs and line breaks, every character of meaning escaped. */
export function textToHtml(text: string): string {
  const escape = (part: string) => part.replace(/[&<>"']/gu, (character) => entities[character] ?? character);
  return text
    .split(/\n{2,}/u)
    .map((paragraph) => `<p>${paragraph.split('\n').map(escape).join('<br>')}</p>`)
    .join('\n');
}
