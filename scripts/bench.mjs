// npm run bench: prints the figures, as one JSON object on the last line. "--core" leaves the browser out.
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { spawnSync } from 'node:child_process';
import { ensureDependencies, root } from './setup.mjs';

ensureDependencies();
const samplesIn = path.join(root, 'tests', 'samples');
const samples = readdirSync(samplesIn, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.jsonl'))
  .flatMap((file) =>
    readFileSync(path.join(samplesIn, file), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
  );

const { build } = await import('vite');
const outDir = path.join(root, 'dist', 'bench');
await build({
  root,
  configFile: false,
  logLevel: 'error',
  define: { __BROWSER__: '"none"' },
  ssr: { noExternal: true },
  build: {
    ssr: path.join(root, 'scripts/bench/core.ts'),
    outDir,
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    rolldownOptions: { output: { entryFileNames: 'core.mjs' } },
  },
});
const { measure } = await import(pathToFileURL(path.join(outDir, 'core.mjs')).href);
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
rmSync(outDir, { recursive: true, force: true });
for (const [name, value] of Object.entries(figures)) console.log(`${name.padEnd(34)} ${value}`);
console.log(JSON.stringify(figures));
