// npm start: builds, serves the demonstration mailbox on loopback, opens a browser with the extension in it and the panel beside
// the first mail of the Milan thread, which is told again day by day. `--headless --shots DIR` walks the same way without a screen
// and leaves a picture of each day; `--browser firefox` takes Firefox where both are here; `--lang it` speaks Italian.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ensureDependencies, root } from './setup.mjs';

const words = process.argv.slice(2);
const after = (flag) => (words.includes(flag) ? words[words.indexOf(flag) + 1] : undefined);
const shots = after('--shots');
if (words.includes('--shots') && (!shots || shots.startsWith('--'))) {
  console.error('Say where the pictures go: npm start -- --headless --shots DIR');
  process.exit(2);
}
const noScreen = process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'];
const headless = words.includes('--headless') || noScreen;
if (noScreen && !words.includes('--headless'))
  console.log('There is no screen here: the drill is walked without one. Add "-- --headless --shots DIR" for pictures.');

ensureDependencies();
const { ensureAnyBrowser, ensureFirefox } = await import('./browser.mjs');
const browser = after('--browser') === 'firefox' ? { kind: 'firefox', path: ensureFirefox() } : ensureAnyBrowser();
if (!words.includes('--no-build')) {
  const built = spawnSync(process.execPath, [path.join(root, 'scripts/build.mjs')], { cwd: root, stdio: 'inherit' });
  if (built.status !== 0) process.exit(built.status ?? 1);
}

const { serve } = await import('./demo/server.mjs');
const { run } = await import(`./demo/in-${browser.kind}.mjs`);
const server = await serve();
const mailbox = `http://127.0.0.1:${server.address().port}/`;
try {
  await run({ binary: browser.path, mailbox, headless, shots, language: after('--lang') === 'it' ? 'it' : 'en' });
} catch (error) {
  console.error(`The demonstration stopped: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
} finally {
  server.closeAllConnections();
  server.close();
}
