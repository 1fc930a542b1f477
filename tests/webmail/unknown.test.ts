// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { generic } from '../../src/webmail/generic';
import { findComposers } from '../../src/webmail/composers';
import { fixtures } from './fixtures';
import { loadPage } from './load-page';

/** Pages that give an address as the sender's name, and one in the mail's own text: without knowing the webmail no reading can tell. */
const forged = new Set(['horde 2026-11-24-mobile-read-forged']);

describe('every saved page, read as if its webmail were unknown', () => {
  const pages = fixtures.filter(({ id, expected }) => id !== 'generic' && expected.messages.length > 0 && (expected.composers ?? []).length === 0);
  it('yields sender and text on nine of ten, and never a wrong sender', { timeout: 120_000 }, () => {
    const wrong: string[] = [];
    let right = 0;
    for (const { id, name, html, expected } of pages) {
      const read = generic.readOpenMessages(loadPage(html, expected.url));
      const [wanted, newest] = [expected.messages.at(-1)!, read.at(-1)?.message];
      const sameText = newest !== undefined && (wanted.startsWith ? newest.text.startsWith(wanted.text) : newest.text === wanted.text);
      if (newest?.from.email === wanted.from && sameText) right++;
      for (const { message } of read)
        if (message.from.email && !forged.has(`${id} ${name}`) && !expected.messages.some(({ from }) => from === message.from.email))
          wrong.push(`${id} ${name}: ${message.from.email}`);
    }
    console.log(`Read rightly without knowing the webmail: ${right} of ${pages.length} pages`);
    expect(wrong).toEqual([]);
    expect(right / pages.length).toBeGreaterThanOrEqual(0.85);
  });
  it('yields no mail where only a list is open', () => {
    const lists = fixtures.filter(({ expected }) => expected.messages.length === 0 && (expected.composers ?? []).length === 0);
    expect(lists.filter(({ html, expected }) => generic.readOpenMessages(loadPage(html, expected.url)).length > 0).map(({ id, name }) => `${id} ${name}`)).toEqual([]);
  });
});

describe('a letter in the making', () => {
  it('has those who get a copy apart from those it is written to', () => {
    const doc = loadPage(
      '<form><label>To <input name="a" value="lert@parcel.test"></label><label>Cc <input name="b" value="Desk &lt;desk@procura.test&gt;"></label><label>Subject <input name="c" value="Order"></label><textarea name="text">Dear all</textarea></form>',
    );
    const [box] = findComposers(doc);
    expect(box?.to.map(({ email }) => email)).toEqual(['lert@parcel.test']);
    expect(box?.cc?.map(({ email }) => email)).toEqual(['desk@procura.test']);
  });
});
