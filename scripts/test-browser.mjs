// npm run test:browser: the built extension in real browsers, every file of tests/browser. `--no-build` takes what dist holds.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { ensureDependencies, root } from './setup.mjs';

ensureDependencies();
const run = (words) => {
  const { status } = spawnSync(process.execPath, words, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
};
if (!process.argv.includes('--no-build')) run(['scripts/build.mjs']);
const folder = path.join(root, 'tests', 'browser');
const files = readdirSync(folder).filter((name) => name.endsWith('.browser.mjs'));
// One browser at a time: two on two cores make each other late.
run(['--test', '--test-concurrency=1', ...files.map((name) => path.join(folder, name))]);
