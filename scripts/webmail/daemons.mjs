// Daemons in the foreground, as children of this process: started without a service manager, ended by their own id.
import { spawn } from 'node:child_process';
import { openSync, readFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';

/** Keeps what it starts; `close` ends all of it, the last first. A crash of this process ends them too. */
export function daemons(home) {
  const running = [];
  const kill = () => {
    for (const { child } of running) child.kill('SIGKILL');
  };
  process.once('exit', kill);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
  return {
    /** Starts a program that stays in the foreground; its output goes to `log/<name>.log`. */
    start(name, command, words, options = {}) {
      const log = openSync(path.join(home, 'log', `${name}.log`), 'a');
      const child = spawn(command, words, { stdio: ['ignore', log, log], ...options });
      const one = { name, child, ended: new Promise((done) => child.once('exit', done)), failed: undefined };
      child.once('error', (error) => (one.failed = error));
      running.push(one);
      return one;
    },
    /** Waits until a test gives a value; says what a daemon wrote where it never does. */
    async until(what, test, seconds = 30) {
      const end = Date.now() + seconds * 1000;
      for (;;) {
        const value = await Promise.resolve()
          .then(test)
          .catch(() => undefined);
        if (value) return value;
        const dead = running.find(({ child, failed }) => child.exitCode !== null || failed);
        if (dead || Date.now() > end) {
          const tail = (name) =>
            readFileSync(path.join(home, 'log', `${name}.log`), 'utf8')
              .trim()
              .split('\n')
              .slice(-12)
              .join('\n');
          throw new Error(dead ? `${dead.name} ended by itself:\n${tail(dead.name)}` : `${what} did not answer within ${seconds} seconds. Logs: ${home}/log`);
        }
        await new Promise((resume) => setTimeout(resume, 100));
      }
    },
    async close() {
      for (const { child, ended } of running.splice(0).toReversed()) {
        if (child.exitCode !== null) continue;
        child.kill('SIGTERM');
        const late = setTimeout(() => child.kill('SIGKILL'), 3000);
        await ended;
        clearTimeout(late);
      }
      process.off('exit', kill);
    },
  };
}

/** So many free ports of the loopback address. */
export async function freePorts(count) {
  const servers = await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise((done) => {
          const server = net.createServer().listen(0, '127.0.0.1', () => done(server));
        }),
    ),
  );
  const ports = servers.map((server) => server.address().port);
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  return ports;
}

/** The first line that a server says on a port. */
export function banner(port) {
  return new Promise((done, fail) => {
    const socket = net.connect(port, '127.0.0.1');
    socket.setTimeout(2000, () => socket.destroy(new Error('silent')));
    socket.once('data', (data) => {
      done(String(data));
      socket.destroy();
    });
    socket.once('error', fail);
  });
}
