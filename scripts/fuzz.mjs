// Feeds damaged and random mails to the reader of replies: `npm run fuzz -- [seconds] [seed]`.
import { spawnSync } from 'node:child_process';

const [seconds = '20', seed = '1'] = process.argv.slice(2);
const run = spawnSync('npx', ['vitest', 'run', '--config', 'scripts/fuzz/vitest.config.ts', '--testTimeout', String(Number(seconds) * 1000 + 60_000)], {
  stdio: 'inherit',
  env: { ...process.env, FUZZ_SECONDS: seconds, FUZZ_SEED: seed },
});
process.exit(run.status ?? 1);
