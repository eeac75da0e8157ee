import type { ServerResponse } from 'node:http';
import { wasDatabaseAway } from '../../lib/http/readiness.ts';

const retryAfterSeconds = 5;

/** Lets a page that failed because the database is away say so: 503 with Retry-After, where Next knows 500 alone. */
export function tellWhenAway(response: ServerResponse): void {
  const writeHead = response.writeHead;
  response.writeHead = ((status: number, ...rest: unknown[]) => {
    if (status !== 500 || !wasDatabaseAway()) return Reflect.apply(writeHead, response, [status, ...rest]);
    response.setHeader('Retry-After', String(retryAfterSeconds));
    return Reflect.apply(writeHead, response, [503, ...rest]);
  }) as ServerResponse['writeHead'];
}
