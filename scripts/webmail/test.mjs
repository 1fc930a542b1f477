// npm run test:webmail: the built add-on in real webmail servers, which this sets up on loopback and takes down again.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { ensureDependencies, root } from '../setup.mjs';

ensureDependencies();
const { ensurePackages } = await import('./packages.mjs');
const { ensureChromium, ensureFirefox } = await import('../browser.mjs');
ensurePackages(['roundcube']);
ensureChromium();
ensureFirefox();
const wanted = process.argv.slice(2);
const folder = path.join(root, 'tests', 'webmail-servers');
const files = readdirSync(folder).filter((name) => name.endsWith('.server.mjs') && (wanted.length === 0 || wanted.some((word) => name.includes(word))));
if (files.length === 0) {
  console.error(
    `No such test. There are: ${readdirSync(folder)
      .filter((name) => name.endsWith('.server.mjs'))
      .join(', ')}`,
  );
  process.exit(2);
}
for (const words of [['scripts/build.mjs'], ['--test', '--test-concurrency=1', ...files.map((name) => path.join('tests', 'webmail-servers', name))]]) {
  const { status } = spawnSync(process.execPath, words, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
