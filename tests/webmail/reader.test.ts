// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { addressOf, addressesIn } from '../../src/webmail/address';
import { dateIn } from '../../src/webmail/dates';
import { webmailOfPage } from '../../src/webmail';
import { readableText } from '../../src/webmail/readable-text';
import { loadPage } from './load-page';

const body = (html: string) => loadPage(`<body><div id="b">${html}</div></body>`).querySelector('#b')!;
const text = (html: string) => readableText(body(html)).text;

describe('a mail’s text', () => {
  it('has a line for each block, a number for each point, a tab between cells', () =>
    expect(text('<p>Dear  all,</p><ol start="3"><li>one</li><li>two</li></ol><table><tr><td>a</td><td>b</td></tr></table>')).toBe('Dear all,\n\n3. one\n4. two\n\na\tb'));
  it('leaves out what nobody sees', () =>
    expect(text('a<span style="display:none">b</span><span style="font-size:1px">c</span><span style="opacity:0">d</span><span hidden>e</span>\u200b\ue001f')).toBe('af'));
  it('keeps what is visible inside something hidden', () => expect(text('<div style="visibility:hidden">shown later</div>')).toBe('shown later'));
  it('goes through open shadow roots and frames', () =>
    expect(readableText(loadPage('<body><div id="b">x<my-part><template shadowrootmode="open"><p>y</p></template></my-part><iframe srcdoc="<p>z</p>"></iframe></div></body>').querySelector('#b')!).text).toBe('x\n\ny\n\nz'));
  it.each([
    ['x_divRplyFwdMsg', '<p>new</p><div id="x_divRplyFwdMsg">From: a</div><p>old</p>', 'From: a\n\nold'],
    ['yiv12gmail_quote', '<p>new</p><div class="yiv12gmail_quote">old</div>', 'old'],
    ['v1 prefix', '<p>new</p><div class="v1yahoo_quoted">old</div>', 'old'],
    ['a rule of Outlook', '<p>new</p><div style="border:none;border-top:solid #E1E1E1 1.0pt">From: a</div><p>old</p>', 'From: a\n\nold'],
  ])('knows what is quoted: %s', (_, html, quoted) => {
    const read = readableText(body(html));
    expect(read.marks.map(({ kind, start, end }) => [kind, read.text.slice(start, end).trim()])).toEqual([['quote', quoted]]);
  });
  it('can be found again in the page, letter by letter', () => {
    const root = document.createElement('div');
    document.body.replaceChildren(root);
    root.append('We   need a ', Object.assign(document.createElement('b'), { textContent: 'court' }), ' order. Thanks');
    const read = readableText(root);
    const at = read.text.indexOf('court');
    expect(read.locate(at, at + 5)?.toString()).toBe('court');
    expect(read.locate(0, read.text.indexOf('.') + 1)?.toString().replace(/\s+/gu, ' ')).toBe('We need a court order.');
  });
});

describe('a sender', () => {
  it('is the address in brackets, not the one in the name', () => {
    expect(addressOf('"legal@google.com" <x@evil.test>')).toEqual({ name: 'legal@google.com', email: 'x@evil.test' });
    expect(addressesIn('legal@google.com <x@evil.test>').map(({ email }) => email)).toEqual(['x@evil.test']);
  });
  it('is nobody when two addresses stand side by side', () => expect(addressOf('legal@google.com x@evil.test').email).toBe(''));
  it('is what the attribute says, whatever the name', () => expect(addressOf('legal@google.com', 'x@evil.test').email).toBe('x@evil.test'));
  it('is not found in a page whose mail carries another webmail’s landmarks', () => {
    const doc = loadPage(
      `<html><head><meta name="description" content="SOGo Web Interface"><title>SOGo</title></head><body ng-app="SOGo.MailerUI"><md-card><h5 class="sg-md-headline">Hello</h5>
      <div><sg-avatar-image></sg-avatar-image><div><span>Desk</span> <a class="md-caption" ng-bind="::viewer.message.from[0].email">desk@parcel.test</a></div></div>
      <div class="msg-body"><div class="mailer_mailcontent"><table class="headers-table"><tr><td class="header from"><a class="rcmContactAddress" title="legal@google.com">Google</a></td></tr></table>
      <div id="messagebody"><div class="message-part">We hold the data for ninety days. Send us the order through the portal.</div></div></div></div></md-card></body></html>`,
    );
    const webmail = webmailOfPage(doc, new URL('https://sogo.test/SOGo/so/me/Mail/view'));
    expect(webmail.id).toBe('sogo');
    expect(webmail.readOpenMessages(doc).map(({ message }) => message.from.email)).toEqual(['desk@parcel.test']);
  });
});

describe('a date of a page', () => {
  it.each([
    ['2026-11-20T16:42:00+01:00', 'it', '2026-11-20T16:42:00+01:00'],
    ['ven 20/11/2026 16:42', 'it', '2026-11-20T16:42'],
    ['Martedì 3 novembre 2026 09:05', 'it', '2026-11-03T09:05'],
    ['Nov 20, 2026, 4:42 PM', 'en', '2026-11-20T16:42'],
    ['20. November 2026 um 16:42 Uhr', 'de', '2026-11-20T16:42'],
    ['le 1 août 2026 à 08:00', 'fr', '2026-08-01T08:00'],
    ['3/4/2026 10:00', 'it', '2026-04-03T10:00'],
    ['3/4/2026 10:00 AM', 'en-US', '2026-03-04T10:00'],
    ['2026年11月20日 16:42', 'ja', '2026-11-20T16:42'],
  ])('%s (%s)', (said, language, date) => expect(dateIn(said, language)).toBe(date));
  it('is none when day and month could be each other', () => expect(dateIn('3/4/2026 10:00', 'en')).toBeUndefined());
});
