// The demonstration mailbox: pages on loopback, nothing else. Run alone it prints its address.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const files = {
  '/': ['page/index.html', 'text/html; charset=utf-8'],
  ...Object.fromEntries(
    ['mailbox', 'make', 'drill', 'compose', 'hard-mails'].map((name) => [`/${name}.js`, [`page/${name}.js`, 'text/javascript; charset=utf-8']]),
  ),
  '/mailbox.css': ['page/mailbox.css', 'text/css; charset=utf-8'],
  '/drill.json': ['drill.json', 'application/json; charset=utf-8'],
  '/thread.json': ['milan.json', 'application/json; charset=utf-8'],
};

/** Serves the mailbox on 127.0.0.1; port 0 takes a free one. */
export function serve(port = 0) {
  const server = createServer(async (request, response) => {
    const entry = files[new URL(request.url ?? '/', 'http://127.0.0.1').pathname];
    if (!entry) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'content-type': entry[1],
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:",
    });
    response.end(await readFile(path.join(here, entry[0])));
  });
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(server)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const server = await serve(Number(process.argv[2] ?? 0));
  console.log(`http://127.0.0.1:${server.address().port}/`);
}
