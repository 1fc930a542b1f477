import { expect, it } from 'vitest';
import milan from '../demo/milan.json';
import type { Message } from '../../src/core/message';
import { detectLanguage } from '../../src/core/reading/language';
import { findSender } from '../../src/core/reading/sender';
import { split } from '../../src/core/reading/split';
import { understand } from '../../src/core/understanding/understand';
import { providers } from '../../src/data/providers';
import { reading } from '../../src/data/reading';
import { understanding } from '../../src/data/understanding';

const budget = Number(process.env['FUZZ_SECONDS'] ?? '20') * 1000;
let state = Number(process.env['FUZZ_SEED'] ?? '1');
/** A repeatable stream of numbers below `limit` (mulberry32). */
function next(limit: number): number {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
}
const phrases = Object.values(understanding.lexicons).flatMap((lexicon) => Object.values(lexicon).flat());
const odd = [
  '\n\n1. ',
  '?\n',
  ' "',
  '…',
  '\u200b',
  '\ud800',
  '> ',
  '\t',
  'Question 9: ',
  '((((',
  '????',
  '\r\n',
  ' 1.2.3.4.5.6 ',
  'а',
  '٣. ',
  '-- \n',
  'https://',
  '§§§§',
  '@@',
  '+39 ',
  '\u0000',
  '🙂',
  'aaaaaaaa',
];

function mutated(): string {
  let text = milan.messages[next(milan.messages.length)]?.text ?? '';
  for (let turn = next(12); turn >= 0; turn--) {
    const at = next(text.length + 1);
    const other = at + next(200);
    const piece = next(2) ? (odd[next(odd.length)] ?? '') : (phrases[next(phrases.length)] ?? '');
    text = next(3) === 0 ? text.slice(0, at) + text.slice(other) : text.slice(0, at) + piece.repeat(next(40) === 0 ? 2_000 : 1 + next(3)) + text.slice(at);
  }
  return text;
}

it('never throws, keeps every offset inside the text, and takes no more than 50 ms for 100 kB', () => {
  const end = performance.now() + budget;
  let runs = 0;
  let slowest = 0;
  let slowestText = '';
  while (performance.now() < end) {
    const text = mutated();
    const message: Message = {
      id: 'f',
      from: { name: '', email: next(2) ? 'whatsapplec@zwillgen.com' : 'legal@unknown.example' },
      to: [],
      cc: [],
      subject: 'Re: request',
      text,
      attachments: [],
    };
    const parts = split(message, reading);
    const own = parts.own.map(({ start, end: stop }) => text.slice(start, stop)).join('\n');
    const sender = findSender(message, own, { reading, providers });
    const language = detectLanguage(own, reading);
    const from = performance.now();
    const said = understand({ message, split: parts, sender, language }, understanding);
    const each = ((performance.now() - from) * 100_000) / Math.max(20_000, text.length);
    if (runs > 50 && each > slowest) {
      slowest = each;
      slowestText = text.slice(0, 80);
    }
    for (const { score, evidence } of said.replyTypes) {
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(1);
      for (const proof of evidence) expect(text.slice(proof.start, proof.end)).toBe(proof.text);
    }
    expect(said.facts.questions.length).toBeLessThanOrEqual(200);
    runs++;
  }
  process.stdout.write(`${JSON.stringify({ runs, slowestMsPer100kB: Math.round(slowest * 10) / 10, within: slowest <= 50, slowestText })}\n`);
});
