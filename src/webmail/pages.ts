import { frameDocument } from './readable-text';
import { isShown } from './webmail';

export type Root = Document | ShadowRoot;

/** Whether a document as a whole is an editor. */
export function isEditor(doc: Document): boolean {
  return doc.designMode === 'on' || isEditable(doc.body) || isEditable(doc.documentElement);
}

/** Whether an element itself is an editing host. */
export function isEditable(element: Element | null): boolean {
  const value = element?.getAttribute('contenteditable');
  return value !== null && value !== undefined && value !== 'false';
}

/** The page and its drawn frames of the same origin, three deep, without those that are editors. */
export function documentsOf(top: Document, depth = 3): Document[] {
  const found = [top];
  if (depth > 0)
    for (const frame of top.querySelectorAll('iframe, frame')) {
      const inner = frameDocument(frame);
      if (inner?.body && !isEditor(inner) && isShown(frame)) found.push(...documentsOf(inner, depth - 1));
    }
  return found;
}

/** All matches in the page, its frames and, where asked, its open shadow roots. */
export function findAll(docs: readonly Root[], selector: string): HTMLElement[] {
  return docs.flatMap((doc) => [...doc.querySelectorAll<HTMLElement>(selector)]);
}

/** The open shadow roots of a page, nested ones too; at most 60,000 elements are looked at. */
export function shadowRootsOf(root: Root): ShadowRoot[] {
  const found: ShadowRoot[] = [];
  let left = 60_000;
  const look = (inside: Root) => {
    for (const element of inside.querySelectorAll('*')) {
      if (--left < 0) return;
      if (element.shadowRoot && element.tagName !== 'ROGATORY-OVERLAY') {
        found.push(element.shadowRoot);
        look(element.shadowRoot);
      }
    }
  };
  look(root);
  return found;
}
