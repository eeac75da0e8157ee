import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Handler } from '../serve.ts';

/** A route file of the app router, and what it serves by method. */
export interface AppRoute {
  /** Words of the path below the folder: `[name]` takes any word, `[[...path]]` any rest. */
  words: string[];
  handlers: Record<string, Handler>;
}

/** Every route file below a folder of app/. */
export async function appRoutes(folder: string): Promise<AppRoute[]> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const routeFiles = files.filter((file) => file.endsWith('route.ts'));
  return Promise.all(
    routeFiles.map(async (file) => ({
      words: dirname(file).split('/'),
      handlers: (await import(/* @vite-ignore */ join(folder, file))) as Record<string, Handler>,
    })),
  );
}

/** The file that the app router takes for a path: fixed words go before named ones, the catch-all last. */
export function fileOf(path: string, files: readonly AppRoute[]): AppRoute | undefined {
  const words = path.slice(1).split('/');
  const isNamed = (word: string) => word.startsWith('[') && !word.startsWith('[[');
  const fitting = files.filter(
    (file) =>
      file.words.length === words.length &&
      file.words.every((word, at) => (isNamed(word) ? words[at] !== '' : word === words[at])),
  );
  const rank = (file: AppRoute) => file.words.map((word) => (isNamed(word) ? '1' : '0')).join('');
  return fitting.sort((a, b) => rank(a).localeCompare(rank(b)))[0];
}
