import { defineConfig } from '@playwright/test';

/** Chromium as root (a container, a CI machine) runs without its sandbox, and talks to nobody but the product. */
const args = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export default defineConfig({
  testDir: 'stories',
  // Two cores: each story already runs a server and several pages.
  workers: 1,
  forbidOnly: process.env['CI'] === 'true',
  timeout: 180_000,
  expect: { timeout: 10_000 },
  outputDir: 'test-results',
  use: {
    actionTimeout: 15_000,
    trace: 'retain-on-failure',
    locale: 'en-GB',
    launchOptions: {
      args,
      ...(process.env['CHROMIUM_PATH'] !== undefined && { executablePath: process.env['CHROMIUM_PATH'] }),
    },
  },
});
