import { addressesIn } from './address';
import { dateIn } from './dates';
import { labelledValue, labelOf } from './labels';
import { isEditor } from './pages';
import { frameDocument, innerNodes, isHidden } from './readable-text';
import { isShown } from './webmail';

const mostNodes = 60_000;
const never = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'HEAD', 'TITLE', 'SVG', 'NAV', 'SELECT', 'TEXTAREA', 'OPTION', 'ROGATORY-OVERLAY', 'ASIDE']);
const lists = /^(?:navigation|listbox|grid|tree|treegrid|menu|menubar|tablist|toolbar|search|banner|complementary|alert|status|tooltip|log)$/u;
const controls = 'button, input:not([type=hidden]), [role=button], [role=checkbox], [role=menuitem], [role=tab], [role=switch], [onclick]';
const named =
  /(?:message|mail|msg|reading).{0,14}(?:body|content|text|html|inner)|(?:body|content|text).{0,6}(?:message|mail|msg)|htmlbody|mailbody|readmsg|rcmbody|bodytext|html-?viewer/iu;
const lines = 'p, br, div, table, li, pre, blockquote, h1, h2, h3';

type Seen = { text: number; prose: number; controls: number; header: boolean; solid: boolean; editable: boolean };

/** A part of a page that may be a mail's text. */
export type Candidate = {
  readonly body: Element;
  readonly prose: number;
  /** True when it calls itself a mail's text. */
  readonly named: boolean;
  /** True when rows of a header stand in it. */
  readonly mixed?: boolean;
};

/**
 * The largest parts of a page that hold running text and none of the page's own machinery (buttons, fields, header rows): what is left
 * of a webmail when all that is not mail is taken away. In the order of the page. `least` is the number of characters below which nothing counts.
 */
export function findBodies(top: Document, least = 12): Candidate[] {
  const seen = new Map<Element, Seen>();
  let left = mostNodes;
  const look = (element: Element): Seen => {
    const own: Seen = { text: 0, prose: 0, controls: 0, header: false, solid: false, editable: false };
    seen.set(element, own);
    if (--left < 0 || never.has(element.tagName) || (isHidden(element) && !showsAgain(element))) return own;
    const role = element.getAttribute('role') ?? '';
    if (lists.test(role) && !(role === 'complementary' && element.querySelector('iframe, [role=main], [role=document], article'))) return own;
    if (element.tagName === 'IFRAME') {
      const inner = frameDocument(element);
      if (!inner?.body || isEditor(inner)) return own;
    }
    if (element.getAttribute('contenteditable') && element.getAttribute('contenteditable') !== 'false') {
      own.editable = true;
      return own;
    }
    // SOGo makes whole mails clickable; a button is short.
    const control = element.matches(controls) && (element.textContent ?? '').trim().length < 80;
    if (control) own.controls = 1;
    // What stands at the head of a mail, before its text.
    if (element.tagName !== 'IMG' && (element.tagName === 'TIME' || role === 'heading' || element.matches('[email], [data-email], [itemprop~=email]')))
      own.header = own.solid = true;
    // A header that is only spoken or shown in a tip.
    if (labelledValue(element.getAttribute('aria-label') ?? '') || (element.tagName !== 'A' && element.getAttribute('title')?.includes('@'))) own.header = true;
    for (const child of innerNodes(element)) {
      if (child.nodeType === 3) {
        const text = (child as Text).data.trim();
        if (text === '') continue;
        if (own.prose < 60 && !own.header && isHeaderText(text)) own.header = true;
        if (/^(?:TD|TH|DT)$/u.test(element.tagName) && labelOf(text)?.colon) own.header = own.solid = true;
        own.text += text.length;
        if (!control) own.prose += element.tagName === 'A' ? text.length * 0.3 : text.length;
      } else if (child.nodeType === 1) {
        const inner = look(child as Element);
        if (inner.header && own.prose < (inner.solid ? 150 : 60)) own.header = true;
        own.solid ||= inner.solid;
        own.text += inner.text;
        own.prose += control ? 0 : inner.prose;
        own.controls += inner.controls;
        own.editable ||= inner.editable;
      }
    }
    return own;
  };
  const root = top.body;
  if (!root) return [];
  look(root);

  const found: Candidate[] = [];
  const innermost = (outer: Element, prose: number): Candidate => {
    const inner = [...outer.querySelectorAll('[id], [class]')].findLast((one) => isBodyName(one) && (seen.get(one)?.prose ?? 0) >= prose * 0.7);
    return { body: inner ?? outer, prose: inner ? (seen.get(inner)?.prose ?? prose) : prose, named: true };
  };
  const descend = (element: Element): void => {
    const own = seen.get(element);
    if (!own || own.prose < least) return;
    const isNamed = isBodyName(element);
    // A toggle of the quotation may stand in the text; a toolbar doesn't.
    const clean = !own.editable && !own.header && own.controls <= (isNamed ? 2 : 0);
    if (element !== root && clean && element.tagName !== 'BUTTON' && element.tagName !== 'LABEL') {
      found.push(isNamed ? innermost(element, own.prose) : { body: element, prose: own.prose, named: false });
      return;
    }
    const before = found.length;
    for (const child of innerNodes(element)) if (child.nodeType === 1) descend(child as Element);
    const mine = found.slice(before);
    // Paragraphs side by side without an element of their own around them.
    const direct = [...innerNodes(element)].reduce((sum, child) => sum + (child.nodeType === 3 ? (child as Text).data.trim().length : 0), 0);
    const largest = Math.max(0, ...mine.map(({ prose }) => prose));
    const paragraphs = mine.filter(({ body }) => /^(?:P|UL|OL|BLOCKQUOTE|PRE|TABLE)$/u.test(body.tagName) && body.parentElement === element);
    const scattered = paragraphs.reduce((sum, { prose }) => sum + prose, 0);
    if (
      element !== root &&
      !own.editable &&
      ((direct > 80 && direct > own.prose * 0.5) || (paragraphs.length > 1 && scattered > own.prose * 0.6 && scattered > largest))
    )
      found.splice(before, found.length, { body: element, prose: own.prose, named: isNamed, mixed: own.header });
  };
  descend(root);
  const kind = ({ body }: Candidate) => `${body.tagName} ${body.getAttribute('class') ?? ''}`;
  const alike = (one: Candidate) => found.filter((other) => kind(other) === kind(one) && other.prose < 320).length;
  return found.filter((one) => isShown(one.body) && !isRow(one.body) && !isValue(one.body) && (one.named || one.prose >= 320 || alike(one) < 3));
}

/** Whether something inside a hidden element is made visible again, as some webmails draw a mail. */
function showsAgain(element: Element): boolean {
  return (
    (element as HTMLElement).style?.visibility === 'hidden' && element.querySelector('[style*="visibility: visible"], [style*="visibility:visible"]') !== null
  );
}

function isBodyName(element: Element): boolean {
  const names = ['id', 'class', 'data-testid', 'data-test-id'].map((attribute) => element.getAttribute(attribute) ?? '').join(' ');
  return named.test(names.slice(0, 400));
}

function isHeaderText(text: string): boolean {
  const label = labelOf(text);
  if (label && label.kind !== 'other' && label.word.length > 1) return true;
  if (text.length > 300) return false;
  if (labelledValue(text)) return true;
  const [address] = addressesIn(text);
  return (
    address !== undefined && text.length < address.email.length + 60 && /[@.>)][^.!?。！？]{0,14}$/u.test(text.slice(text.toLowerCase().indexOf(address.email)))
  );
}

/** Whether a part is the value of a row of a header: what stands beside a label, or a date alone. */
function isValue(body: Element): boolean {
  const text = (body.textContent ?? '').trim();
  if (text.length > 200) return false;
  const beside = body.previousElementSibling ?? body.parentElement?.previousElementSibling;
  return (text.length < 45 && dateIn(text, 'it') !== undefined) || labelOf(beside?.textContent ?? '') !== undefined;
}

/** Whether a part is a row of a list: one of several that look the same, and no more than a line. */
function isRow(body: Element): boolean {
  if (body.querySelectorAll('p, br, pre, li, blockquote').length > 1 || body.querySelectorAll(lines).length > 2 || (body.textContent ?? '').trim().length > 500)
    return false;
  let node: Element | null = body;
  for (let level = 0; node && level < 8; level++, node = node.parentElement) {
    const { tagName } = node;
    if (tagName === 'BODY' || /^(?:main|article|document)$/u.test(node.getAttribute('role') ?? '')) return false;
    const alike = [...(node.parentElement?.children ?? [])].filter((one) => one.tagName === tagName && one.getAttribute('role') === node?.getAttribute('role'));
    const isItem = /^(?:TR|LI|A|OPTION)$/u.test(tagName) || /^(?:row|option|listitem|gridcell|treeitem|link)$/u.test(node.getAttribute('role') ?? '');
    if (isItem && alike.length >= 3) return true;
    if (alike.length >= 5 && alike.filter((one) => Math.abs((one.textContent ?? '').length - (node?.textContent ?? '').length) < 300).length >= 4 && level > 0)
      return true;
  }
  return false;
}
