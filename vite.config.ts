import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import { defineConfig, type Plugin } from 'vite';
import source from './manifest.json' with { type: 'json' };

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

export default defineConfig(({ mode }) => {
  const firefox = mode === 'firefox';
  const { side_panel, sidebar_action, browser_specific_settings, minimum_chrome_version, background, ...base } = source;
  const manifest = firefox
    ? { ...base, sidebar_action, browser_specific_settings, background: { scripts: [background.service_worker], type: 'module' } }
    : { ...base, side_panel, minimum_chrome_version, background, permissions: [...base.permissions, 'sidePanel'] };
  return {
    define: { __BROWSER__: JSON.stringify(firefox ? 'firefox' : 'chrome') },
    plugins: [noHtmlSink, crx({ manifest: manifest as unknown as ManifestV3Export, browser: firefox ? 'firefox' : 'chrome' })],
    build: {
      outDir: `dist/${firefox ? 'firefox' : 'chrome'}`,
      emptyOutDir: true,
      target: firefox ? 'firefox142' : 'chrome120',
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 2000,
      rolldownOptions: { input: { panel: 'src/panel/index.html', directory: 'src/directory/index.html' } },
    },
  };
});
