import type { Address } from '../core/message';
import { addressesIn, attributeAddresses } from './address';
import { hintOf, labelOf, type Label } from './labels';
import { documentsOf, findAll, isEditable, isEditor, shadowRootsOf } from './pages';
import { frameDocument, readableText } from './readable-text';
import { isShown, type Composer } from './webmail';

/** Where a webmail has the parts of a compose box; what is absent is found without it. */
export type ComposeMarks = {
  readonly body?: string;
  readonly root?: string;
  readonly to?: string;
  readonly cc?: string;
  readonly subject?: string;
  readonly files?: string;
  /** An attribute or field in the box that holds the key of the message answered. */
  readonly answers?: string;
};

const chips = '[email], [data-email], [data-hovercard-id*="@"], [data-address*="@"], [title*="@"], a[href^="mailto:"]';
const notBody = /search|filter|query|comment|chat|recipient|signature|(?:^|[^a-z])(?:to|cc|bcc)(?:$|[^a-z])/iu;

const writing =
  /^(?:reply|rispondi|antwort|répon|respon|beantwoord|svar|vastaa|odpowie|ответ|返信|回复)|body|corpo|nachricht|message|messaggio|mensaje|mensagem|bericht|treść|текст|本文/iu;

/** The compose boxes of a page: everything large that can be written in and isn't a field of the header. */
export function findComposers(top: Document, marks: ComposeMarks = {}): readonly Composer[] {
  const docs = documentsOf(top);
  const roots = [...docs, ...shadowRootsOf(top)];
  const places = marks.body ? findAll(docs, marks.body).filter(isShown) : [];
  const boxes = places.length > 0 ? places : findAll(roots, 'textarea, [contenteditable], iframe');
  const found: Composer[] = [];
  for (const place of boxes) {
    const inner = place.tagName === 'IFRAME' ? frameDocument(place) : undefined;
    if (place.tagName === 'IFRAME' && !(inner?.body && (places.length > 0 || isEditor(inner)))) continue;
    const body = inner?.body ?? place;
    const area = place.tagName === 'TEXTAREA' ? (place as HTMLTextAreaElement) : undefined;
    if (!isShown(place) || !(area ?? inner ?? isEditable(place)) || area?.readOnly || place.closest('rogatory-overlay')) continue;
    if (places.length === 0 && !isBodyLike(place)) continue;
    if (found.some((one) => one.body.contains(body))) continue;
    found.push(describe(place, body, area ? 'textarea' : inner ? 'iframe' : 'contenteditable', marks));
  }
  return found;
}

function isBodyLike(place: HTMLElement): boolean {
  if (place.parentElement?.closest('[contenteditable]:not([contenteditable=false])')) return false;
  if (place.closest('[role=search]') || /^(?:combobox|searchbox|grid|spreadsheet)$/u.test(place.getAttribute('role') ?? '')) return false;
  const hint = hintOf(place);
  if (hint && hint !== 'other' && hint !== 'date') return false;
  if (notBody.test(`${place.id} ${place.getAttribute('name') ?? ''} ${place.getAttribute('aria-label') ?? ''} ${place.getAttribute('placeholder') ?? ''}`)) {
    const said = labelOf(place.getAttribute('aria-label') ?? '');
    if (said?.kind !== undefined || place.tagName !== 'DIV' || /search|filter/iu.test(place.id)) return false;
  }
  if (place.getAttribute('aria-multiline') === 'false') return false;
  const { width, height } = place.getBoundingClientRect();
  // An empty reply may be a single line until somebody writes in it; then its name says what it is.
  const least = place.getAttribute('role') === 'textbox' && writing.test(place.getAttribute('aria-label') ?? '') ? 14 : 40;
  return width + height === 0 || (height >= least && width >= 160);
}

function describe(place: HTMLElement, body: HTMLElement, kind: Composer['kind'], marks: ComposeMarks): Composer {
  const doc = place.ownerDocument;
  const root = (marks.root ? place.closest<HTMLElement>(marks.root) : null) ?? rootOf(place);
  const read = kind === 'textarea' ? { text: (body as HTMLTextAreaElement).value, marks: [] } : readableText(body);
  const subject =
    (marks.subject ? (root.querySelector<HTMLInputElement>(marks.subject) ?? doc.querySelector<HTMLInputElement>(marks.subject)) : null) ??
    [...root.querySelectorAll<HTMLInputElement>('input')].find(isSubject);
  const listed = marks.to ? [...root.querySelectorAll<HTMLElement>(marks.to)] : [];
  const copied = recipients(
    marks.cc
      ? [...root.querySelectorAll(marks.cc)]
      : [...root.querySelectorAll('input, textarea')].filter((field) => field !== place && kindOfField(field) === 'cc'),
  );
  const files = marks.files ? [...root.querySelectorAll(marks.files)] : [...root.querySelectorAll('[class*="attach" i] a, [class*="attach" i] li')];
  const answers = marks.answers ? root.querySelector<HTMLInputElement>(marks.answers)?.value : undefined;
  return {
    body,
    kind,
    to: listed.length > 0 ? recipients(listed) : recipientsIn(root, place),
    ...(copied.length > 0 ? { cc: copied } : {}),
    subject: subject?.value ?? '',
    text: read.text,
    marks: read.marks,
    attachments: files.map((file) => ({ name: (file.getAttribute('title') ?? file.textContent ?? '').trim().slice(0, 300) })).filter(({ name }) => name !== ''),
    ...(subject && isShown(subject) ? { subjectField: subject } : {}),
    ...(answers ? { answers } : {}),
  };
}

const editors = 'textarea, [contenteditable]:not([contenteditable=false]), iframe';

/** The element that holds the shadow root of a node. */
function hostOf(node: Node): HTMLElement | null {
  const root = node.getRootNode();
  return 'host' in root ? ((root as ShadowRoot).host as HTMLElement) : null;
}

/** The smallest part of the page around a box that has a field for a subject or recipients; what is near when none has. */
function rootOf(place: HTMLElement): HTMLElement {
  let node: HTMLElement = place;
  let near = place;
  for (let level = 0; level < 14; level++) {
    const parent: HTMLElement | null = node.parentElement ?? hostOf(node);
    if (!parent || parent.tagName === 'BODY') break;
    node = parent;
    if (node.tagName === 'FORM' || node.getAttribute('role') === 'dialog' || node.tagName === 'MD-DIALOG') return node;
    const fields = [...node.querySelectorAll<HTMLInputElement>('input, textarea')].filter((one) => one !== place);
    if (fields.some((one) => isSubject(one) || kindOfField(one) === 'to')) return node;
    if ([...node.querySelectorAll(editors)].some((one) => one !== place && !place.contains(one) && one.getBoundingClientRect().height > 80)) break;
    if (level < 4) near = node;
  }
  return near;
}

function kindOfField(field: Element): Label | undefined {
  for (const name of ['aria-label', 'placeholder', 'title']) {
    const said = labelOf(field.getAttribute(name) ?? '');
    if (said) return said.kind;
  }
  const label = field.id ? [...field.ownerDocument.querySelectorAll('label')].find((one) => one.getAttribute('for') === field.id) : field.closest('label');
  return labelOf(label?.textContent ?? '')?.kind ?? hintOf(field);
}

function isSubject(field: HTMLInputElement): boolean {
  return !/^(?:hidden|checkbox|radio|file|button|submit)$/u.test(field.type) && kindOfField(field) === 'subject';
}

function recipients(places: readonly Element[]): Address[] {
  const found = new Map<string, Address>();
  for (const place of places) {
    const own = attributeAddresses(place);
    const value = (place as HTMLInputElement).value;
    for (const { name, email } of own.length > 0 ? own : addressesIn(typeof value === 'string' ? value : (place.textContent ?? '')))
      found.set(email, { name, email });
  }
  return [...found.values()];
}

/** Chips and fields around a box that name who it goes to. */
function recipientsIn(root: HTMLElement, body: HTMLElement): Address[] {
  const outside = (element: Element) => !body.contains(element) && !element.contains(body);
  const isSender = (element: Element) => {
    for (let node: Element | null = element; node && node !== root; node = node.parentElement) {
      const hint = hintOf(node);
      if (hint && hint !== 'other') return hint === 'from' || hint === 'replyTo';
    }
    return false;
  };
  const fields = [...root.querySelectorAll('input, textarea')].filter((field) => outside(field) && kindOfField(field) === 'to');
  const wells = [...root.querySelectorAll('[contenteditable]:not([contenteditable=false])')].filter(outside);
  return recipients([...fields, ...[...root.querySelectorAll(chips)].filter((chip) => outside(chip) && !isSender(chip)), ...wells]);
}
