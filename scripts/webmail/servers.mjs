// Real webmail servers on loopback, for the tests: Debian's packages, our own configuration, nothing left running afterwards.
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { daemons, freePorts } from './daemons.mjs';
import { password, startDovecot } from './dovecot.mjs';
import { startNginx } from './nginx.mjs';
import { ensurePackages } from './packages.mjs';
import { startPhp } from './php.mjs';
import { horde } from './horde.mjs';
import { roundcube } from './roundcube.mjs';
import { startSogo } from './sogo.mjs';
import { smtpSink } from './sink.mjs';

export { password };

/** Starts the named webmails; with `policy` nginx sends that Content-Security-Policy with every answer. Gives their addresses by name, the sink of what they send, and the way into a mailbox. */
export async function startWebmails(names, policy = '') {
  ensurePackages(names);
  const home = mkdtempSync(path.join(tmpdir(), 'rogatory-webmail-'));
  chmodSync(home, 0o755);
  for (const folder of ['log', 'run', 'tmp']) mkdirSync(path.join(home, folder));
  const manager = daemons(home);
  const sink = await smtpSink();
  const close = async () => {
    await manager.close();
    await sink.close();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const [imap, ...ports] = await freePorts(8);
    const mailbox = await startDovecot({ home, port: imap, manager });
    const apps = [];
    const shared = { home, imap, smtp: sink.port, manager };
    if (names.includes('roundcube')) apps.push(roundcube({ ...shared, ports: ports.slice(0, 2) }));
    if (names.includes('sogo')) apps.push(await startSogo({ ...shared, ports: ports.slice(2, 5) }));
    if (names.includes('horde')) apps.push(horde({ ...shared, port: ports[5] }));
    const socket = await startPhp({ home, manager, variables: Object.assign({}, ...apps.map(({ variables }) => variables)) });
    startNginx({ home, manager, policy, servers: apps.flatMap(({ servers }) => servers(socket)) });
    for (const { ready, urls } of apps) await manager.until(Object.keys(urls).join(), ready, 40);
    return { urls: Object.assign({}, ...apps.map(({ urls }) => urls)), sink, deliver: mailbox.deliver, close };
  } catch (error) {
    await close();
    throw error;
  }
}
