// npm test: everything that has to hold before a change lands. Sets itself up on a machine with only Node and git.
import { spawnSync } from 'node:child_process';
import { ensureDependencies, root } from './setup.mjs';

ensureDependencies();
const steps = [
  ['types', ['npx', 'tsc', '--noEmit', '-p', '.']],
  ['format', ['npx', 'oxfmt', '--check', '.']],
  ['lint', ['npx', 'oxlint']],
  ['command line', ['node', 'scripts/cli.mjs', '--build-only']],
  ['unit', ['npx', 'vitest', 'run']],
  ['papers', ['node', 'scripts/office.mjs']],
  ['build', ['node', 'scripts/build.mjs']],
  ['browser', ['node', 'scripts/test-browser.mjs', '--no-build']],
];
for (const [name, [command, ...words]] of steps) {
  console.log(`\n── ${name}`);
  const { status } = spawnSync(command, words, { cwd: root, stdio: 'inherit' });
  if (status !== 0) {
    console.error(`\n${name}: failed. Run "${[command, ...words].join(' ')}" to see it alone.`);
    process.exit(status ?? 1);
  }
}
console.log('\nAll checks hold.');
