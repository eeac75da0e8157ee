import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What goes into a build. Tests, documents and benchmarks don't, so changing those asks for no new one. */
const folders = ['app', 'components', 'db', 'lib', 'public', 'sandbox', 'scripts'];
const files = [
  'instrumentation.ts',
  'package-lock.json',
  'package.json',
  'next.config.ts',
  'postcss.config.mjs',
  'server.ts',
  'tsconfig.json',
];
const leftOut = /(^|\/)(testing|golden)\/|\.test\.tsx?$|\.md$/;

/**
 * A digest of the source as it lies on disk: the name of its build. Made from contents, so that neither a checkout's
 * new times nor a lost clock matters. A thousand files take some 50 ms.
 */
export function sourceStamp(root: string): string {
  const hash = createHash('sha256');
  for (const path of sourceFiles(root)) {
    const content = readFileSync(join(root, path));
    hash.update(`${path}\0${content.byteLength}\0`).update(content);
  }
  return hash.digest('hex').slice(0, 16);
}

/** Paths of all source files, relative to the project, in a fixed order. */
export function sourceFiles(root: string): string[] {
  const found = folders.flatMap((folder) => filesBelow(root, folder));
  const single = files.filter((file) => statSync(join(root, file), { throwIfNoEntry: false }));
  return [...found, ...single].filter((path) => !leftOut.test(path)).sort();
}

function filesBelow(root: string, folder: string): string[] {
  if (!statSync(join(root, folder), { throwIfNoEntry: false })) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesBelow(root, path);
    return entry.isFile() && !entry.name.startsWith('.') ? [path] : [];
  });
}
