// Serves one page a kind of editor, each under a strict policy of its own, from the editors' own packages.
import { readFile } from 'node:fs/promises';
import http from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { kinds } from './kinds.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const modules = path.resolve(here, '../../node_modules');
const types = { '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css', '.html': 'text/html', '.svg': 'image/svg+xml', '.woff': 'font/woff' };

/** Bundles the pages that are made of modules, and serves all of them on loopback. */
export async function serveEditors() {
  const out = await mkdtemp(path.join(tmpdir(), 'rogatory-editors-'));
  const bundled = kinds.filter(({ bundle }) => bundle);
  await build({
    root: here,
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    build: {
      outDir: out,
      emptyOutDir: true,
      minify: false,
      target: 'chrome120',
      modulePreload: false,
      rolldownOptions: {
        input: Object.fromEntries(bundled.map(({ id }) => [id, path.join(here, 'pages', `${id}.mjs`)])),
        output: { entryFileNames: '[name].js', chunkFileNames: 'part-[name].js' },
        preserveEntrySignatures: 'strict',
      },
    },
  });
  const server = http.createServer(async (request, answer) => {
    const { pathname, searchParams } = new URL(request.url, 'http://127.0.0.1');
    try {
      const kind = kinds.find(({ id }) => pathname === `/${id}`);
      if (kind) {
        answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy(kind, searchParams.get('types') === 'trusted') });
        answer.end(searchParams.get('in') === 'frame' ? outer(kind, searchParams) : page(kind, searchParams.get('in') ?? 'page'));
        return;
      }
      const file = pathname.startsWith('/node_modules/')
        ? path.join(modules, pathname.slice(14))
        : pathname.startsWith('/bundle/')
          ? path.join(out, pathname.slice(8))
          : path.join(here, 'pages', pathname.slice(7));
      const content = await readFile(file);
      answer.writeHead(200, { 'content-type': types[path.extname(file)] ?? 'application/octet-stream' });
      answer.end(content);
    } catch {
      answer.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    base: `http://127.0.0.1:${server.address().port}`,
    async close() {
      await new Promise((done) => server.close(done).closeAllConnections());
      await rm(out, { recursive: true, force: true });
    },
  };
}

/** The strictest policy under which the editor itself runs. */
function policy({ loose = '', trusted }, withTypes) {
  return [
    "default-src 'none'",
    `script-src 'self' ${loose}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    ...(withTypes ? ["require-trusted-types-for 'script'", `trusted-types ${trusted === true ? "'none'" : trusted}`] : []),
  ].join('; ');
}

const head = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Compose</title><link rel="stylesheet" href="/pages/page.css">';

/** A compose form with a box beside it that is none of ours. */
function page({ id, bundle, scripts = [] }, where) {
  return `${head}${scripts.map((src) => `<script src="/node_modules/${src}"></script>`).join('')}
<script type="module" src="/pages/run.mjs" data-kind="${id}" data-bundle="${bundle ? 1 : ''}" data-where="${where}"></script></head>
<body><form role="search"><label>Search mail <input type="search" id="search"></label></form>
<form id="compose"><p><label for="to">To</label> <input id="to" name="to" value="darcy.harlan@zwillgen.com"></p>
<p><label for="subject">Subject</label> <input id="subject" name="subject" value="RE: Information Request"></p><div id="place"></div></form>
<p><label for="tags">Cc</label> <textarea id="tags" name="cc" rows="1">colleague@procura.test</textarea></p></body></html>`;
}

function outer({ id }, params) {
  const inner = new URLSearchParams({ types: params.get('types') ?? '' });
  return `${head}</head><body><iframe id="inner" src="/${id}?${inner}" title="Mail"></iframe></body></html>`;
}
