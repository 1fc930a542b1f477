// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { webmailOfPage } from '../../src/webmail';
import { fixtures, type Fixture } from './fixtures';
import { loadPage } from './load-page';

/** Every class and id of a page, those in its frames and shadow roots too, most telling first: what stands around the mail. */
function namesOf(doc: Document | ShadowRoot, found = new Set<string>()): Set<string> {
  hosts.set(doc, [...doc.querySelectorAll('*')].filter((element) => element.shadowRoot ?? (element as HTMLIFrameElement).contentDocument));
  for (const element of doc.querySelectorAll('*')) {
    if (element.id) found.add(`#${element.id}`);
    for (const name of element.classList) found.add(`.${name}`);
    if (element.shadowRoot) namesOf(element.shadowRoot, found);
    const inner = element.tagName === 'IFRAME' ? (element as HTMLIFrameElement).contentDocument : null;
    if (inner) namesOf(inner, found);
  }
  return found;
}

/** Takes a class or an id off every element; gives what puts it back. */
function drop(doc: Document | ShadowRoot, name: string, back: (() => void)[] = []): (() => void)[] {
  for (const element of doc.querySelectorAll(name.startsWith('#') ? `[id="${name.slice(1)}"]` : `[class~="${name.slice(1)}"]`)) {
    const attribute = name.startsWith('#') ? 'id' : 'class';
    const value = element.getAttribute(attribute) ?? '';
    back.push(() => element.setAttribute(attribute, value));
    if (attribute === 'id') element.removeAttribute('id');
    else element.classList.remove(name.slice(1));
  }
  for (const element of hosts.get(doc) ?? []) {
    const inner = element.shadowRoot ?? (element as HTMLIFrameElement).contentDocument;
    if (inner) drop(inner, name, back);
  }
  return back;
}

/** The elements of a page that have a page or tree of their own inside. */
const hosts = new WeakMap<Document | ShadowRoot, readonly Element[]>();

/** Names tried a page: all of them with MUTATIONS=all (minutes), else some, evenly chosen. */
const most = process.env['MUTATIONS'] === 'all' ? Number.POSITIVE_INFINITY : 16;
const some = (names: readonly string[]) => names.filter((_, at) => names.length <= most || Math.floor((at * most) / names.length) !== Math.floor(((at - 1) * most) / names.length));

type Count = { mutations: number; right: number; wrongSender: string[] };

/** Drops each class and id in turn and reads again: how often sender and text are still right, and every sender that is not. */
function mutate({ id, name: page, html, expected }: Fixture): Count {
  const wanted = expected.messages.at(-1)!;
  const senders = new Set(['', ...expected.messages.map(({ from }) => from)]);
  const count: Count = { mutations: 0, right: 0, wrongSender: [] };
  const doc = loadPage(html, expected.url);
  for (const name of some([...namesOf(doc)])) {
    const back = drop(doc, name);
    const read = webmailOfPage(doc, new URL(expected.url)).readOpenMessages(doc);
    for (const undo of back) undo();
    count.mutations++;
    const newest = read.at(-1)?.message;
    const sameText = newest !== undefined && (wanted.startsWith ? newest.text.startsWith(wanted.text) : newest.text === wanted.text);
    if (newest?.from.email === wanted.from && sameText) count.right++;
    for (const { message } of read) if (!senders.has(message.from.email)) count.wrongSender.push(`${id} ${page} without ${name}: ${message.from.email}`);
  }
  return count;
}

describe('a webmail whose page changed', () => {
  const open = fixtures.filter(({ expected }) => expected.messages.length > 0 && (expected.composers ?? []).length === 0);
  it('still yields sender and text when any class or id is gone, and never a wrong sender', { timeout: 1_200_000 }, () => {
    const counts = open.map((fixture) => ({ fixture, ...mutate(fixture) }));
    const byWebmail = Object.fromEntries([...new Set(counts.map(({ fixture }) => fixture.id))].map((id) => [id, counts.filter(({ fixture }) => fixture.id === id)]));
    const share = (part: readonly Count[]) => part.reduce((sum, one) => sum + one.right, 0) / part.reduce((sum, one) => sum + one.mutations, 0);
    const lines = Object.entries(byWebmail).map(([id, part]) => `${id}: ${(share(part) * 100).toFixed(1)} %`);
    const all = counts.reduce((sum, one) => sum + one.mutations, 0);
    console.log(`Read rightly after ${all} mutations of ${open.length} pages: ${(share(counts) * 100).toFixed(1)} % (${lines.join(', ')})`);
    expect(counts.flatMap(({ wrongSender }) => wrongSender)).toEqual([]);
    for (const [id, part] of Object.entries(byWebmail)) expect(share(part), id).toBeGreaterThanOrEqual(0.8);
  });
});
