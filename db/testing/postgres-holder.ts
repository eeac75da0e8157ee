import { startEmbeddedPostgres } from '../embedded.ts';

/** A second process that uses the embedded Postgres of a data folder until it is told to stop. */
const server = await startEmbeddedPostgres({ dataDir: process.argv[2] ?? '', throwaway: true });
process.send?.(server.url);
process.once('message', async () => {
  await server.stop();
  process.exit(0);
});
