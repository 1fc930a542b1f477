// npm run test:webmail [name …]: the built add-on in every kind of editor, and in real webmail servers on loopback, set up and taken down here.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { ensureDependencies, root } from '../setup.mjs';

ensureDependencies();
const { ensurePackages } = await import('./packages.mjs');
const { ensureChromium, ensureFirefox } = await import('../browser.mjs');
ensurePackages(['roundcube', 'sogo', 'horde']);
ensureChromium();
ensureFirefox();
const wanted = process.argv.slice(2);
const all = [
  'tests/editors/editors.browser.mjs',
  'tests/editors/editors-firefox.browser.mjs',
  ...readdirSync(path.join(root, 'tests', 'webmail-servers'))
    .filter((name) => name.endsWith('.server.mjs'))
    .map((name) => `tests/webmail-servers/${name}`),
];
const files = all.filter((name) => wanted.length === 0 || wanted.some((word) => name.includes(word)));
if (files.length === 0) {
  console.error(`No such test. There are: ${all.join(', ')}`);
  process.exit(2);
}
for (const words of [['scripts/build.mjs'], ['--test', '--test-concurrency=1', ...files]]) {
  const { status } = spawnSync(process.execPath, words, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
