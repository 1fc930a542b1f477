// npm run test:papers: the papers as DOCX, opened by a real LibreOffice; on Debian as root it installs one.
import { spawnSync } from 'node:child_process';
import { ensureDependencies, root } from './setup.mjs';

const needed = { soffice: 'libreoffice-writer-nogui', pdftotext: 'poppler-utils', unzip: 'unzip' };
const lacking = () => Object.entries(needed).filter(([command]) => spawnSync('sh', ['-c', `command -v ${command}`]).status !== 0);

ensureDependencies();
if (lacking().length > 0 && process.getuid?.() === 0 && spawnSync('sh', ['-c', 'command -v apt-get']).status === 0) {
  console.log('Installing LibreOffice from Debian’s packages …');
  spawnSync('apt-get', ['update'], { stdio: 'inherit' });
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', ...lacking().map(([, name]) => name)], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}
const still = lacking();
if (still.length > 0) {
  console.error(`The papers can’t be checked: ${still.map(([command]) => command).join(', ')} not found. Install ${still.map(([, name]) => name).join(', ')}.`);
  process.exit(1);
}
const { status } = spawnSync('npx', ['vitest', 'run', '--config', 'tests/office/vitest.config.ts'], { cwd: root, stdio: 'inherit' });
process.exit(status ?? 1);
