import { existsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

const webSetup = 'apps/web/src/testing/setup.ts';

export default defineConfig({
  test: {
    // Two cores are the measure; more workers than cores make servers in tests miss their own deadlines.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'packages',
          environment: 'node',
          include: ['packages/*/src/**/*.test.ts'],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'server',
          environment: 'node',
          include: ['apps/server/src/**/*.test.ts'],
          testTimeout: 20_000,
          hookTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'web',
          environment: 'jsdom',
          include: ['apps/web/{src,build}/**/*.test.{ts,tsx}'],
          setupFiles: existsSync(webSetup) ? [webSetup] : [],
          testTimeout: 20_000,
        },
      },
      { test: { name: 'bench', environment: 'node', include: ['bench/**/*.test.ts'], testTimeout: 60_000 } },
      { test: { name: 'scripts', environment: 'node', include: ['scripts/**/*.test.{mjs,ts}'], testTimeout: 20_000 } },
    ],
  },
});
