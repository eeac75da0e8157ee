import base from '../playwright.config.ts';

/** Pictures instead of checks: the same installation and fixtures as the browser tests, see shoot.ts. */
export default {
  ...base,
  testDir: '.',
  testMatch: '*.shots.ts',
  outputDir: '../../test-results/gallery',
  // Each state is taken in every width and theme.
  timeout: 120_000,
};
