import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { questionKeys as keys } from '../src/core/ids';
import { split } from '../src/core/reading/split';
import { examine } from '../src/core/understanding/understand';
import { reading } from '../src/data/reading';
import { questionKeys } from '../src/data/schema/question-keys';
import { understanding as book } from '../src/data/understanding';
import { recordToMessage } from '../src/mailfile/record-to-message';
import { measureAsked, type AskedSample } from '../scripts/accuracy/questions';

const lines = (file: string) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
const languages = readdirSync('src/data/lang').toSorted();
const samples = readdirSync('tests/questions')
  .filter((file) => file.endsWith('.jsonl'))
  .flatMap((file) => lines(`tests/questions/${file}`).map((line) => JSON.parse(line) as AskedSample));
const asked = (text: string) => {
  const { message } = recordToMessage({ id: 't', from: 'Legal <legal@provider.example>', subject: 'Re: request', text });
  const {
    told: { questions },
  } = examine({ message, split: split(message, reading), sender: null, language: null }, null, book);
  for (const { start, end, text: words } of questions) expect(message.text.slice(start, end).replace(/\s+/gu, ' ').trim()).toContain(words.slice(0, 40));
  return questions.map(({ number, key }) => `${number} ${key}`);
};

describe('example questions', () => {
  it('stand in every language for every key, each file named after its key', () => {
    for (const code of languages) {
      for (const key of [...keys, 'none', 'asking', 'about']) {
        const file = `src/data/lang/${code}/questions/${key}.txt`;
        expect(existsSync(file) ? lines(file).length : 0, `${file} has too few lines.`).toBeGreaterThanOrEqual(1);
      }
      expect(readdirSync(`src/data/lang/${code}/questions`).length).toBe(keys.length + 3);
    }
  });

  it('are those that src/data/question-keys.json was made from; run "npm run learn:questions" after a change', () => {
    expect(questionKeys.safeParse(book.questionKeys).error?.issues ?? []).toEqual([]);
    const sum = createHash('sha256');
    for (const code of languages)
      for (const file of readdirSync(`src/data/lang/${code}/questions`).toSorted())
        sum.update(`${code} ${file.replace('.txt', '')}\n${lines(`src/data/lang/${code}/questions/${file}`).join('\n')}\n`);
    expect(book.questionKeys.madeFrom).toBe(sum.digest('hex').slice(0, 16));
  });
});

describe('lists of questions in the forms that providers use', () => {
  for (const half of ['development', 'held-back'] as const)
    it(`are found and keyed in order: ${half}`, () => {
      const results = samples.filter((sample) => sample.half === half).map(measureAsked);
      const sum = (of: (one: (typeof results)[number]) => number) => results.reduce((total, one) => total + of(one), 0);
      const all = sum(({ sample }) => sample.questions.length);
      expect(sum(({ keyed }) => keyed) / all).toBeGreaterThan(0.9);
      expect(sum(({ extra }) => extra) / all).toBeLessThan(0.05);
    });

  it('keep the number that each mark shows', () => {
    const body = (marks: readonly string[]) =>
      `Please answer the following:\n\n${['what the danger is', 'who is in danger', 'when it will happen'].map((text, index) => `${marks[index]}${text}`).join('\n')}\n\nRegards`;
    const expected = (numbers: readonly string[]) => [`${numbers[0]} nature`, `${numbers[1]} who_at_risk`, `${numbers[2]} imminence`];
    for (const [first, second, third, numbers] of [
      ['1. ', '2. ', '3. ', '123'],
      ['1) ', '2) ', '3) ', '123'],
      ['(1) ', '(2) ', '(3) ', '123'],
      ['1.- ', '2.- ', '3.- ', '123'],
      ['1º ', '2º ', '3º ', '123'],
      ['① ', '② ', '③ ', '123'],
      ['a) ', 'b) ', 'c) ', 'abc'],
      ['• ', '• ', '• ', '123'],
      ['– ', '– ', '– ', '123'],
      ['➢ ', '➢ ', '➢ ', '123'],
      ['-> ', '-> ', '-> ', '123'],
      ['Question 1 – ', 'Question 2 – ', 'Question 3 – ', '123'],
      ['**1.** ', '**2.** ', '**3.** ', '123'],
    ] as const)
      expect(asked(body([first, second, third])), first).toEqual(expected([...numbers]));
    expect(asked(body(['Q1: ', 'Q2: ', 'Q3: ']))).toEqual(expected(['Q1', 'Q2', 'Q3']));
  });

  it('count what stands below a question as part of it, and headings as none', () => {
    expect(
      asked(
        '1. Please describe the emergency.\n   a. What happened?\n   b. Where?\n2. Who is the victim?\n   a. Name\n   b. Age\n3. By when do you need the data?',
      ),
    ).toEqual(['1 nature', '2 who_at_risk', '3 imminence']);
    expect(
      asked('Please answer.\n\nA. The officer\n1. Name and rank\n2. Agency e-mail\n\nB. The emergency\n3. What is the emergency?\n4. Who is at risk?'),
    ).toEqual(['1 requester', '2 requester', '3 nature', '4 who_at_risk']);
  });

  it('are told from lists that ask nothing', () => {
    for (const text of [
      'Please find the subscriber information below:\n1. Name: Marta Silva\n2. E-mail: m.silva@example.com\n3. Last login: 203.0.113.7',
      'Please note:\n1. We need a warrant for content.\n2. We inform our users.\n3. Logs are kept for 30 days.',
      'How to submit:\n1. Go to the portal\n2. Register with your e-mail address\n3. Upload the order',
    ])
      expect(asked(text)).toEqual([]);
  });

  it('stay bounded, however many lines a hostile mail has', () => {
    expect(asked(`Please answer:\n${'1. Who is in danger?\n'.repeat(3000)}`).length).toBeLessThanOrEqual(250);
    expect(asked(`Please state ${'who is in danger, when it happens, and '.repeat(1500)}`).length).toBeLessThanOrEqual(250);
    expect(asked(`Please complete:\n${'Name: ____\n'.repeat(3000)}`).length).toBeLessThanOrEqual(250);
  });
});

describe('a form of nothing but headings', () => {
  it('is read to its end', () => {
    const found = asked(`Please fill in:\n${'rispondi a: \n'.repeat(4000)}`);
    expect(found.length).toBeLessThanOrEqual(250);
  });
});
