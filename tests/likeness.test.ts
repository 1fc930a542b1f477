import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { replyTypeIds } from '../src/core/ids';
import { likeSayings } from '../src/core/understanding/likeness';
import { examine } from '../src/core/understanding/understand';
import { symbolsFor } from '../src/core/understanding/symbols';
import { wordsOf } from '../src/core/understanding/words';
import { isApart } from '../scripts/learn/apart';
import { understanding as book } from '../src/data/understanding';

const languages = readdirSync('src/data/lang').toSorted();
const lines = (file: string) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
const sayings = languages.flatMap((code) => {
  const folder = `src/data/lang/${code}/sayings`;
  return readdirSync(folder)
    .toSorted()
    .map((file) => ({ code, type: file.replace('.txt', ''), said: lines(`${folder}/${file}`) }));
});
const symbols = symbolsFor(book.confusables);
const blind = { next: new Int32Array(0), ends: new Int32Array(0), leaves: new Int32Array(0) } as never;
const read = (text: string) => {
  const words = wordsOf(text, [{ start: 0, end: text.length }], blind, symbols, 60_000);
  return likeSayings(words, symbols, book.likeness).types.filter(({ odds }) => odds > 0);
};

describe('example sentences', () => {
  it('stand in every language for every type, each file named after its type', () => {
    const known = new Set<string>([...replyTypeIds, 'none']);
    for (const { code, type } of sayings) expect(known.has(type), `src/data/lang/${code}/sayings/${type}.txt names no type.`).toBe(true);
    for (const code of languages)
      for (const type of known)
        expect(
          sayings.some((one) => one.code === code && one.type === type && one.said.length >= 15),
          `src/data/lang/${code}/sayings/${type}.txt has too few sentences.`,
        ).toBe(true);
  });

  it('are those that src/data/likeness.json was made from; run "npm run learn" after a change', () => {
    const sum = createHash('sha256');
    for (const { code, type, said } of sayings) sum.update(`${code} ${type}\n${said.join('\n')}\n`);
    const mails = readdirSync('tests/samples', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.jsonl'))
      .toSorted();
    for (const file of mails)
      for (const line of lines(`tests/samples/${file}`)) {
        const sample = JSON.parse(line) as { readonly id: string; readonly label: { readonly set?: string } };
        if (!isApart(sample)) sum.update(sample.id);
      }
    expect(book.likeness.madeFrom).toBe(sum.digest('hex').slice(0, 16));
  });

  it('are mostly read as what they are, and near-misses as nothing', () => {
    const wrong: string[] = [];
    let hits = 0;
    let all = 0;
    for (const { type, said } of sayings)
      for (const line of said) {
        const [text = ''] = line.split(' | also: ');
        const found = read(text).map((one) => one.type as string);
        all++;
        if (type === 'none' ? found.length === 0 : found.includes(type)) hits++;
        else wrong.push(`${type}: ${text} (${found.join(', ') || 'nothing'})`);
      }
    expect(hits / all, wrong.slice(0, 10).join('\n')).toBeGreaterThan(0.85);
  });

  it('prove with words of the sentence, inside the text', () => {
    const text = 'Dear Ms. Ferri,\nthank you for your letter. The data have been frozen for ninety days under reference 4411. Kind regards';
    const message = { id: '1', from: { name: 'Legal', email: 'legal@somewhere.example' }, to: [], cc: [], subject: '', text, attachments: [] };
    const { found } = examine(
      {
        message: message as never,
        split: { own: [{ start: 0, end: text.length }], quoted: [], kinds: [], complete: true } as never,
        sender: null,
        language: 'en',
      },
      null,
      book,
    );
    expect(found.map(({ type }) => type)).toContain('preservation_confirmed');
    for (const { evidence } of found) {
      expect(evidence.length).toBeGreaterThan(0);
      for (const { start, end, text: words } of evidence) expect(text.slice(start, end)).toBe(words);
    }
    expect(read('')).toEqual([]);
  });
});
