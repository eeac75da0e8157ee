import { relative } from 'node:path';
import { ensureBuild } from './build/ensure-build.ts';
import { fail, stopWhenAsked } from './start/child.ts';
import { projectRoot } from './start/project-root.ts';

/** `npm run build`: makes the build of this source unless it is there. Also run by the start, which shows errors only. */
const abort = new AbortController();
let done: Promise<unknown> = Promise.resolve();
stopWhenAsked(async () => {
  abort.abort();
  await done.catch(() => {});
});
done = ensureBuild(projectRoot, { echo: !process.argv.includes('--quiet'), signal: abort.signal }).then(
  (folder) => {
    process.stdout.write(`Built ${relative(projectRoot, folder)}\n`);
    process.exit(0);
  },
  (error) => {
    if (!abort.signal.aborted) fail('The build failed', error);
  },
);
