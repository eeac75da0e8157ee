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
  resolve: { alias: { '@': here('.'), 'server-only': here('db/testing/empty-module.ts') } },
  test: {
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
