import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig, devices } from '@playwright/test';
import { findChromium } from './chromium.ts';

// Playwright reads this file in every worker; the first reading settles ports and data folder for all.
process.env.E2E_PORT ??= String(await freePort());
// Where tests listen for webhooks, which the installation must be allowed to reach from its start on.
process.env.E2E_RECEIVER_PORT ??= String(await freePort());
process.env.E2E_DATA_DIR ??= join(tmpdir(), `ledgerline-e2e-${process.pid}-${process.env.E2E_PORT}`);
const baseURL = process.env.E2E_BASE_URL ?? `http://127.0.0.1:${process.env.E2E_PORT}`;
const { executablePath, args, env } = await findChromium();

/**
 * Browser tests against a whole installation with the demo, started for this run on a port and a data folder of its
 * own. E2E_BASE_URL and E2E_DATA_DIR name a running one instead; what it printed must lie there as start.log.
 */
export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  // A test that passes at its second try only is named at the end of a run (scripts/test).
  retries: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  use: {
    ...devices['Desktop Chrome'],
    baseURL,
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    // Without a film of every test, which costs more than the test; a picture of a failure is taken anyway.
    trace: { mode: 'retain-on-failure', screenshots: false },
    screenshot: 'only-on-failure',
    launchOptions: { executablePath, args, env: env as Record<string, string> | undefined },
  },
  webServer: process.env.E2E_BASE_URL
    ? undefined
    : {
        command: `exec node ${JSON.stringify(new URL('./system-under-test.ts', import.meta.url).pathname)}`,
        url: `${baseURL}/healthz`,
        env: { PORT: process.env.E2E_PORT },
        timeout: 300_000,
        stdout: 'pipe',
        gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
      },
});

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
