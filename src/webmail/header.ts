import type { Address } from '../core/message';
import { addressesIn, attributeAddresses, type FoundAddress } from './address';
import { dateIn } from './dates';
import { hintOf, labelledValue, labelOf, type Label } from './labels';
import { innerNodes, isHidden } from './readable-text';

const mostTokens = 400;
const mostNodes = 4000;
const elsewhere =
  'nav, select, textarea, script, style, template, noscript, [contenteditable]:not([contenteditable=false]), [role=navigation], [role=listbox], [role=grid], [role=tree], [role=menu], [role=banner], [role=search], rogatory-overlay';
const labelTags = new Set(['TH', 'TD', 'DT', 'LABEL', 'B', 'STRONG']);
const rows = new Set(['TR', 'LI', 'P', 'DIV', 'DL', 'SECTION', 'HEADER', 'TABLE']);

/** Beyond these stands what belongs to the page, not to the mail. */
const edges = /^(?:MAIN|ARTICLE|DIALOG)\b|\b(?:main|article|dialog)$/u;

type Token =
  | ({ readonly is: 'address'; readonly kind?: Label | undefined; readonly firm: boolean; readonly hinted: boolean } & Address)
  | {
      readonly is: 'text';
      readonly kind?: Label | undefined;
      readonly text: string;
      /** Stands alone in its element, which is no link. */ readonly alone?: boolean;
    }
  | { readonly is: 'heading'; readonly kind?: Label | undefined; readonly text: string; readonly level: number };

/** What the page around a mail's text says about it, found without knowing the webmail. Empty where the page doesn't say, or says two things. */
export type Header = {
  readonly from: Address;
  /** How the sender was found: by a label or a telling name, by being the only one, or not at all (then `rivals` are the addresses between which the page doesn't decide). */
  readonly by: 'label' | 'alone' | 'none';
  readonly rivals: readonly string[];
  /** True when the address stands in an attribute or in angle brackets, where a name can't be. */
  readonly firm: boolean;
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
  readonly replyTo?: Address;
  readonly subject: string;
  /** True for a subject that neither a label nor a heading says to be one. */
  readonly guessed?: boolean;
  readonly date?: string;
  /** The part of the page beside which the sender stands: the mail's text with all that belongs to it. */
  readonly beside: Element;
};

/** The parent of an element as a person sees it: out of a shadow root or a frame too. */
export function parentOf(element: Element): Element | null {
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode() as ShadowRoot | Document;
  if ('host' in root && root.host) return root.host;
  try {
    return (root as Document).defaultView?.frameElement ?? null;
  } catch {
    return null;
  }
}

/** Reads the parts of a page that stand before a mail's text, nearest first, until sender and subject are known. `others` are the other mails' texts. */
export function readHeader(body: Element, others: readonly Element[] = [], account = ''): Header {
  let tokens: Token[] = [];
  let subject = '';
  let guess = '';
  let from = findFrom([], account);
  let node: Element = body;
  let beside: Element = body;
  let outside = false;
  // What stands above several mails may be the first one's header: where it names a sender beyond doubt.
  const leads = others.length > 0 && others.every((other) => other.ownerDocument === body.ownerDocument && (body.compareDocumentPosition(other) & 4) !== 0);
  let above: Token[] = [];
  for (let level = 0; level < 14; level++) {
    const parent = parentOf(node);
    if (!parent) break;
    const shared = others.some((other) => parent.contains(other));
    const before: Token[] = [];
    // A sender who is known is not looked for further up.
    const settled = from.by !== 'none' || from.rivals.length > 0;
    if (parent.tagName !== 'IFRAME')
      for (const child of innerNodes(parent)) {
        if (child === node) break;
        if (child.nodeType === 1 && others.some((other) => child.contains(other))) continue;
        // Between two mails of a conversation only headings are common to both.
        before.push(
          ...collect(child).filter((token) => token.is === 'heading' || (!shared && (token.is !== 'address' || (!settled && !(outside && token.hinted))))),
        );
      }
    tokens = [...before, ...tokens];
    if (shared && leads && !settled && !outside) {
      for (const child of innerNodes(parent)) {
        if (child === node) break;
        above.push(...collect(child));
      }
      const now = findFrom(above, account);
      if (now.by === 'label' && now.firm) {
        from = now;
        beside = node;
        tokens = [...above, ...tokens];
      } else if (above.some(({ is }) => is === 'address')) above = [];
    }
    if (!settled && !shared) {
      const now = findFrom(tokens, account);
      // Far from the mail an address without a label may be anybody's.
      if (
        now.by !== 'alone'
          ? now.by === 'label' || !outside
          : !outside && length(tokens) < 1500 && tokens.some((token) => token.is === 'address' && token.firm && token.email === now.from.email)
      ) {
        from = now;
        beside = node;
      }
      if (!outside) guess ||= guessSubject(tokens, body.ownerDocument);
    }
    subject ||= findSubject(before, body.ownerDocument.title);
    if (subject && (from.by !== 'none' || from.rivals.length > 0)) break;
    node = parent;
    outside ||= edges.test(`${node.tagName} ${node.getAttribute('role') ?? ''}`);
    if (node.tagName === 'BODY' && !parentOf(node.parentElement ?? node)) break;
  }
  const of = (kind: Label) => unique(tokens.filter((token): token is Token & { is: 'address' } => token.is === 'address' && token.kind === kind));
  const [replyTo] = of('replyTo');
  const date = findDate(tokens, body.ownerDocument.documentElement.lang);
  return {
    ...from,
    beside,
    to: of('to'),
    cc: of('cc'),
    subject: subject || guess,
    ...(subject === '' && guess !== '' ? { guessed: true } : {}),
    ...(replyTo ? { replyTo } : {}),
    ...(date ? { date } : {}),
  };
}

function length(tokens: readonly Token[]): number {
  return tokens.reduce((sum, token) => sum + ('text' in token ? token.text.length : token.email.length), 0);
}

function findFrom(tokens: readonly Token[], account: string): Pick<Header, 'from' | 'by' | 'rivals' | 'firm'> {
  const addresses = tokens.filter((token): token is Token & { is: 'address' } => token.is === 'address');
  const labelled = addresses.filter(({ kind }) => kind === 'from');
  const firm = labelled.filter((one) => one.firm);
  const known = unique(firm.length > 0 ? firm : labelled);
  const named = labelled.length > 0 ? before(tokens, labelled[0]!) : tokens.find((token) => token.is !== 'address' && token.kind === 'from');
  const name = named && 'text' in named ? named.text.slice(0, 200) : '';
  // A row with a name only, and another row further on: that may be of a header which the mail itself shows.
  const start = tokens.findIndex(({ kind }) => kind === 'from');
  const end = tokens.findIndex(({ is, kind }) => is === 'address' && kind === 'from');
  if (end > start && tokens[start]?.is === 'text' && tokens.slice(start, end).some(({ kind }) => kind !== 'from'))
    return { from: { name: name.includes('@') ? '' : name, email: '' }, by: 'none', rivals: known.map(({ email }) => email), firm: false };
  // An address alone beside the label may be a name that somebody chose, where a webmail shows names only: then none else is shown either.
  const onlyNames = firm.length === 0 && name === '' && known.length === 1 && !known[0]?.name && addresses.every(({ kind }) => kind === 'from');
  if (onlyNames) return { from: { name: known[0]?.email ?? '', email: '' }, by: 'none', rivals: [known[0]?.email ?? ''], firm: false };
  if (known.length === 1 && known[0])
    return { from: { name: known[0].name || (name.includes('@') ? '' : name), email: known[0].email }, by: 'label', rivals: [], firm: firm.length > 0 };
  const nobody = { name: name.includes('@') ? '' : name, email: '' };
  if (known.length > 1) return { from: nobody, by: 'none', rivals: known.map(({ email }) => email), firm: false };
  const free = unique(addresses.filter(({ kind }) => kind === undefined));
  const [first] = free;
  if (!first || name) return { from: nobody, by: 'none', rivals: [], firm: false };
  // Without a label the first is the sender only when nobody but the reader is beside it.
  if (first.email !== account && free.every(({ email }) => email === first.email || email === account))
    return { from: { name: first.name, email: first.email }, by: 'alone', rivals: [], firm: false };
  // A mail to oneself: the reader's own address stands for the sender and again for the recipient, and no other name is there.
  const own = first.email === account && free.length === 1 && addresses.indexOf(first as (typeof addresses)[number]) >= 0;
  if (own && addresses.some(({ kind, email }) => kind === 'to' && email === account) && addresses.every(({ email }) => email === account))
    return { from: { name: first.name, email: account }, by: 'alone', rivals: [], firm: false };
  return { from: nobody, by: 'none', rivals: free.filter(({ email }) => email !== account).map(({ email }) => email), firm: false };
}

/** The name beside which an address stands. */
function before(tokens: readonly Token[], address: Token): Token | undefined {
  const at = tokens.indexOf(address);
  const last = tokens[at - 1];
  return last?.is === 'text' && last.kind === 'from' ? last : undefined;
}

function findSubject(tokens: readonly Token[], title: string): string {
  const text = (kind: 'subject') => tokens.filter((token) => token.is !== 'address' && token.kind === kind).map((token) => ('text' in token ? token.text : ''));
  const [labelled] = text('subject');
  if (labelled) return labelled;
  const headings = tokens.filter(
    (token): token is Token & { is: 'heading' } =>
      token.is === 'heading' &&
      token.kind !== 'from' &&
      token.kind !== 'date' &&
      token.kind !== 'other' &&
      !(token.text.length < 45 && dateIn(token.text, 'it')),
  );
  const titled = headings.find((token) => token.text.length > 4 && title.includes(token.text));
  const top = Math.min(...headings.map((heading) => heading.level));
  return titled?.text ?? headings.findLast((heading) => heading.level === top)?.text ?? '';
}

/** The line before the sender that may be the subject where nothing says so: one that the page's title or list repeats, else the first. */
function guessSubject(tokens: readonly Token[], doc: Document): string {
  const end = tokens.findIndex(({ is, kind }) => is === 'address' || kind === 'from' || kind === 'to');
  const lines = tokens
    // Right before an address without a label stands a name.
    .slice(0, Math.max(0, tokens[end]?.kind === undefined ? end - 1 : end))
    .filter((token): token is Token & { is: 'text' } => token.is === 'text' && token.alone === true && token.kind === undefined)
    .map(({ text }) => text)
    .filter((text) => text.length >= 5 && text.length <= 200 && /\p{L}/u.test(text) && dateIn(text, 'it') === undefined);
  if (lines.length < 2) return lines[0] ?? '';
  const said = `${doc.title} ${(doc.body?.textContent ?? '').slice(0, 200_000).replace(/\s+/gu, ' ')}`;
  return lines.find((text) => said.indexOf(text) !== said.lastIndexOf(text)) ?? lines[0] ?? '';
}

function findDate(tokens: readonly Token[], language: string): string | undefined {
  for (const kind of ['date', undefined])
    for (const token of tokens.toReversed()) {
      const date = token.is === 'text' && token.kind === kind ? dateIn(token.text, language) : undefined;
      if (date) return date;
    }
  return undefined;
}

function unique(addresses: readonly (Address & { readonly firm?: boolean })[]): Address[] {
  const found = new Map<string, Address>();
  for (const { name, email } of addresses) if (!found.get(email)?.name) found.set(email, { name: name || (found.get(email)?.name ?? ''), email });
  return [...found.values()];
}

/** Reads a part of a header into labels' values, addresses and headings, in the order of the page. */
function collect(root: Node): Token[] {
  const tokens: Token[] = [];
  let nodes = 0;
  let label: Label | undefined;
  let labelAt: Element | null = null;
  let valued = false;
  const page = root.nodeType === 1 ? (root as Element) : root.parentElement;
  const drawn =
    typeof page?.checkVisibility === 'function' &&
    (page.ownerDocument.body?.checkVisibility() ?? false) &&
    page.ownerDocument.documentElement.getBoundingClientRect().width > 0;
  const title = page?.ownerDocument.title ?? '';
  const kind = (hint: Label | undefined) => label ?? hint;
  const add = (found: readonly FoundAddress[], hint: Label | undefined, name: string) => {
    for (const one of found)
      tokens.push({ is: 'address', name: one.name || name, email: one.email, firm: one.firm, kind: kind(hint), hinted: label === undefined });
    valued = true;
  };
  const walk = (node: Node, hint: Label | undefined): void => {
    if (++nodes > mostNodes || tokens.length > mostTokens) return;
    if (node.nodeType === 3) return text((node as Text).data, node.parentElement, hint);
    if (node.nodeType !== 1) return;
    const element = node as Element;
    if (element.matches(elsewhere) || isHidden(element) || (drawn && !element.checkVisibility())) return;
    const own = hintOf(element);
    // A part that is made for recipients can show the sender too, where what holds it says so.
    const ownHint = hint === 'from' && own === 'to' && /recipient/iu.test(`${element.id} ${element.getAttribute('class') ?? ''}`) ? hint : (own ?? hint);
    if (element.matches('button, [role=button]') && !(element.textContent ?? '').includes('@') && attributeAddresses(element).length === 0) return;
    const content = (element.textContent ?? '').replace(/\s+/gu, ' ').trim();
    const level = headingLevel(element);
    if (level && content.length > 1 && content.length < 400) {
      const spoken = element.querySelector('a[href^="mailto:"], [email], [title*="@"]') || addressesIn(content).length > 0 ? '' : ownText(element);
      const said = labelledValue(spoken);
      if (spoken) tokens.push({ is: 'heading', level, text: said?.kind === 'subject' ? said.value : spoken, kind: ownHint });
    }
    if (element.tagName === 'TIME' || element.hasAttribute('datetime')) {
      const when = element.getAttribute('datetime') ?? '';
      tokens.push({ is: 'text', kind: 'date', text: /\d{4}/u.test(when) ? when : content });
    } else if (/\d{4}/u.test(element.getAttribute('title') ?? '') && content.length < 60) {
      tokens.push({ is: 'text', kind: 'date', text: element.getAttribute('title') ?? '' });
    }
    const said = labelledValue(element.getAttribute('aria-label') ?? '');
    if (said && said.value.length > 1 && content.length < 600 && !content.startsWith(said.value.slice(0, 4) + ' ')) {
      const before = label;
      label = said.kind;
      const found = addressesIn(said.value);
      if (found.length > 0) add(found, hint, '');
      label = before ?? (found.length > 0 ? undefined : said.kind);
      if (found.length > 0) return;
      if (said.kind === 'date' || said.kind === 'subject') {
        tokens.push({ is: 'text', kind: said.kind, text: said.value.slice(0, 500) });
        label = before;
        return;
      }
    }
    if (content.length < 400) {
      const own = attributeAddresses(element);
      if (own.length > 0 && !element.querySelector('[email], [data-email], a[href^="mailto:"], [data-hovercard-id*="@"]')) {
        add(own, ownHint, nameBeside(content, own));
        return;
      }
    }
    for (const child of innerNodes(element)) walk(child, ownHint);
    if (valued && labelAt && rows.has(element.tagName) && element.contains(labelAt)) {
      label = undefined;
      labelAt = null;
    }
  };
  function text(raw: string, parent: Element | null, hint: Label | undefined): void {
    const flat = raw.replace(/[\s\u00a0]+/gu, ' ').trim();
    if (flat === '' || /^[\p{P}\p{S}]{1,3}$/u.test(flat)) return;
    const word = labelOf(flat);
    // A lone capital may be a picture's initial as well as "A:".
    if (word && (word.word.length > 1 || word.colon || word.word === word.word.toLowerCase() || (parent && labelTags.has(parent.tagName)))) {
      label = word.kind;
      labelAt = parent;
      valued = false;
      return;
    }
    const said = labelledValue(flat);
    if (said) {
      label = said.kind;
      labelAt = parent;
    }
    const value = said?.value ?? flat;
    const found = addressesIn(value);
    if (found.length > 0) return add(isOwnLine(parent, flat) ? found.map((one) => ({ ...one, firm: true })) : found, hint, '');
    const alone = !said && parent !== null && !parent.closest('a, button, [role=button]') && (parent.textContent ?? '').length < 220;
    // What the page's title says too is as good as a heading.
    if (alone && kind(hint) === undefined && flat.length >= 8 && /[\s\d]/u.test(flat) && title.includes(flat))
      tokens.push({ is: 'heading', level: 7, text: flat });
    tokens.push({
      is: 'text',
      kind: kind(hint),
      text: value.slice(0, 500),
      alone: alone && (parent.textContent ?? '').replace(/[\s\u00a0]+/gu, ' ').trim() === flat,
    });
    valued = true;
  }
  walk(root, undefined);
  return joined(tokens);
}

/** Whether an address stands in a line of its own between a name and the line of the recipients: there neither a name nor a subject can be. */
function isOwnLine(element: Element | null, address: string): boolean {
  if (!element || (element.textContent ?? '').trim() !== address) return false;
  const name = (element.previousElementSibling?.textContent ?? '').trim();
  const [next = ''] = (element.nextElementSibling?.textContent ?? '').trim().split(/[\s:：]/u, 1);
  return name.length > 1 && name.length < 100 && !name.includes('@') && labelOf(`${next}:`)?.kind === 'to';
}

/** `<` and `>` in elements of their own around an address make it as firm as brackets in one text. */
function joined(tokens: readonly Token[]): Token[] {
  const merged: Token[] = [];
  for (const token of tokens) {
    const last = merged.at(-1);
    if (token.is === 'text' && last?.is === 'text' && last.kind === token.kind && token.kind === 'subject') {
      merged[merged.length - 1] = { ...last, text: `${last.text} ${token.text}` };
    } else merged.push(token);
  }
  return merged;
}

function nameBeside(content: string, own: readonly FoundAddress[]): string {
  const seen = addressesIn(content);
  if (own.length !== 1) return '';
  if (own[0]?.name) return own[0].name;
  if (seen[0]?.firm) return seen[0].name;
  return content.toLowerCase() === own[0]?.email ? '' : content.slice(0, 200);
}

function headingLevel(element: Element): number {
  const tag = /^H([1-6])$/u.exec(element.tagName)?.[1];
  if (tag) return Number(tag);
  return element.getAttribute('role') === 'heading' ? Number(element.getAttribute('aria-level') ?? 2) : 0;
}

/** A heading's words without those of its buttons and of what is only spoken. */
export function ownText(element: Element): string {
  let text = '';
  const walk = (node: Node): void => {
    if (node.nodeType === 3) text += (node as Text).data;
    if (node.nodeType !== 1) return;
    const inner = node as Element;
    if (inner !== element && (isHidden(inner) || inner.matches('button, ul, script, style, [role=button], .voice, .extwin, .sr-only, .visually-hidden')))
      return;
    if (inner.tagName === 'IMG' && inner.hasAttribute('data-emoji')) text += inner.getAttribute('data-emoji');
    for (const child of inner.childNodes) walk(child);
    if (inner !== element) text += ' ';
  };
  walk(element);
  return text.replace(/\s+/gu, ' ').trim();
}
