// Feeds damaged, hostile and random mails to everything that reads them: `npm run fuzz -- [seconds] [seed]`, or
// `npm run fuzz -- --inputs 1000000 [seed]`. What went wrong is kept in .cache/fuzz, so that it can be looked at and become a test.
import { rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureDependencies, root } from './setup.mjs';
import { readSamples } from './fuzz/samples.mjs';

ensureDependencies();
const words = process.argv.slice(2);
const counted = words.indexOf('--inputs');
const inputs = counted >= 0 ? Number(words.splice(counted, 2)[1]) : Number.POSITIVE_INFINITY;
const [first, second] = words;
const seconds = counted >= 0 ? Number.POSITIVE_INFINITY : Number(first ?? '20');
const seed = Number((counted >= 0 ? first : second) ?? '1');
if (Number.isNaN(inputs) || Number.isNaN(seconds) || Number.isNaN(seed)) {
  console.error('Say how long or how many: "npm run fuzz -- 60", "npm run fuzz -- --inputs 1000000", each with a seed behind it if you like.');
  process.exit(1);
}

const { build } = await import('vite');
const outDir = path.join(root, 'dist', `fuzz-${process.pid}`);
await build({
  root,
  configFile: false,
  logLevel: 'error',
  publicDir: false,
  define: { __BROWSER__: '"none"' },
  ssr: { noExternal: true },
  build: {
    ssr: path.join(root, 'scripts/fuzz/run.ts'),
    outDir,
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    rolldownOptions: { output: { entryFileNames: 'run.mjs' } },
  },
});
const { run } = await import(pathToFileURL(path.join(outDir, 'run.mjs')).href);
const { failures, ...figures } = await run({ inputs, seconds, seed, samples: readSamples(), keepIn: path.join(root, '.cache', 'fuzz') });
rmSync(outDir, { recursive: true, force: true });
console.log(JSON.stringify(figures));
for (const failure of failures) console.error(failure);
process.exit(failures.length > 0 ? 1 : 0);
