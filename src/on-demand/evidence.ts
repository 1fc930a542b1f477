import { readableText } from '../webmail/readable-text';
import type { OpenMessage } from '../webmail/webmail';

const name = 'rogatory';
type View = Window & typeof globalThis;
/** The documents in which something is marked now, each with its sheet: the page and frames of a mail. */
const marked = new Map<Document, CSSStyleSheet | undefined>();

/** Marks stretches of the open message and scrolls to one, without touching the mail's own nodes. False when they can't be found. */
export function showEvidence(open: OpenMessage, spans: readonly { readonly start: number; readonly end: number }[], focus: number): boolean {
  const read = readableText(open.body, open.within);
  const found = spans.map(({ start, end }) => read.locate(start, end));
  const ranges = found.filter((range): range is Range => range !== null);
  if (ranges.length === 0) return false;
  clearEvidence();
  for (const doc of new Set(ranges.map(({ startContainer }) => startContainer.ownerDocument!))) {
    const here = ranges.filter(({ startContainer }) => startContainer.ownerDocument === doc);
    const view = doc.defaultView as View | null;
    const registry = view?.CSS && 'highlights' in view.CSS ? view.CSS.highlights : undefined;
    if (view && registry) {
      registry.set(name, new view.Highlight(...here));
      const sheet = new view.CSSStyleSheet();
      sheet.replaceSync(`::highlight(${name}) { background-color: #ffe08a; color: #1b1b1b; }`);
      doc.adoptedStyleSheets = [...doc.adoptedStyleSheets, sheet];
      marked.set(doc, sheet);
    } else if (here[0]) doc.getSelection()?.setBaseAndExtent(here[0].startContainer, here[0].startOffset, here[0].endContainer, here[0].endOffset);
  }
  const target = (found[focus] ?? ranges[0])?.startContainer.parentElement;
  target?.scrollIntoView({ block: 'center', behavior: 'auto' });
  // A frame as high as its mail doesn't scroll: the page around it does.
  const frame = target?.ownerDocument.defaultView?.frameElement;
  if (frame && target) {
    const { top, height } = target.getBoundingClientRect();
    const { top: offset } = frame.getBoundingClientRect();
    const view = frame.ownerDocument.defaultView;
    if (view && (offset + top < 0 || offset + top + height > view.innerHeight)) frame.scrollIntoView({ block: 'nearest' });
  }
  return true;
}

/** Takes every mark away. */
export function clearEvidence(): void {
  for (const [doc, sheet] of marked) {
    const view = doc.defaultView as View | null;
    if (view?.CSS && 'highlights' in view.CSS) view.CSS.highlights.delete(name);
    if (sheet) doc.adoptedStyleSheets = doc.adoptedStyleSheets.filter((one) => one !== sheet);
  }
  marked.clear();
}
