// Measures the reading of replies on the labelled mails under tests/samples: `npm run accuracy -- [--learn | --failures] [--samples FOLDER] [--set a|b]`.
// `--learn` learns src/data/signs.json anew, from all mails but those held back and from scripts/accuracy/wordings; then comes `npm run learn`.
// What is held back is only counted, never shown. Writes docs/accuracy.md unless `--failures`, `--samples` or `--set` is given.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadCore } from './load-core.mjs';
import { root } from './setup.mjs';

const given = process.argv.indexOf('--samples');
const folder = given > 0 ? path.resolve(process.argv[given + 1] ?? '') : path.join(root, 'tests', 'samples');
const setAt = process.argv.indexOf('--set');
const onlySet = setAt > 0 ? process.argv[setAt + 1] : undefined;
const failures = process.argv.includes('--failures');
const { measure, report, failing, learn } = await loadCore('scripts/accuracy/measure.ts');

const samples = readdirSync(folder, { recursive: true })
  .filter((name) => name.endsWith('.jsonl'))
  .sort()
  .flatMap((name) =>
    readFileSync(path.join(folder, name), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => ({ ...JSON.parse(line), language: path.dirname(name).split(path.sep)[0] })),
  )
  .filter(({ label }) => onlySet === undefined || (label.set ?? 'a') === onlySet);
if (process.argv.includes('--learn')) {
  const wordings = path.join(root, 'scripts', 'accuracy', 'wordings');
  const phrases = readdirSync(wordings).flatMap((name) =>
    readFileSync(path.join(wordings, name), 'utf8')
      .split('\n')
      .filter((line) => line.includes('|'))
      .map((line) => {
        const [types = '', ...text] = line.split('|');
        return { types: types === '-' ? [] : types.split(','), text: text.join('|'), language: name.slice(0, 2) };
      }),
  );
  // The exchange that the project began with is learned too.
  const milan = JSON.parse(readFileSync(path.join(root, 'scripts', 'demo', 'milan.json'), 'utf8')).messages.map((mail) => ({
    ...mail,
    language: 'en',
    label: { isProviderReply: mail.isProviderReply, types: mail.replyTypes, kind: 'reply', heldBack: false },
  }));
  samples.push(...milan, ...milan, ...milan);
  const write = (name, value) => writeFileSync(path.join(root, 'src', 'data', name), `${JSON.stringify(value, null, 2)}\n`);
  write('signs.json', learn(samples, phrases));
  process.exit(0);
}
const results = samples.map(measure);
if (failures) for (const line of results.filter(({ heldBack }) => !heldBack).flatMap(failing)) console.log(line);
const text = report(results);
console.log(text);
if (!failures && given < 0 && onlySet === undefined) writeFileSync(path.join(root, 'docs', 'accuracy.md'), text);
