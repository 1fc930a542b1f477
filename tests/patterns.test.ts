import { describe, expect, it } from 'vitest';
import { assess } from '../src/core/assess';
import { book } from '../src/data';
import { fillPaper } from '../src/core/writing/paper';
import { fillTemplate } from '../src/core/writing/template';
import { readIdentifiers } from '../src/core/writing/identifier-clinic';
import { gapWords, maskedIn } from '../src/core/writing/lint/patterns';
import { bareSubject } from '../src/core/thread';
import { addressesIn } from '../src/webmail/address';

const masked = (text: string) => maskedIn(text).map(({ words }) => words.trim());
const gaps = (text: string) => [...text.matchAll(gapWords)].map(([words]) => words);

describe('a pattern that reads a text once', () => {
  it('finds what is hidden in an account, whole', () => {
    expect(masked('number 333 12***, mail jo***@gmail.com')).toEqual(['333 12***', 'jo***@gmail.com']);
    expect(masked('line 12 345 67XXXX and user.name.of.somebody**')).toEqual(['12 345 67XXXX', 'user.name.of.somebody**']);
    expect(masked('+39 333 12xx and 12abcXXXX')).toEqual(['+39 333 12xx', '12abcXXXX']);
  });

  it('finds gaps, also one that holds another bracket', () => {
    expect(gaps('[NAME] and [NAME [optional] and [please here] {date} <insert x> [‑‑ act ‑‑]')).toEqual([
      '[NAME]',
      '[NAME [optional]',
      '[please here]',
      '{date}',
      '<insert x>',
      '[‑‑ act ‑‑]',
    ]);
  });

  it('finds every address of a row', () => {
    expect(addressesIn(`a@b.it|c@d.it 'e@f.it' ${'x'.repeat(70)}@g.it`).map(({ email }) => email)).toEqual([
      'a@b.it',
      '|c@d.it',
      'e@f.it',
      `${'x'.repeat(64)}@g.it`,
    ]);
    expect(readIdentifiers('write to j.doe (at) gmail (dot) com, or x.y@z.example.').map(({ clean }) => clean)).toEqual(['x.y@z.example', 'j.doe@gmail.com']);
  });

  it('takes every prefix from a subject', () => {
    expect(bareSubject('  Re: AW[2]:R : Posta certificata: Ticket 930 / RE: our  request')).toBe('our request');
  });

  it('shows the parts of a letter that have their fact, and leaves visible what was never closed', () => {
    const gap = (fact: string) => `[${fact}]`;
    const letter = 'Subject: {#a}A{/a}{^b}B{/b}\n{#a}one {b}{/a}{^a}none{/a}{#b}{#c}{/b}{/c} {#d}open';
    expect(fillTemplate(letter, { a: '1' }, gap)).toEqual({ subject: 'AB', text: 'one [b]{/c} {#d}open', missing: ['b'] });
    expect(fillPaper('Title: T\n{#a}= l | {a}\n{/a}{^a}- no\n{/a}', { a: 'x' }, gap).blocks).toEqual([{ kind: 'field', text: 'x', label: 'l', gap: false }]);
  });

  it('reads a text made to be slow to its end', () => {
    const hostile = ['[-- ', '.0', 'a@', '-', 'zzzaines ', '{#a}', '1 ', 'x', '@d---t-oatbdaa-', '*', '\t@d', '(at)'].map((piece) =>
      piece.repeat(60_000 / piece.length),
    );
    for (const text of hostile) expect(masked(text).length + gaps(text).length + readIdentifiers(text).length).toBeLessThan(2000);
  });
});

describe('a mail that says one thing thousands of times', () => {
  it('is read to its end, and proved by a few of the places', () => {
    const from = { name: '', email: 'records@support.whatsapp.com' };
    const told = (times: number) => {
      const text = `Dear Officer,\n\n${'Please submit an MLAT request to the competent U.S. authorities.\n\n'.repeat(times)}`;
      const message = { id: '1', from, to: [], cc: [], subject: 'Re: request', text, attachments: [] };
      return assess(message, { now: '2026-11-24T09:00:00Z', language: 'en', case: { emergency: 'unknown' } }, book);
    };
    const said = told(3000);
    expect(said.replyTypes.map(({ type }) => type)).toEqual(told(2).replyTypes.map(({ type }) => type));
    for (const { evidence } of said.replyTypes) expect(evidence.length).toBeLessThanOrEqual(6);
  });
});
