import type { Address, Message } from '../core/message';
import { addressesIn, addressOf, attributeAddresses } from './address';
import { findBodies, type Candidate } from './bodies';
import { findComposers, type ComposeMarks } from './composers';
import { dateIn } from './dates';
import { ownText, parentOf, readHeader, type Header } from './header';
import { documentsOf, findAll, isEditable } from './pages';
import { innerMail } from './pec';
import { readableText } from './readable-text';
import { isShown, type Doubt, type ListRow, type OpenMessage, type Webmail } from './webmail';

/**
 * What a webmail's page gives away by its own ids, classes and attributes: selectors, the surest first. Nothing here is needed:
 * what a page no longer has is found without it, and what it says is held against that.
 */
export type Landmarks = {
  readonly id: string;
  readonly hosts?: RegExp;
  /** Any of these in the page makes it this webmail. */
  readonly marks: string;
  /** True where a page shows one mail at a time. */
  readonly single?: boolean;
  /** One message of a conversation. */
  readonly message?: string;
  /** Messages that are none: drafts, collapsed ones. */
  readonly skip?: string;
  readonly body: readonly string[];
  readonly from: readonly string[];
  /** Shows the sender's name, never the address: what looks like one there is a name that somebody chose. */
  readonly name?: string;
  readonly to?: string;
  readonly cc?: string;
  readonly replyTo?: string;
  readonly subject: readonly string[];
  readonly date?: string;
  readonly files?: readonly string[];
  /** Shown where a mail is cut off. */
  readonly clipped?: string;
  readonly account?: string;
  /** The attribute of the message's element that is its key. */
  readonly key?: string;
  readonly reply?: string;
  readonly compose?: ComposeMarks;
  /** True while the editor is made: the box behind it is not the one that is sent. */
  readonly isMaking?: (doc: Document) => boolean;
  readonly rows?: { readonly row: string; readonly from: string; readonly subject: string };
};

/** The webmail that a set of landmarks describes. */
export function webmailOf(marks: Landmarks): Webmail {
  const account = (doc: Document) => accountOf(doc, marks.account);
  return {
    id: marks.id,
    isHost: (host) => marks.hosts?.test(host) ?? false,
    findMark: (doc) =>
      documentsOf(doc, 1)
        .map((one) => one.querySelector(marks.marks))
        .find((one) => one !== null) ?? null,
    readOpenMessages: (doc) => readMessages(doc, marks, account(doc)),
    findComposers: (doc) => {
      if (marks.isMaking?.(doc)) return [];
      const found = findComposers(doc, marks.compose);
      if (found.every((one) => one.subject !== '')) return found;
      // A reply written inside the conversation has its subject.
      const [place] = marks.subject.flatMap((selector) => findAll(documentsOf(doc), selector));
      return found.map((one) => (one.subject === '' && !one.subjectField && place ? { ...one, subject: ownText(place) } : one));
    },
    ...(marks.reply ? { reply: marks.reply } : {}),
    account,
    ...(marks.rows ? { readRows: (doc: Document) => readRows(doc, marks.rows!) } : {}),
  };
}

/** The address of the mailbox's owner: where the webmail shows it, else in the page's title. */
export function accountOf(doc: Document, selector?: string): string {
  for (const place of selector ? doc.querySelectorAll(selector) : []) {
    const found = attributeAddresses(place)[0] ?? addressesIn(place.textContent ?? '')[0];
    if (found) return found.email;
  }
  const inTitle = addressesIn(doc.title);
  return inTitle.length === 1 ? (inTitle[0]?.email ?? '') : '';
}

function readMessages(top: Document, marks: Landmarks, account: string): OpenMessage[] {
  const docs = documentsOf(top);
  const named = (selector: string) =>
    findAll(docs, selector).filter(
      (body, _, all) =>
        !all.some((other) => other !== body && other.contains(body)) &&
        !isEditable(body) &&
        !body.closest('[contenteditable=true], rogatory-overlay') &&
        !body.querySelector('[contenteditable=true]') &&
        !(marks.skip && body.closest(marks.skip)) &&
        isShown(body) &&
        readableText(body).text !== '',
    );
  let bodies: Element[] = [];
  for (const selector of marks.body) if ((bodies = named(selector)).length > 0) break;
  const [first] = bodies;
  if (!first) return readUnknown(top, account, marks);
  // Several parts of the one mail that is open: what holds them all.
  if (marks.single && bodies.length > 1) {
    let node: Element | null = first;
    while (node && !bodies.every((body) => holds(node!, body))) node = parentOf(node);
    bodies = [node ?? first];
  }
  return inOrder(bodies.map((body) => readOne(body, bodies, marks, account, [])));
}

type Read = { readonly body: Element; readonly header: Header; readonly prose: number; readonly named: boolean; readonly score: number };

/** Reads a page without knowing its webmail: every part that reads like a mail and has a header. */
export function readUnknown(top: Document, account: string, marks?: Landmarks): OpenMessage[] {
  const candidates = findBodies(top);
  const read = new Map<Candidate, Header>();
  const alone = (one: Candidate): Header => {
    const header = read.get(one) ?? readHeader(one.body, [], account);
    read.set(one, header);
    return header;
  };
  /** Parts of one mail, its quotation among them, have one header. */
  const isApart = (one: Candidate, other: Candidate) => {
    const [a, b] = [alone(one), alone(other)];
    return a.from.email === '' || a.from.email !== b.from.email || a.date !== b.date;
  };
  const found = candidates.flatMap((inner): Read[] => {
    // What else may be a mail; a date or a notice beside the text is none.
    const others = candidates
      .filter((one) => one !== inner && !one.mixed && (one.named || one.prose >= 150) && one.prose >= inner.prose * 0.4 && isApart(one, inner))
      .map((one) => one.body);
    const [body, header] = outermost(inner.body, others, account);
    const titled = header.subject !== '' && body.ownerDocument.title.includes(header.subject);
    const { by, rivals, from, subject, date } = header;
    const addressed = by !== 'none' || rivals.length > 0;
    const plausible =
      by === 'label' ||
      (by === 'alone' && (inner.named || inner.prose >= 60 || titled || (subject !== '' && date !== undefined))) ||
      (inner.prose > 150 && subject !== '' && (rivals.length > 0 || (from.name !== '' && date !== undefined) || (inner.named && titled)));
    const bonus = [addressed && 800, header.by === 'label' && 300, header.subject && 150, titled && 300, inner.named && 500, header.date && 200];
    const score = Math.min(inner.prose, 1500) + bonus.reduce((sum: number, one) => sum + (one ? Number(one) || 150 : 0), 0);
    return plausible && !isForm(header.beside) && !(inner.mixed && candidates.some((one) => !one.mixed && one.prose > inner.prose * 0.3))
      ? [{ body, header, prose: inner.prose, named: inner.named, score }]
      : [];
  });
  const long = found.some(({ prose }) => prose >= 120);
  const whole = gathered(found.filter((one) => one.named || one.prose >= 60 || !long));
  const best = Math.max(0, ...whole.map(({ score }) => score));
  const named = whole.some((one) => one.named && one.header.by !== 'none');
  const bodies = whole.filter((one) => one.score >= best * 0.6 && (!named || one.named || one.prose > 400)).map(({ body }) => body);
  return inOrder(bodies.map((body) => readOne(body, bodies, marks, account, ['body'])).filter(({ message }) => message.text.trim() !== ''));
}

/** Whether a header is that of a mail being written. */
function isForm(beside: Element): boolean {
  const form = beside.closest('form');
  return form?.querySelector('textarea, iframe, [contenteditable]:not([contenteditable=false])') !== null && form !== null;
}

/** Parts under one header are one mail: what holds them all when they stand together, else the largest of them. */
function gathered(found: readonly Read[]): Read[] {
  const groups = new Map<Element, Read[]>();
  for (const one of found) {
    const key = one.header.by === 'none' && one.header.rivals.length === 0 ? one.body : (parentOf(one.header.beside) ?? one.body);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].flatMap((group) => {
    const largest = group.toSorted((a, b) => b.score - a.score)[0];
    if (!largest) return [];
    const together = group.filter((one) => one.header.beside === largest.header.beside);
    if (together.length === 1 || together.some((one) => one !== largest && one.body === largest.body)) return [largest];
    let node: Element | null = largest.body;
    while (node && !together.every((one) => holds(node!, one.body))) node = parentOf(node);
    return node && holds(largest.header.beside, node) ? [{ ...largest, body: node }] : [largest];
  });
}

/** Whether an element is inside another, frames and shadow roots counted as inside. */
function holds(outer: Element, inner: Element): boolean {
  for (let node: Element | null = inner; node; node = parentOf(node)) if (node === outer) return true;
  return false;
}

/**
 * A mail can hold the header of another (a forward, or a forgery): a second, different sender further out is the mail's own, and all
 * that stands beside it is its text.
 */
function outermost(inner: Element, all: readonly Element[], account: string): readonly [Element, Header] {
  let body = inner;
  let header = readHeader(body, all, account);
  for (let turn = 0; turn < 4 && header.by !== 'none'; turn++) {
    const around = parentOf(header.beside);
    if (!around || (around.tagName === 'BODY' && !parentOf(around.parentElement ?? around))) break;
    const outer = readHeader(
      around,
      all.filter((one) => !around.contains(one)),
      account,
    );
    const { email } = outer.from;
    // Further out a name is the sender, without an address: what the mail itself says is not its.
    if (email === '' && outer.from.name !== '') return [body, { ...header, from: outer.from, by: 'none', rivals: [header.from.email] }];
    // The reader's own address may stand anywhere in the page.
    if (email === '' || email === header.from.email || email === account || [...header.to, ...header.cc].some((one) => one.email === email)) break;
    if (outer.by !== 'label') return [body, { ...header, from: { name: header.from.name, email: '' }, by: 'none', rivals: [header.from.email, email] }];
    body = outer.beside;
    header = outer;
  }
  return [body, header];
}

function readOne(body: Element, bodies: readonly Element[], marks: Landmarks | undefined, account: string, doubts: readonly Doubt[]): OpenMessage {
  const doc = body.ownerDocument;
  const header = readHeader(
    body,
    bodies.filter((one) => one !== body),
    account,
  );
  const place = (marks?.message ? body.closest(marks.message) : null) ?? cardOf(body, bodies);
  const pick = (selector: string | undefined, wide = false): Element | undefined =>
    selector === undefined
      ? undefined
      : ([...place.querySelectorAll(selector)].find((one) => !body.contains(one)) ??
        (wide ? [...doc.querySelectorAll(selector)].findLast((one) => !bodies.some((other) => other.contains(one))) : undefined));
  const first = (selectors: readonly string[] | undefined, wide = false): Element | undefined => {
    for (const selector of selectors ?? []) {
      const one = pick(selector, wide);
      if (one && (one.textContent?.trim() || one.attributes.length > 0)) return one;
    }
    return undefined;
  };
  const addresses = (selector: string | undefined) =>
    selector
      ? [...place.querySelectorAll(selector)]
          .filter((one) => !body.contains(one))
          .map(addressOfElement)
          .filter((one) => one.email || one.name)
      : [];
  const doubt = new Set<Doubt>(doubts);
  const fromPlace = first(marks?.from);
  const namePlace = fromPlace ? undefined : pick(marks?.name);
  const said = fromPlace ? addressOfElement(fromPlace) : namePlace ? { name: (namePlace.textContent ?? '').trim(), email: '' } : undefined;
  const from = agreed(said, header, doubt, marks !== undefined);
  const subjectPlace = first(marks?.subject, true);
  const named = subjectPlace ? ownText(subjectPlace) : '';
  const subject = named || header.subject;
  if (!subject || (marks && !named) || (!named && header.guessed)) doubt.add('subject');
  const read = readableText(body);
  const datePlace = pick(marks?.date);
  const date = datePlace ? dateOfElement(datePlace, doc.documentElement.lang) : header.date;
  const keyed = marks?.key ? (body.closest(`[${marks.key}]`) ?? pick(`[${marks.key}]`)) : null;
  const replyTo = marks?.replyTo ? addresses(marks.replyTo)[0] : header.replyTo;
  const [to, cc] = [addresses(marks?.to), addresses(marks?.cc)];
  const message: Message = {
    id: (marks?.key ? keyed?.getAttribute(marks.key) : undefined) ?? /[?&#](?:_?uid|buid)=?([\w.-]+)/u.exec(doc.URL)?.[1] ?? '',
    from,
    to: to.length > 0 ? to : header.to,
    cc: cc.length > 0 ? cc : header.cc,
    ...(replyTo?.email && replyTo.email !== from.email ? { replyTo } : {}),
    subject,
    ...(date ? { date } : {}),
    text: read.text,
    marks: read.marks,
    attachments: filesIn(place, body, marks?.files),
    ...(marks?.clipped && place.querySelector(marks.clipped) ? { incomplete: true } : {}),
  };
  const open: OpenMessage = {
    message,
    body,
    ...(doubt.size > 0 ? { doubts: [...doubt] } : {}),
    ...(account && from.email === account ? { own: true } : {}),
  };
  return innerMail(open);
}

/** Two ways to the sender: what the webmail's own marks say and what the page around the mail says. Where they disagree, nobody. */
function agreed(named: Address | undefined, header: Header, doubt: Set<Doubt>, known: boolean): Address {
  const seen = header.from;
  if (named?.email) {
    if (seen.email === named.email) return named.name ? named : { ...named, name: seen.name };
    if (seen.email && header.by === 'label') {
      doubt.add('sender');
      return { name: named.name, email: '' };
    }
    if (header.rivals.length > 0 && !header.rivals.includes(named.email)) {
      doubt.add('sender');
      return { name: named.name, email: '' };
    }
    return named;
  }
  // The webmail shows a name only: an address from elsewhere is not its.
  if (named?.name && !header.firm) {
    doubt.add('sender');
    return named;
  }
  if (seen.email && (known || header.by === 'alone' || !header.firm)) doubt.add('sender');
  if (!seen.email) doubt.add('sender');
  return seen.email ? { name: seen.name || (named?.name ?? ''), email: seen.email } : (named ?? seen);
}

/** The largest part of the page around a mail's text that holds no other mail. */
function cardOf(body: Element, bodies: readonly Element[]): Element {
  let node: Element = body;
  for (let level = 0; level < 40; level++) {
    const parent = parentOf(node);
    if (!parent || bodies.some((other) => other !== body && parent.contains(other))) break;
    if (parent.tagName === 'IFRAME') break;
    node = parent;
  }
  return node;
}

function addressOfElement(element: Element): Address {
  const own = attributeAddresses(element);
  const inside = own.length > 0 ? own : [...element.querySelectorAll('[email], [data-email], a[href^="mailto:"], [title*="@"]')].flatMap(attributeAddresses);
  const text = (element.textContent ?? '').replace(/\s+/gu, ' ').trim();
  const distinct = new Set(inside.map(({ email }) => email));
  if (distinct.size > 1) return { name: text.slice(0, 200), email: '' };
  const found = inside[0];
  return found?.name ? { name: found.name.toLowerCase() === found.email ? '' : found.name, email: found.email } : addressOf(text, found?.email);
}

function dateOfElement(element: Element, language: string): string | undefined {
  for (const text of [element.getAttribute('datetime'), element.getAttribute('title'), element.getAttribute('aria-label'), element.textContent]) {
    const date = text ? dateIn(text, language) : undefined;
    if (date) return date;
  }
  return undefined;
}

const extension = /\.[a-z][a-z0-9]{1,4}\b/giu;
const fileName = /^[^\n/\\:*?"<>|]{1,200}\.[a-z0-9]{2,5}$/iu;

function filesIn(place: Element, body: Element, selectors: readonly string[] = ['[class*="attach" i], [id*="attach" i], a[download]']): { name: string }[] {
  for (const selector of selectors) {
    const names = [...place.querySelectorAll(selector)]
      .slice(0, 200)
      .filter((one) => (!body.contains(one) || one.matches('.sg-attachment-name')) && !one.querySelector(selector))
      .flatMap((one) => {
        const texts = [one.textContent ?? '', one.getAttribute('title') ?? ''].map((text) => text.replace(/\s+/gu, ' ').trim());
        const whole = texts.filter((text) => fileName.test(text) && (text.match(extension)?.length ?? 0) < 2).sort((a, b) => a.length - b.length)[0];
        const name =
          whole ?? (texts[0]!.length < 300 ? /(?<![^\s/\\:*?"<>|()])[^\s/\\:*?"<>|()]{1,300}\.[a-z][a-z0-9]{1,4}\b/iu.exec(texts[0]!)?.[0] : undefined);
        return name ? [name] : [];
      });
    if (names.length > 0) return [...new Set(names)].map((name) => ({ name }));
  }
  return [];
}

/** Older first: by date where every message has one, else as they stand in the page. */
function inOrder(messages: OpenMessage[]): OpenMessage[] {
  const times = messages.map(({ message }) => Date.parse(message.date ?? ''));
  if (times.some(Number.isNaN)) return messages;
  return messages
    .map((one, at) => ({ one, time: times[at] ?? 0 }))
    .sort((a, b) => a.time - b.time)
    .map(({ one }) => one);
}

function readRows(doc: Document, rows: NonNullable<Landmarks['rows']>): ListRow[] {
  return findAll(documentsOf(doc, 1), rows.row)
    .slice(0, 300)
    .flatMap((row) => {
      const places = [...row.querySelectorAll(rows.from)];
      const from = places.find((one) => addressOfElement(one).email !== '') ?? places[0];
      const subject = [...row.querySelectorAll(rows.subject)].find((one) => one !== from && attributeAddresses(one).length === 0 && one.textContent?.trim());
      const text = (subject ?? row).textContent ?? '';
      return [{ row, from: from ? addressOfElement(from) : { name: '', email: '' }, subject: text.replace(/\s+/gu, ' ').trim().slice(0, 300) }];
    });
}
