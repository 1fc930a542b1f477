// Counts how many questions of the lists in tests/questions are found in order with their key: `npm run accuracy:questions -- [--misses]`.
// `--misses` shows the differences of the development half; the other half is held back and only counted. The last line is JSON.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { loadCore } from './load-core.mjs';
import { root } from './setup.mjs';

const { measureAsked } = await loadCore('scripts/accuracy/questions.ts');
const folder = path.join(root, 'tests', 'questions');
const results = readdirSync(folder)
  .filter((file) => file.endsWith('.jsonl'))
  .toSorted()
  .flatMap((file) =>
    readFileSync(path.join(folder, file), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => ({ language: path.basename(file, '.jsonl'), ...measureAsked(JSON.parse(line)) })),
  );
if (process.argv.includes('--misses'))
  for (const { sample, found, keyed, extra } of results)
    if (sample.half === 'development' && (keyed < sample.questions.length || extra > 0)) {
      console.log(`${sample.id} ${sample.form}`);
      const told = (one) => `${one.number}:${one.key} «${one.text.slice(0, 50)}»`;
      console.log(`   want ${sample.questions.map(told).join('\n        ')}`);
      console.log(`   got  ${found.map(told).join('\n        ')}`);
    }
const figures = {};
const sum = (some, of) => some.reduce((total, one) => total + of(one), 0);
for (const half of ['development', 'held-back'])
  for (const language of ['all', ...new Set(results.map((one) => one.language))]) {
    const some = results.filter((one) => one.sample.half === half && (language === 'all' || one.language === language));
    const all = sum(some, ({ sample }) => sample.questions.length);
    const [seen, keyed, numbered, extra] = ['seen', 'keyed', 'numbered', 'extra'].map((name) => sum(some, (one) => one[name]));
    const percent = (part) => Math.round((1000 * part) / Math.max(1, all)) / 10;
    console.log(
      `${half.padEnd(12)} ${language.padEnd(4)} ${String(some.length).padStart(4)} lists ${String(all).padStart(4)} questions: found ${percent(seen)} %, with key ${percent(keyed)} %, with number ${percent(numbered)} %, ${extra} too many`,
    );
    if (language === 'all') figures[half] = { questions: all, found: percent(seen), keyed: percent(keyed), numbered: percent(numbered), extra };
  }
console.log(JSON.stringify(figures));
