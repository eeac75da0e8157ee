import { readFileSync } from 'node:fs';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { dirname, join, relative } from 'node:path';
import next from 'next';

export interface NextApp {
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  close(): Promise<void>;
}

/** Makes Next ready to serve: the build that lies beside the running program, or the source in development. */
export async function prepareNext(input: {
  dev: boolean;
  host: string;
  port: number;
  publicUrl: string;
  server: Server;
}): Promise<NextApp> {
  // next-auth makes its links and cookies from this one.
  process.env.NEXTAUTH_URL = input.publicUrl;
  if (!input.dev) pointNextToBuild(process.argv[1] ?? '');
  const app = next({
    dev: input.dev,
    dir: process.cwd(),
    hostname: input.host,
    port: input.port,
    httpServer: input.server,
  });
  await app.prepare();
  return { handle: app.getRequestHandler(), close: () => app.close() };
}

/**
 * A build is moved out of Next's own folder when it is done, so that a later one can't disturb a running process. Next
 * takes a finished configuration from this variable (as its standalone server does), which also saves reading
 * next.config.ts at every start.
 */
function pointNextToBuild(program: string): void {
  const folder = join(dirname(program), 'next');
  const manifest = JSON.parse(readFileSync(join(folder, 'required-server-files.json'), 'utf8')) as {
    config: Record<string, unknown>;
  };
  const config = { ...manifest.config, distDir: relative(process.cwd(), folder) };
  process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(config);
}
