/**
 * Turns a saved page into a document without running or loading anything. A frame's page stands in its `srcdoc`, so that the same file
 * opens in a real browser too.
 */
export function loadPage(html: string, url = 'https://webmail.example/'): Document {
  const doc = new DOMParser().parseFromString(html.replace(/<script\b[^]*?<\/script>/giu, '').replace(/\brel="stylesheet"/giu, 'rel="none"'), 'text/html');
  define(doc, 'URL', url);
  openShadows(doc);
  openFrames(doc, url);
  return doc;
}

function openShadows(root: Document | ShadowRoot): void {
  for (const template of root.querySelectorAll<HTMLTemplateElement>('template[shadowrootmode]')) {
    const shadow = template.parentElement?.attachShadow({ mode: 'open' });
    shadow?.append(template.content);
    template.remove();
    if (shadow) openShadows(shadow);
  }
}

function openFrames(doc: Document, url: string): void {
  for (const frame of doc.querySelectorAll('iframe')) {
    const source = frame.getAttribute('srcdoc');
    if (source === null) {
      define(frame, 'contentDocument', null);
      continue;
    }
    const inner = loadPage(source, frame.getAttribute('data-url') ?? url);
    define(frame, 'contentDocument', inner);
    define(inner, 'defaultView', { frameElement: frame });
  }
}

function define(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, configurable: true });
}
