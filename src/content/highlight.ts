import type { OpenMessage } from '../webmail/webmail';
import { readableText } from '../webmail/readable-text';

const name = 'rogatory';
let sheet: CSSStyleSheet | undefined;

/** Marks stretches of the open message and scrolls to one, without touching the mail's own nodes. False when they can't be found. */
export function showEvidence(open: OpenMessage, spans: readonly { readonly start: number; readonly end: number }[], focus: number): boolean {
  const doc = open.body.ownerDocument;
  const view = doc.defaultView as (Window & typeof globalThis) | null;
  const read = readableText(open.body);
  const ranges = spans.map(({ start, end }) => read.locate(start, end)).filter((range): range is Range => range !== null);
  if (ranges.length === 0) return false;
  const registry = view?.CSS && 'highlights' in view.CSS ? view.CSS.highlights : undefined;
  if (view && registry) {
    registry.set(name, new view.Highlight(...ranges));
    if (!sheet || !doc.adoptedStyleSheets.includes(sheet)) {
      sheet = new view.CSSStyleSheet();
      sheet.replaceSync(`::highlight(${name}) { background-color: #ffe08a; color: #1b1b1b; }`);
      doc.adoptedStyleSheets = [...doc.adoptedStyleSheets, sheet];
    }
  } else doc.getSelection()?.setBaseAndExtent(ranges[0]!.startContainer, ranges[0]!.startOffset, ranges[0]!.endContainer, ranges[0]!.endOffset);
  const target = (ranges[focus] ?? ranges[0])?.startContainer.parentElement;
  target?.scrollIntoView({ block: 'center', behavior: 'auto' });
  return true;
}

export function clearEvidence(open: OpenMessage | undefined): void {
  const view = open?.body.ownerDocument.defaultView as (Window & typeof globalThis) | null | undefined;
  if (view?.CSS && 'highlights' in view.CSS) view.CSS.highlights.delete(name);
}
