// Runs the command line (`assess`, `lint-draft`, `draft`). The sources are TypeScript, so they are bundled once into
// dist/cli and bundled again only when one of them has changed. Two runs at the same time do not disturb each other.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const rooms = ['src/core', 'src/data', 'src/mailfile', 'src/cli'];
const target = path.join(root, 'dist', 'cli');

/** What the bundle was made from: name, size and time of every source. */
function stamp() {
  const sum = createHash('sha256');
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) walk(file);
      else {
        const { size, mtimeMs } = statSync(file);
        sum.update(`${path.relative(root, file)} ${size} ${mtimeMs}\n`);
      }
    }
  };
  for (const room of rooms) walk(path.join(root, room));
  for (const file of ['package-lock.json', 'scripts/cli.mjs']) sum.update(String(statSync(path.join(root, file)).mtimeMs));
  return sum.digest('hex').slice(0, 16);
}

async function bundle(name) {
  const { build } = await import('vite');
  const draft = path.join(target, `.${name}-${process.pid}`);
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    define: { __BROWSER__: '"none"' },
    ssr: { noExternal: true },
    build: {
      ssr: path.join(root, 'src/cli/main.ts'),
      outDir: draft,
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'main.mjs', chunkFileNames: '[name]-[hash].mjs' } },
    },
  });
  writeFileSync(path.join(draft, 'stamp'), name);
  try {
    renameSync(draft, path.join(target, name));
  } catch {
    // Another run was faster: its bundle is the same.
    rmSync(draft, { recursive: true, force: true });
  }
  for (const old of readdirSync(target)) {
    // A bundle that a running command may still load pieces of is left alone for an hour.
    if (old !== name && Date.now() - statSync(path.join(target, old)).mtimeMs > 3_600_000) rmSync(path.join(target, old), { recursive: true, force: true });
  }
}

if (!existsSync(path.join(root, 'node_modules', 'vite'))) {
  console.error('The dependencies are not installed. Run "npm ci" first.');
  process.exit(2);
}
mkdirSync(target, { recursive: true });
const name = stamp();
const main = path.join(target, name, 'main.mjs');
if (!existsSync(main) || readFileSync(path.join(target, name, 'stamp'), 'utf8') !== name) await bundle(name);
if (process.argv[2] !== '--build-only') {
  const { run } = await import(pathToFileURL(main).href);
  process.exitCode = await run(process.argv.slice(2));
}
