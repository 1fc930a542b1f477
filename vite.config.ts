import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import { readFileSync, readdirSync } from 'node:fs';
import { defineConfig, type Plugin } from 'vite';
import source from './manifest.json' with { type: 'json' };
import { knowledgeFaults } from './src/data/schema/check';

/** Takes out preact's only write of HTML: nothing here uses it, and the store's check then has nothing to warn of. Fails when preact changes. */
const noHtmlSink: Plugin = {
  name: 'no-html-sink',
  apply: 'build',
  transform: {
    filter: { id: /[\\/]preact[\\/]dist[\\/]preact\.mjs$/ },
    handler(code) {
      const clean = code.replace(/(\w+)\.innerHTML=(\w+)\.__html/, '$1.textContent=$2.__html');
      if (clean === code) this.error('preact no longer writes HTML where it did; look at the new code and change this plugin.');
      return { code: clean, map: null };
    },
  },
};

/** A knowledge file that does not fit its schema can't be built. */
const checkedKnowledge: Plugin = {
  name: 'checked-knowledge',
  apply: 'build',
  buildStart() {
    const folder = new URL('./src/data/', import.meta.url);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => /\.(?:json|txt)$/u.test(path));
    const faults = knowledgeFaults(Object.fromEntries(files.map((path) => [path, readFileSync(new URL(path, folder), 'utf8')])));
    if (faults.length > 0) this.error(faults.join('\n'));
  },
};

/** Is built like a content script and named in no manifest: it goes into a page when there is something to write or to show. */
const onDemand = { js: ['src/on-demand/index.iife.ts'], matches: ['http://localhost/*'] };
const onlyOnDemand: Plugin & { renderCrxManifest: (manifest: { content_scripts?: { js?: string[] }[] }) => unknown } = {
  name: 'only-on-demand',
  enforce: 'post',
  renderCrxManifest: (manifest) => ({
    ...manifest,
    content_scripts: (manifest.content_scripts ?? []).filter(({ js }) => !js?.some((file) => file.includes('/on-demand/'))),
  }),
};

export default defineConfig(({ mode }) => {
  const firefox = mode === 'firefox';
  const { side_panel, sidebar_action, browser_specific_settings, minimum_chrome_version, background, content_scripts, ...rest } = source;
  const base = { ...rest, content_scripts: [...content_scripts, onDemand] };
  const manifest = firefox
    ? { ...base, sidebar_action, browser_specific_settings, background: { scripts: [background.service_worker], type: 'module' } }
    : { ...base, side_panel, minimum_chrome_version, background, permissions: [...base.permissions, 'sidePanel'] };
  return {
    define: { __BROWSER__: JSON.stringify(firefox ? 'firefox' : 'chrome') },
    plugins: [checkedKnowledge, noHtmlSink, onlyOnDemand, crx({ manifest: manifest as unknown as ManifestV3Export, browser: firefox ? 'firefox' : 'chrome' })],
    build: {
      outDir: `dist/${firefox ? 'firefox' : 'chrome'}`,
      emptyOutDir: true,
      target: firefox ? 'firefox142' : 'chrome120',
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 2000,
      rolldownOptions: {
        input: { panel: 'src/panel/index.html', directory: 'src/directory/index.html', papers: 'src/papers/index.html', timeline: 'src/timeline/index.html' },
      },
    },
  };
});
