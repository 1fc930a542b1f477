// Measures the reading of replies on the labelled mails under tests/samples: `npm run accuracy -- [--failures] [--samples FOLDER]`.
// The held-back third is only counted, never shown. Writes docs/accuracy.md unless `--failures` or `--samples` is given.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const given = process.argv.indexOf('--samples');
const folder = given > 0 ? path.resolve(process.argv[given + 1] ?? '') : path.join(root, 'tests', 'samples');
const failures = process.argv.includes('--failures');
const target = path.join(root, 'dist', 'accuracy');

await build({
  root,
  configFile: false,
  logLevel: 'error',
  define: { __BROWSER__: '"none"' },
  ssr: { noExternal: true },
  build: {
    ssr: path.join(root, 'scripts/accuracy/measure.ts'),
    outDir: target,
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    rolldownOptions: { output: { entryFileNames: 'main.mjs', chunkFileNames: '[name]-[hash].mjs' } },
  },
});
const { measure, report, failing } = await import(pathToFileURL(path.join(target, 'main.mjs')).href);

const samples = readdirSync(folder, { recursive: true })
  .filter((name) => name.endsWith('.jsonl'))
  .sort()
  .flatMap((name) =>
    readFileSync(path.join(folder, name), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => ({ ...JSON.parse(line), language: path.dirname(name).split(path.sep)[0] })),
  );
const results = samples.map(measure);
if (failures) for (const line of results.filter(({ heldBack }) => !heldBack).flatMap(failing)) console.log(line);
const text = report(results);
console.log(text);
if (!failures && given < 0) writeFileSync(path.join(root, 'docs', 'accuracy.md'), text);
