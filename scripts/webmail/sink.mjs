// An SMTP server that takes every mail and delivers none: what a webmail sends stays in memory for the test to read.
import net from 'node:net';

/** Listens on loopback. `sent` fills with `{ from, to, raw }`; `next()` waits for one mail more than were there. */
export async function smtpSink() {
  const sent = [];
  const sockets = new Set();
  const server = net.createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    converse(socket, (mail) => sent.push(mail));
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    port: server.address().port,
    sent,
    /** The mail after the first `already`; fails after `seconds`. */
    async mail(already, seconds = 20) {
      for (let turn = 0; turn < seconds * 20; turn++) {
        if (sent.length > already) return sent[already];
        await new Promise((resume) => setTimeout(resume, 50));
      }
      throw new Error(`No mail arrived within ${seconds} seconds.`);
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
}

function converse(socket, keep) {
  let buffer = Buffer.alloc(0);
  let envelope = { from: '', to: [] };
  let reading = false;
  const say = (line) => socket.write(`${line}\r\n`);
  const command = (line) => {
    const verb = line.slice(0, 4).toUpperCase();
    const address = /<([^>]*)>/u.exec(line)?.[1] ?? '';
    if (verb === 'EHLO') say('250-sink.test\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250 SIZE 67108864');
    else if (verb === 'HELO') say('250 sink.test');
    else if (verb === 'MAIL') {
      envelope = { from: address, to: [] };
      say('250 OK');
    } else if (verb === 'RCPT') {
      envelope.to.push(address);
      say('250 OK');
    } else if (verb === 'DATA') {
      reading = true;
      say('354 Go on');
    } else if (verb === 'RSET' || verb === 'NOOP') say('250 OK');
    else if (verb === 'QUIT') {
      say('221 Bye');
      socket.end();
    } else say('502 Not here');
  };
  say('220 sink.test ready');
  socket.on('data', (data) => {
    buffer = Buffer.concat([buffer, data]);
    for (;;) {
      const end = buffer.indexOf(reading ? '\r\n.\r\n' : '\r\n');
      if (end < 0) return;
      if (reading) {
        const raw = Buffer.from(
          buffer
            .subarray(0, end + 2)
            .toString('latin1')
            .replace(/^\.\./gmu, '.'),
          'latin1',
        );
        buffer = buffer.subarray(end + 5);
        reading = false;
        keep({ ...envelope, raw });
        say('250 Kept');
      } else {
        const line = buffer.subarray(0, end).toString();
        buffer = buffer.subarray(end + 2);
        command(line);
      }
    }
  });
}
