import { fileURLToPath } from 'node:url';
import { configDefaults, defineConfig } from 'vitest/config';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const systemTests = '**/*.system.test.ts';
const generated = ['**/.next/**', '**/dist/**', '**/.data/**', 'e2e/**'];

/**
 * unit: everything beside its file, on one real Postgres, a cloned database a suite.
 * system: starts whole installations from a finished build; run after `npm run build`.
 */
export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: here('./') },
      { find: 'server-only', replacement: here('db/testing/empty-module.ts') },
      // Drizzle's CommonJS build loads ten times faster than its ES modules, and every test file loads it.
      { find: /^drizzle-orm$/, replacement: here('node_modules/drizzle-orm/index.cjs') },
      { find: /^drizzle-orm\/(pg-core|postgres-js)$/, replacement: here('node_modules/drizzle-orm/$1/index.cjs') },
    ],
  },
  test: {
    // What is waited for takes as long as it takes on a busy machine; a test that passes never waits for the end of it.
    expect: { poll: { timeout: 15_000, interval: 20 } },
    // A test that passes at its second try only is named at the end of a run (scripts/test).
    retry: 1,
    // The queue's library reports a job's end in a promise of its own that nobody can catch. Where a test cuts the
    // database's connections on purpose it fails; the worker process knows that too and goes on.
    onUnhandledError: (error) =>
      !('code' in error && error.code === '57P01' && error.stack?.includes('graphile-worker')),
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...configDefaults.exclude, ...generated, systemTests],
          globalSetup: ['db/testing/global-setup.ts'],
          setupFiles: ['db/testing/environment.ts'],
          pool: 'forks',
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'system',
          include: [systemTests],
          exclude: [...configDefaults.exclude, ...generated],
          pool: 'forks',
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
