// npm run fixture -- WEBMAIL STATE FILE: makes a test page of a report ("Report a page read wrongly"), with what is read from it now.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureDependencies, root } from './setup.mjs';

const [webmail, state, file] = process.argv.slice(2);
if (!webmail || !state || !file || !/^[a-z][a-z0-9-]*$/u.test(webmail) || !/^[a-z][a-z0-9-]*$/u.test(state)) {
  console.error('Say which webmail, which state of its page, and the saved report: npm run fixture -- roundcube read page.html');
  process.exit(1);
}
ensureDependencies();
const { build } = await import('vite');
const outDir = path.join(root, 'dist', 'fixture');
await build({
  root,
  configFile: false,
  logLevel: 'error',
  ssr: { noExternal: true },
  build: {
    ssr: path.join(root, 'scripts/fixture/read.ts'),
    outDir,
    emptyOutDir: true,
    minify: false,
    rolldownOptions: { output: { entryFileNames: 'read.mjs' } },
  },
});
const { Window } = await import('happy-dom');
const window = new Window({ settings: { disableJavaScriptEvaluation: true, disableCSSFileLoading: true, disableJavaScriptFileLoading: true } });
globalThis.DOMParser = window.DOMParser;
const { readReport } = await import(pathToFileURL(path.join(outDir, 'read.mjs')).href);
const url = /^https?:\/\//u.test(process.argv[5] ?? '') ? process.argv[5] : 'https://webmail.example/';
const { html, expected } = readReport(readFileSync(file, 'utf8'), url);
const folder = path.join(root, 'tests', 'webmail', webmail);
const base = path.join(folder, `${new Date().toISOString().slice(0, 10)}-${state}`);
mkdirSync(folder, { recursive: true });
writeFileSync(`${base}.html`, html);
writeFileSync(`${base}.json`, `${JSON.stringify(expected, null, 2)}\n`);
rmSync(outDir, { recursive: true, force: true });
await window.happyDOM.close();
console.log(`Wrote ${path.relative(root, base)}.html and .json. Check the .json by hand: it says what is read now, not what is right.`);
