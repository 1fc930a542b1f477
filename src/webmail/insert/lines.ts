const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A line with the spaces kept that HTML would swallow. */
const spaced = (line: string): string => line.replace(/^ +| {2,}/gu, (run) => '\u00a0'.repeat(run.length)).replaceAll('\t', '\u00a0\u00a0\u00a0\u00a0');

/** A text as one `<div>` a line, every character of meaning escaped; empty lines kept. */
export function linesAsHtml(text: string): string {
  return text
    .split('\n')
    .map((line) => `<div>${line === '' ? '<br>' : spaced(line).replace(/[&<>"']/gu, (sign) => signs[sign] ?? sign)}</div>`)
    .join('');
}

/** The same as nodes. */
export function linesAsNodes(doc: Document, text: string): HTMLElement[] {
  return text.split('\n').map((line) => {
    const made = doc.createElement('div');
    made.append(line === '' ? doc.createElement('br') : doc.createTextNode(spaced(line)));
    return made;
  });
}
