import { execFileSync } from 'node:child_process';
import {
  accessSync,
  constants,
  createReadStream,
  createWriteStream,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';
import { chromium, type LaunchOptions } from '@playwright/test';

/** How to start the browser that was found; for Playwright's `launch` and its configuration. */
export type ChromiumLaunch = Pick<LaunchOptions, 'executablePath' | 'args' | 'env'>;

const systemBrowsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * Finds a Chromium: the one of CHROMIUM_PATH, Playwright's own, the system's, else the one that a package brings,
 * which is unpacked once (about three seconds). Throws with what to do when there is none for this machine.
 */
export async function findChromium(): Promise<ChromiumLaunch> {
  const args = [
    // Chromium's sandbox refuses to run as root.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
    '--disable-quic',
  ];
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (!existsSync(given)) throw new Error(`CHROMIUM_PATH names ${given}, which is not there.`);
    return { executablePath: given, args };
  }
  const found = [chromium.executablePath(), ...systemBrowsers].find((path) => existsSync(path));
  if (found) return { executablePath: found, args };
  return { ...(await packagedChromium()), args };
}

async function packagedChromium(): Promise<ChromiumLaunch> {
  const packed = packedFolder();
  if (!packed) {
    throw new Error(
      'There is no browser to test with. Install Chromium (apt-get install chromium) or set CHROMIUM_PATH.',
    );
  }
  const folder = await unpacked(packed.bin, packed.version);
  const executablePath = join(folder, 'chromium');
  const env = { ...process.env, ...(existsSync('/usr/share/fonts') ? {} : { FONTCONFIG_PATH: folder }) };
  if (runs(executablePath, env)) return { executablePath, env };
  // This system lacks the network security libraries; the package has them too.
  const withLibraries = { ...env, LD_LIBRARY_PATH: join(folder, 'lib') };
  if (runs(executablePath, withLibraries)) return { executablePath, env: withLibraries };
  throw new Error(
    'The packaged Chromium does not run here. Install its libraries (apt-get install libnss3 libnspr4 libexpat1) ' +
      'or Chromium itself, or set CHROMIUM_PATH.',
  );
}

/** The package is made for Linux on x64 only. */
function packedFolder(): { bin: string; version: string } | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const folder = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')));
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  return { bin: join(folder, 'bin'), version };
}

function runs(executable: string, env: NodeJS.ProcessEnv): boolean {
  try {
    execFileSync(executable, ['--version', '--no-sandbox'], { env, stdio: 'ignore', timeout: 20_000 });
    return true;
  } catch {
    return false;
  }
}

/** Unpacks beside the final place and moves the whole folder there: nobody ever sees half of it. */
async function unpacked(bin: string, version: string): Promise<string> {
  const cache = cacheFolder();
  const target = join(cache, `chromium-${version}`);
  if (existsSync(target)) return target;
  const part = `${target}.${process.pid}.part`;
  mkdirSync(part);
  await unpackTar(join(bin, 'fonts.tar.br'), part);
  await unpackTar(join(bin, 'al2023.tar.br'), part);
  await decompress(join(bin, 'chromium.br'), join(part, 'chromium'), 0o755);
  try {
    renameSync(part, target);
  } catch (error) {
    // Another run was faster.
    rmSync(part, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  return target;
}

/** Beside the packages; in a folder of this user's own where those are somebody else's. */
function cacheFolder(): string {
  const beside = fileURLToPath(new URL('../node_modules/.cache', import.meta.url));
  const { uid } = userInfo();
  for (const folder of [beside, join(tmpdir(), `ledgerline-browser-${uid}`)]) {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o755 });
      accessSync(folder, constants.W_OK);
    } catch {
      continue;
    }
    // In the shared temporary folder somebody else may have taken the name.
    if (folder === beside || lstatSync(folder).uid === uid) return folder;
  }
  throw new Error('There is no place to unpack the browser. Make node_modules writable, or set CHROMIUM_PATH.');
}

async function unpackTar(archive: string, folder: string): Promise<void> {
  const tar = join(folder, 'archive.tar');
  await decompress(archive, tar, 0o644);
  execFileSync('tar', ['-xf', tar, '-C', folder, '--no-same-owner']);
  rmSync(tar);
}

const decompress = (from: string, to: string, mode: number) =>
  pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to, { mode }));
