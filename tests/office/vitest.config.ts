import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { environment: 'node', include: ['tests/office/*.office.ts'], testTimeout: 60_000 } });
