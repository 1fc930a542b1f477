// Bundles a TypeScript module of scripts/ with all that it imports, for Node, and loads it.
import { rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './setup.mjs';

/** What the module at `entry` (a path below the project) exports. The bundle lies under dist/ until the process ends. */
export async function loadCore(entry) {
  const { build } = await import('vite');
  const outDir = path.join(root, 'dist', `${path.basename(entry, '.ts')}-${process.pid}`);
  process.on('exit', () => rmSync(outDir, { recursive: true, force: true }));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    define: { __BROWSER__: '"none"' },
    ssr: { noExternal: true },
    build: {
      ssr: path.join(root, entry),
      outDir,
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'main.mjs', chunkFileNames: '[name]-[hash].mjs' } },
    },
  });
  return import(pathToFileURL(path.join(outDir, 'main.mjs')).href);
}
