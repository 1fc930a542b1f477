// A small client for Marionette, the protocol that Firefox itself offers to drivers: frames of `length:json` over TCP.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

const quiet = {
  'marionette.port': 0,
  'app.update.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'toolkit.telemetry.enabled': false,
  'browser.startup.page': 0,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.aboutwelcome.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'extensions.getAddons.cache.enabled': false,
  'extensions.update.enabled': false,
  'browser.safebrowsing.downloads.remote.enabled': false,
  'network.prefetch-next': false,
  'browser.topsites.contile.enabled': false,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
};

/** Starts a Firefox of its own profile; `close` ends it and removes the profile. */
export async function launchFirefox(binary, prefs = {}, { headless = true, size = [1400, 940] } = {}) {
  const profile = await mkdtemp(path.join(tmpdir(), 'rogatory-ff-'));
  await writeFile(
    path.join(profile, 'user.js'),
    Object.entries({ ...quiet, ...prefs })
      .map(([key, value]) => `user_pref(${JSON.stringify(key)}, ${JSON.stringify(value)});`)
      .join('\n'),
  );
  const child = spawn(
    binary,
    [
      '-profile',
      profile,
      '-no-remote',
      ...(headless ? ['-headless'] : []),
      '-width',
      `${size[0]}`,
      '-height',
      `${size[1]}`,
      '-marionette',
      '-remote-allow-system-access',
      'about:blank',
    ],
    {
      stdio: 'ignore',
    },
  );
  let port = '';
  for (let turn = 0; turn < 300 && port === ''; turn++) {
    port = await readFile(path.join(profile, 'MarionetteActivePort'), 'utf8').catch(() => '');
    if (port === '') await new Promise((resume) => setTimeout(resume, 100));
  }
  if (port === '') throw new Error('Firefox did not open its driver’s port within 30 seconds.');
  const socket = net.connect(Number(port), '127.0.0.1');
  await once(socket, 'connect');
  const waiting = new Map();
  let buffer = Buffer.alloc(0);
  let sequence = 0;
  socket.on('data', (chunk) => {
    buffer = Buffer.concat([buffer, chunk]);
    for (;;) {
      const colon = buffer.indexOf(':');
      const length = Number(buffer.subarray(0, colon));
      if (colon < 0 || buffer.length < colon + 1 + length) return;
      const message = JSON.parse(buffer.subarray(colon + 1, colon + 1 + length).toString());
      buffer = buffer.subarray(colon + 1 + length);
      if (!Array.isArray(message)) continue;
      const [, id, error, result] = message;
      const { resolve, reject } = waiting.get(id) ?? {};
      waiting.delete(id);
      if (error) reject?.(new Error(`${error.error}: ${error.message}`));
      else resolve?.(result);
    }
  });
  const send = (name, parameters = {}) =>
    new Promise((resolve, reject) => {
      const id = ++sequence;
      waiting.set(id, { resolve, reject });
      const text = JSON.stringify([0, id, name, parameters]);
      socket.write(`${Buffer.byteLength(text)}:${text}`);
    });
  await send('WebDriver:NewSession', { capabilities: { alwaysMatch: {} } });
  return {
    send,
    /** Settles when the person closes the browser. */
    gone: once(child, 'exit'),
    /** Runs the body of an async function in the current page and gives its value. */
    async run(body, args = []) {
      const { value } = await send('WebDriver:ExecuteAsyncScript', {
        script: `const done = arguments[arguments.length - 1]; (async (...args) => { ${body} })(...arguments).then((value) => done({ value }), (error) => done({ error: String(error) }));`,
        args,
        sandbox: null,
      });
      if (value?.error) throw new Error(value.error);
      return value?.value;
    },
    async close() {
      const gone = child.exitCode === null ? once(child, 'exit') : Promise.resolve();
      await send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => undefined);
      await gone;
      socket.destroy();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
