// npm run learn: makes src/data/likeness.json from the example sentences and the labelled mails that are not held back.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { root } from './setup.mjs';

const outDir = path.join(root, 'dist', 'learn');
await build({
  root,
  configFile: false,
  logLevel: 'error',
  define: { __BROWSER__: '"none"' },
  ssr: { noExternal: true },
  build: {
    ssr: path.join(root, 'scripts/learn/learn.ts'),
    outDir,
    emptyOutDir: true,
    minify: false,
    target: 'node20',
    rolldownOptions: { output: { entryFileNames: 'learn.mjs' } },
  },
});
const { learnAll, mailSentences } = await import(pathToFileURL(path.join(outDir, 'learn.mjs')).href);
const lines = (file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
const sayings = {};
const sum = createHash('sha256');
const languages = path.join(root, 'src/data/lang');
for (const code of readdirSync(languages).sort()) {
  const folder = path.join(languages, code, 'sayings');
  if (!existsSync(folder)) continue;
  for (const file of readdirSync(folder).sort()) {
    const type = path.basename(file, '.txt');
    const said = lines(path.join(folder, file));
    sum.update(`${code} ${type}\n${said.join('\n')}\n`);
    sayings[type] = [...(sayings[type] ?? []), ...said];
  }
}
const samplesIn = path.join(root, 'tests/samples');
const all = readdirSync(samplesIn, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.jsonl'))
  .sort()
  .flatMap((file) => lines(path.join(samplesIn, file)).map((line) => JSON.parse(line)));
const known = all.filter(({ label }) => !label.heldBack);
for (const { id } of known) sum.update(id);
console.log(`${Object.values(sayings).flat().length} example sentences, ${known.length} labelled mails (${all.length - known.length} held back)`);
const { book, learned, report } = learnAll(sayings, known, sum.digest('hex').slice(0, 16));
console.log(report);
// The held-back third by likeness alone, counted only.
const held = all.filter(({ label }) => label.heldBack && label.kind === 'reply');
let tp = 0,
  fp = 0,
  fn = 0;
for (const sample of held) {
  const sentences = mailSentences(sample);
  for (const type of learned.models.keys()) {
    const given = learned.odds(sentences, type) >= (book.bars[type] ?? 99);
    const wanted = sample.label.types.includes(type);
    if (given && wanted) tp++;
    else if (wanted) fn++;
    else if (given && !(sample.label.mayBeGiven ?? []).includes(type)) fp++;
  }
}
console.log(
  `held back, likeness alone: precision ${(tp / (tp + fp)).toFixed(3)} recall ${(tp / (tp + fn)).toFixed(3)} micro-F1 ${((2 * tp) / (2 * tp + fp + fn)).toFixed(3)} (${held.length} replies)`,
);
writeFileSync(path.join(root, 'src/data/likeness.json'), `${JSON.stringify(book)}\n`);
console.log(`src/data/likeness.json: ${JSON.stringify(book).length} characters`);
rmSync(outDir, { recursive: true, force: true });
