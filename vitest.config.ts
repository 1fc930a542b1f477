import { defineConfig } from 'vitest/config';

export default defineConfig({
  define: { __BROWSER__: '"chrome"' },
  test: {
    environment: 'node',
    include: ['tests/**/*.test.{ts,tsx}'],
    testTimeout: 20_000,
  },
});
