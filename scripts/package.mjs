// npm run package: store zips in dist/store. The demonstration's loopback pages are left out (docs/decisions/0001-loopback-by-default.md).
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './setup.mjs';

const run = (command, ...words) => {
  const { status } = spawnSync(command, words, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) process.exit(status ?? 1);
};
run('node', 'scripts/build.mjs');
const store = path.join(root, 'dist', 'store');
rmSync(store, { recursive: true, force: true });
mkdirSync(store, { recursive: true });
for (const browser of ['chrome', 'firefox']) {
  const folder = path.join(store, browser);
  cpSync(path.join(root, 'dist', browser), folder, { recursive: true, filter: (file) => !file.includes(`${path.sep}.vite`) });
  const file = path.join(folder, 'manifest.json');
  const { content_scripts: _loopback, host_permissions: _hosts, ...manifest } = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify(manifest, null, 2));
  run(
    'npx',
    'web-ext',
    'build',
    '--source-dir',
    folder,
    '--artifacts-dir',
    store,
    '--filename',
    `rogatory-${manifest.version}-${browser}.zip`,
    '--overwrite-dest',
  );
}
run('npx', 'web-ext', 'lint', '--source-dir', path.join(store, 'firefox'), '--self-hosted', '--warnings-as-errors');
