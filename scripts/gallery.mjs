// npm run gallery: writes docs/letters/<language>.md, every letter filled in, to be proof-read.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { root } from './setup.mjs';

const outDir = path.join(root, 'dist', 'gallery');
await build({
  root,
  configFile: false,
  logLevel: 'error',
  ssr: { noExternal: true },
  build: {
    ssr: path.join(root, 'scripts/gallery/letters.ts'),
    outDir,
    emptyOutDir: true,
    minify: false,
    rolldownOptions: { output: { entryFileNames: 'letters.mjs' } },
  },
});
const { gallery } = await import(pathToFileURL(path.join(outDir, 'letters.mjs')).href);
mkdirSync(path.join(root, 'docs', 'letters'), { recursive: true });
for (const language of ['en', 'it', 'fr', 'de', 'es']) writeFileSync(path.join(root, 'docs', 'letters', `${language}.md`), gallery(language));
rmSync(outDir, { recursive: true, force: true });
