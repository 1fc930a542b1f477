import type { PageAct } from '../../core/page-act';

/**
 * Runs in the page's own world, on demand, to reach an editor's API there. It is handed over as source text, so it may use
 * nothing outside itself. Takes plain strings, gives whether the editor took them; builds nodes, never HTML.
 */
export function actInPage({ editor, act, mark, text, place }: PageAct): boolean {
  const find = (root: Document | ShadowRoot): HTMLElement | null => {
    const here = root.querySelector<HTMLElement>(`[data-rogatory-target="${mark}"]`);
    if (here) return here;
    for (const one of root.querySelectorAll('*')) {
      let inner: Document | ShadowRoot | null = one.shadowRoot;
      try {
        if (one.tagName === 'IFRAME') inner = (one as HTMLIFrameElement).contentDocument;
      } catch {
        inner = null;
      }
      const found = inner ? find(inner) : null;
      if (found) return found;
    }
    return null;
  };
  const box = find(document);
  if (!box) return false;
  const doc = box.ownerDocument;
  // The window that the editor's own code lives in: the box's, or one around it.
  const holding = (name: string) => {
    let view = doc.defaultView as (Window & Record<string, any>) | null;
    // An element whose id is that name answers to it too.
    const has = () => view?.[name] !== undefined && view[name].nodeType === undefined;
    while (view && !has() && view !== view.parent && view !== window) view = view.parent as Window & Record<string, any>;
    return has() ? view?.[name] : undefined;
  };
  const lines = text.split('\n');
  const space = (line: string) => line.replace(/^ +| {2,}/g, (run) => '\u00a0'.repeat(run.length));
  /** Paragraphs with line breaks inside, as these editors write them. */
  const paragraphs = () => {
    const made: HTMLElement[] = [];
    let paragraph: HTMLElement | undefined;
    for (const line of lines) {
      if (line === '') paragraph = undefined;
      else if (paragraph) paragraph.append(doc.createElement('br'), doc.createTextNode(space(line)));
      else {
        paragraph = doc.createElement('p');
        paragraph.append(doc.createTextNode(space(line)));
        made.push(paragraph);
      }
    }
    return made;
  };
  const put = (root: HTMLElement) => {
    const made = paragraphs();
    const anchor = place === 'caret' ? doc.getSelection()?.anchorNode : null;
    let block: Node | null = anchor && anchor !== root && root.contains(anchor) ? anchor : null;
    while (block && block.parentNode !== root) block = block.parentNode;
    if (block) (block as ChildNode).after(...made);
    else root.prepend(...made);
    const last = made[made.length - 1];
    if (last) doc.getSelection()?.collapse(last, last.childNodes.length);
  };

  if (editor === 'tinymce') {
    const tiny = holding('tinymce');
    const all = tiny?.editors ?? tiny?.get?.() ?? [];
    const one = [...all].find((each) => each.getBody?.() === box);
    if (!one) return false;
    if (act === 'undo') one.undoManager.undo();
    else {
      one.focus();
      // The state before counts as a step of its own: undo then returns to it and not further back.
      one.undoManager.add();
      one.undoManager.transact(() => put(box));
      one.setDirty?.(true);
      one.nodeChanged?.();
    }
    return true;
  }
  if (editor === 'ckeditor4') {
    const one = Object.values(holding('CKEDITOR')?.instances ?? {}).find(
      (each) => (each as any)?.document?.$ === doc || (each as any)?.editable?.()?.$ === box,
    ) as any;
    if (!one) return false;
    if (act === 'undo') one.execCommand('undo');
    else {
      one.focus();
      one.fire('saveSnapshot');
      put(box);
      one.fire('saveSnapshot');
      one.fire('change');
    }
    return true;
  }
  if (editor === 'ckeditor5') {
    const one = (box as any).ckeditorInstance;
    if (!one) return false;
    if (act === 'undo') one.execute('undo');
    else
      one.model.change((writer: any) => {
        const root = one.model.document.getRoot();
        const chosen = one.model.document.selection.getFirstPosition();
        let at = place === 'caret' && chosen?.path.length > 1 ? chosen.path[0] + 1 : 0;
        let paragraph: unknown;
        for (const line of lines) {
          if (line === '') paragraph = undefined;
          else if (paragraph) {
            writer.appendElement('softBreak', paragraph);
            writer.appendText(space(line), paragraph);
          } else {
            paragraph = writer.createElement('paragraph');
            writer.appendText(space(line), paragraph);
            writer.insert(paragraph, root, at);
            at++;
          }
        }
      });
    return true;
  }
  if (act === 'undo') return false;
  // Constructors of the box's own realm: some editors ask for an instance of their window's.
  const realm = (doc.defaultView ?? window) as Window & typeof globalThis;
  const data = new realm.DataTransfer();
  data.setData('text/plain', text);
  if (editor === 'paste-html') {
    const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
    data.setData('text/html', lines.map((line) => `<p>${space(line).replace(/[&<>"]/g, (sign) => signs[sign] ?? sign)}</p>`).join(''));
  }
  const given = { bubbles: true, cancelable: true, composed: true };
  const event =
    editor === 'replacement'
      ? new realm.InputEvent('beforeinput', { ...given, inputType: 'insertReplacementText', dataTransfer: data })
      : new realm.ClipboardEvent('paste', { ...given, clipboardData: data });
  // Firefox leaves out of a paste what it was given for it.
  const key = editor === 'replacement' ? 'dataTransfer' : 'clipboardData';
  if ((event as unknown as Record<string, DataTransfer | null>)[key]?.getData('text/plain') !== text) Object.defineProperty(event, key, { value: data });
  return !box.dispatchEvent(event);
}
