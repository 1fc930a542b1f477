// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { webmailOfPage, webmails } from '../../src/webmail';
import { findReplyButton } from '../../src/webmail/reply-button';
import { fixtures } from './fixtures';
import { loadPage } from './load-page';

describe.each(fixtures)('$id, $name', ({ html, expected }) => {
  const doc = loadPage(html, expected.url);
  const webmail = webmailOfPage(doc, new URL(expected.url));
  it('is recognised', () => expect(webmail.id).toBe(expected.webmail));
  it('is read as a person reads it', () => {
    const read = webmail.readOpenMessages(doc);
    const brief = read.map(({ message, doubts, own }, at) => {
      const wanted = expected.messages[at];
      const keys = new Set(Object.keys(wanted ?? {}));
      return {
        from: message.from.email,
        subject: message.subject,
        text: wanted?.startsWith && message.text.startsWith(wanted.text) ? wanted.text : message.text,
        ...(keys.has('startsWith') ? { startsWith: true } : {}),
        ...(keys.has('id') ? { id: message.id } : {}),
        ...(keys.has('to') ? { to: message.to.map(({ email }) => email).filter(Boolean) } : {}),
        ...(keys.has('date') ? { date: message.date } : {}),
        ...(keys.has('replyTo') ? { replyTo: message.replyTo?.email } : {}),
        ...(keys.has('attachments') ? { attachments: message.attachments.map(({ name }) => name) } : {}),
        ...(keys.has('doubts') ? { doubts: (doubts ?? []).filter((one) => one !== 'body') } : {}),
        ...(keys.has('own') ? { own } : {}),
        ...(keys.has('incomplete') ? { incomplete: message.incomplete } : {}),
      };
    });
    expect(brief).toEqual(expected.messages);
  });
  if (expected.account !== undefined) it('knows whose mailbox it is', () => expect(webmail.account?.(doc)).toBe(expected.account));
  if (expected.composers)
    it('finds what is being written', () => {
      const boxes = webmail.findComposers(doc).map(({ kind, to, subject, answers, marks }, at) => ({
        kind,
        to: to.map(({ email }) => email),
        subject,
        ...(expected.composers?.[at]?.answers ? { answers } : {}),
        ...(expected.composers?.[at]?.marks ? { marks: marks.map((mark) => mark.kind) } : {}),
      }));
      expect(boxes).toEqual(expected.composers);
    });
  if (expected.reply) it('finds Reply', () => expect(findReplyButton(doc, webmail.reply)?.matches(expected.reply ?? '')).toBe(true));
  if (expected.rows)
    it('reads the list', () => expect(webmail.readRows?.(doc).map(({ from, subject }) => [from.email || from.name, subject])).toEqual(expected.rows));
});

describe('the adapters', () => {
  it('have a saved page each', () => {
    const missing = webmails.filter(({ id }) => id !== 'demo' && !fixtures.some((one) => one.id === id)).map(({ id }) => `${id} has no fixture in tests/webmail/${id}.`);
    expect(missing).toEqual([]);
  });
  it('are named like their files', () => expect(new Set(webmails.map(({ id }) => id)).size).toBe(webmails.length));
});
