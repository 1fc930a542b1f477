// Feeds damaged, hostile and random mails to everything that reads them: `npm run fuzz -- [seconds] [seed]`, or
// `npm run fuzz -- --inputs 1000000 [seed]`. What went wrong is kept in .cache/fuzz, so that it can be looked at and become a test.
import path from 'node:path';
import { loadCore } from './load-core.mjs';
import { ensureDependencies, root } from './setup.mjs';
import { readSamples } from './samples.mjs';

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

const { run } = await loadCore('scripts/fuzz/run.ts');
const { failures, ...figures } = await run({ inputs, seconds, seed, samples: readSamples(), keepIn: path.join(root, '.cache', 'fuzz') });
console.log(JSON.stringify(figures));
for (const failure of failures) console.error(failure);
process.exit(failures.length > 0 ? 1 : 0);
