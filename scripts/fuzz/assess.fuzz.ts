// Damaged, hostile and random mails through everything that `assess` does: split, unwrap, sender, language, understanding,
// facts, next steps. What must hold: nothing is thrown, spans cover the text, proofs lie in own words, no more than 50 ms per 100 kB.
import { mkdirSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { assess } from '../../src/core/assess';
import type { Assessment } from '../../src/core/assessment';
import type { Mark, Message } from '../../src/core/message';
import { book } from '../../src/data';
import { htmlToText } from '../../src/mailfile/html-to-text';
import { readMailFile } from '../../src/mailfile/read-mail-file';
import { recordToMessage } from '../../src/mailfile/record-to-message';
import { budget, choose, mail, mutated, next, sender } from './hostile';

const context = { now: '2026-11-24T09:00:00Z', language: 'en', case: { emergency: 'unknown' } } as const;
/** Milliseconds that 100,000 characters may take. */
const allowed = 50;
/** Shorter texts are timed as if they had this length: below it the clock and the garbage collector measure themselves. */
const shortest = 20_000;

function check(message: Message, said: Assessment): void {
  const { text } = message;
  const { own, quoted, kinds } = said.split;
  const spans = [...own, ...quoted].sort((a, b) => a.start - b.start);
  let at = 0;
  for (const { start, end } of spans) {
    if (start !== at || end < start) throw new Error(`The spans leave a gap or overlap at ${at}.`);
    at = end;
  }
  if (at !== text.length && text.length > 0) throw new Error(`The spans end at ${at} of ${text.length}.`);
  if (kinds.length !== quoted.length) throw new Error('Some quoted span has no kind.');
  const inside = (start: number, end: number) => own.some((span) => span.start <= start && end <= span.end);
  for (const { score, evidence } of said.replyTypes) {
    if (!(score >= 0 && score <= 1)) throw new Error(`A score of ${score}.`);
    for (const proof of evidence) {
      if (text.slice(proof.start, proof.end) !== proof.text) throw new Error('A proof is not what stands in the text.');
      if (!inside(proof.start, proof.end)) throw new Error('A proof lies outside the own words.');
    }
  }
  const { facts } = said;
  for (const claim of [
    ...facts.references,
    ...facts.questions,
    ...facts.deadlines,
    ...facts.legalBasis,
    ...facts.contacts,
    ...facts.identifiers,
    ...facts.amounts,
  ])
    if (!inside(claim.start, claim.end)) throw new Error(`A fact lies outside the own words: ${claim.text.slice(0, 60)}`);
  if (said.provider?.trust === 'lookalike' && said.isProviderReply) throw new Error('A look-alike was taken for a provider.');
  JSON.stringify(said);
}

/** Leaves the mail that failed where it can be looked at; says where. */
function keep(message: unknown): string {
  mkdirSync('.cache/fuzz', { recursive: true });
  const file = `.cache/fuzz/${Date.now()}.json`;
  writeFileSync(file, JSON.stringify(message));
  return `The mail is kept in ${file}.`;
}

function timed(message: Message): number {
  let best = Number.POSITIVE_INFINITY;
  // Processor time, not the clock: other programs are no fault of the text. What was slow once must be slow again.
  for (let turn = 0; turn < 12; turn++) {
    const from = process.cpuUsage();
    const said = assess(message, context, book);
    const { user, system } = process.cpuUsage(from);
    const spent = (user + system) / 1000;
    if (turn === 0) check(message, said);
    best = Math.min(best, (spent * 100_000) / Math.max(shortest, message.text.length));
    if (best <= allowed) break;
  }
  return best;
}

it('assesses any mail', () => {
  const end = performance.now() + budget(0.6);
  let runs = 0;
  let slowest = 0;
  while (performance.now() < end) {
    const text = mutated();
    const marks: Mark[] =
      next(4) === 0
        ? Array.from({ length: next(4) }, () => ({
            kind: choose(['quote', 'signature', 'forward'] as const),
            start: next(text.length + 9),
            end: next(text.length + 9),
          }))
        : [];
    const message = { ...mail(text), marks };
    try {
      const spent = timed(message);
      if (runs > 1000) slowest = Math.max(slowest, spent);
      if (runs > 1000 && spent > allowed) throw new Error(`It took ${Math.round(spent)} ms per 100,000 characters.`);
    } catch (error) {
      throw new Error(`${error instanceof Error ? (error.stack ?? '') : String(error)}\n${keep(message)}`, { cause: error });
    }
    runs++;
  }
  process.stdout.write(`${JSON.stringify({ what: 'mails', runs, slowestMsPer100kB: Math.round(slowest * 10) / 10 })}\n`);
});

it('assesses what nobody would write', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.string({ unit: 'grapheme', maxLength: 400 }),
    fc.array(fc.constantFrom(...'>-_:.@<>()[]"\n\r\t *0aAé\u200b\ud800'), { maxLength: 600 }).map((all) => all.join('')),
  );
  let runs = 0;
  fc.assert(
    fc.property(text, text, fc.string({ maxLength: 60 }), fc.string({ maxLength: 60 }), (subject, body, name, email) => {
      runs++;
      const message: Message = { ...mail(body), subject, from: { name, email: next(2) ? email.toLowerCase() : sender() } };
      check(message, assess(message, context, book));
    }),
    { numRuns: 50_000_000, interruptAfterTimeLimit: budget(0.15), markInterruptAsFailure: false, seed: next(2 ** 30) },
  );
  process.stdout.write(`${JSON.stringify({ what: 'random texts', runs })}\n`);
});

it('reads any record, or says in a sentence what is wrong with it', () => {
  let runs = 0;
  const value = fc.oneof(
    fc.string({ maxLength: 80 }),
    fc.constant(null),
    fc.integer(),
    fc.boolean(),
    fc.array(fc.anything({ maxDepth: 1 }), { maxLength: 4 }),
    fc.object({ maxDepth: 1 }),
  );
  const record = fc.record(
    {
      id: value,
      from: value,
      to: value,
      cc: value,
      replyTo: value,
      subject: value,
      date: value,
      text: value,
      html: value,
      attachments: value,
      thread: value,
      profile: value,
      case: value,
      now: value,
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.oneof(record, fc.anything()), (one) => {
      runs++;
      let message: Message;
      try {
        ({ message } = recordToMessage(one));
      } catch (error) {
        if (error instanceof Error && /^["A-Z].{8,200}\.$/u.test(error.message)) return;
        throw error;
      }
      check(message, assess(message, context, book));
    }),
    { numRuns: 50_000_000, interruptAfterTimeLimit: budget(0.1), markInterruptAsFailure: false, seed: next(2 ** 30) },
  );
  process.stdout.write(`${JSON.stringify({ what: 'records', runs })}\n`);
});

it('reads any file, or says in a sentence what to do', async () => {
  const end = performance.now() + budget(0.15);
  const encoder = new TextEncoder();
  const part = (type: string, body: string) =>
    `--A\r\nContent-Type: ${type}\r\n${choose(['', 'Content-Transfer-Encoding: base64\r\n', 'Content-Transfer-Encoding: quoted-printable\r\n', 'Content-Disposition: attachment; filename="postacert.eml"\r\n'])}\r\n${body}\r\n`;
  const types = [
    'text/plain; charset=utf-8',
    'text/html',
    'message/rfc822',
    'application/pkcs7-mime; smime-type=signed-data',
    'multipart/mixed; boundary=A',
    'text/plain; charset=x-none',
    'application/xml; name="daticert.xml"',
  ];
  let runs = 0;
  while (performance.now() < end) {
    const body = () => mutated().slice(0, 3000);
    const whole = choose([
      () =>
        `From: ${sender()}\r\nSubject: ${choose(['Re: x', 'POSTA CERTIFICATA: x', '=?utf-8?b?////?='])}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="A"\r\n\r\n${part(choose(types), body())}${part(choose(types), body())}--A--`,
      () => `<html><body>${body().replace(/\n/gu, choose(['<br>', '<div>', '</div><blockquote>', '<p class="gmail_quote">', '</p>', '<ol><li>']))}`,
      body,
      () => `\u00d0\u00cf\u0011\u00e0${body()}`,
    ])();
    const bytes = encoder.encode(whole);
    for (let turn = next(6); turn > 0; turn--) bytes[next(bytes.length)] = next(256);
    if (next(3) === 0 && bytes.length > 4) bytes.set([0xd0, 0xcf, 0x11, 0xe0]);
    const html = htmlToText(whole);
    for (const mark of html.marks) expect(mark.end <= html.text.length && mark.start <= mark.end).toBe(true);
    try {
      const message = await readMailFile(bytes, choose(['x.eml', 'x.txt', 'x.msg']));
      check(message, assess(message, context, book));
    } catch (error) {
      if (!(error instanceof Error && /^[A-Z].{8,200}\.$/u.test(error.message)))
        throw new Error(`${String(error)}\nFile: ${JSON.stringify(whole.slice(0, 3000))}`, { cause: error });
    }
    runs++;
  }
  process.stdout.write(`${JSON.stringify({ what: 'files', runs })}\n`);
});
