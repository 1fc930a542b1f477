import { defineConfig } from 'vitest/config';

export default defineConfig({ define: { __BROWSER__: '"chrome"' }, test: { environment: 'node', include: ['scripts/fuzz/**/*.fuzz.ts'] } });
