// npm run learn:questions: makes src/data/question-keys.json from the example questions of src/data/lang/<code>/questions.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadCore } from './load-core.mjs';
import { root } from './setup.mjs';

const { learnKeys } = await loadCore('scripts/learn/questions.ts');
const sum = createHash('sha256');
const languages = path.join(root, 'src/data/lang');
const examples = [];
for (const code of readdirSync(languages).toSorted()) {
  const folder = path.join(languages, code, 'questions');
  if (!existsSync(folder)) continue;
  for (const file of readdirSync(folder).toSorted()) {
    const key = path.basename(file, '.txt');
    const lines = readFileSync(path.join(folder, file), 'utf8')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '' && !line.startsWith('#'));
    sum.update(`${code} ${key}\n${lines.join('\n')}\n`);
    examples.push({ code, key, lines });
  }
}
// What providers write that asks for nothing: the example sentences of reply types that answer. They are many and change often, so the sum
// above leaves them out.
const asking = new Set([
  'emergency_questionnaire',
  'requester_verification',
  'overbroad_or_insufficient_identifiers',
  'coordination_question',
  'emergency_status_check',
  'emergency_denied_or_more_info',
  'none',
]);
for (const code of readdirSync(languages).toSorted()) {
  const folder = path.join(languages, code, 'sayings');
  if (!existsSync(folder)) continue;
  const lines = readdirSync(folder)
    .toSorted()
    .filter((file) => !asking.has(path.basename(file, '.txt')))
    .flatMap((file) => readFileSync(path.join(folder, file), 'utf8').split('\n'))
    .map((line) => line.split(' | also: '))
    .filter(([line, also = '']) => line.trim() !== '' && !line.startsWith('#') && !line.includes('?') && !also.split(',').some((one) => asking.has(one.trim())))
    .map(([line]) => line.trim());
  examples.push({ code, key: 'none', lines, plain: true });
}
// Questions by which the reading is measured are not learned from.
const measured = readdirSync(path.join(root, 'tests/questions'))
  .filter((file) => file.endsWith('.jsonl'))
  .toSorted()
  .flatMap((file) => readFileSync(path.join(root, 'tests/questions', file), 'utf8').split('\n'))
  .filter((line) => line.trim() !== '')
  .flatMap((line) => JSON.parse(line).questions.map(({ text }) => text));
const book = learnKeys(examples, measured, sum.digest('hex').slice(0, 16));
const text = `${JSON.stringify(book)}\n`;
writeFileSync(path.join(root, 'src/data/question-keys.json'), text);
console.log(`${examples.reduce((count, { lines }) => count + lines.length, 0)} lines of examples; src/data/question-keys.json: ${text.length} characters`);
