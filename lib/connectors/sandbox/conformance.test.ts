import { afterAll } from 'vitest';
import { startTestSandbox } from '../../../sandbox/testing/sandbox.ts';
import { resetEnv } from '../../env.ts';
import { conformanceSuite } from '../testing/conformance.ts';
import { sandboxPlatform } from './testing/conformance.ts';
import { pointTo } from './testing/writing.ts';

const sandbox = await startTestSandbox();
pointTo(sandbox.url);
afterAll(async () => {
  delete process.env.SANDBOX_URL;
  resetEnv();
  await sandbox.stop();
});

conformanceSuite('SANDBOX', () => sandboxPlatform(sandbox));
