// npm run bench: prints the figures, as one JSON object on the last line. "--core" leaves the browser out.
import os from 'node:os';
import { spawnSync } from 'node:child_process';
import { loadCore } from './load-core.mjs';
import { readSamples } from './samples.mjs';
import { ensureDependencies, root } from './setup.mjs';

ensureDependencies();
const samples = readSamples().map((line) => JSON.parse(line));

const { measure } = await loadCore('scripts/bench/core.ts');
console.log(`Timing the core over ${samples.length} samples …`);
const figures = { ...measure(samples), node: process.version, cores: os.cpus().length };
if (!process.argv.includes('--core')) {
  const { status } = spawnSync('node', ['scripts/build.mjs'], { cwd: root, stdio: 'ignore' });
  if (status !== 0) {
    console.error('The extension could not be built. Run "npm run build".');
    process.exit(1);
  }
  const { measureBrowser } = await import('./bench/browser.mjs');
  console.log('Timing the built extension in Chromium …');
  Object.assign(figures, await measureBrowser());
}
for (const [name, value] of Object.entries(figures)) console.log(`${name.padEnd(34)} ${value}`);
console.log(JSON.stringify(figures));
