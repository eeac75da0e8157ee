import { createHash } from 'node:crypto';
import type { ApiDocument } from '../openapi.ts';
import type { Dialect } from './dialect.ts';
import type { Operation } from './operation.ts';
import { compilePath } from './path.ts';
import type { Route } from './route.ts';

/** How long a client may use the document without asking whether it changed; it does with an update only. */
const maxAgeSeconds = 300;

/**
 * The route of a dialect's own document, which needs no credentials: `GET <base path>/openapi.json`. It is made at the
 * first request and kept. A client that has it already (If-None-Match) gets 304.
 */
export function documentRoute(dialect: Dialect, make: () => ApiDocument): Route {
  const pattern = compilePath(`${dialect.basePath}/openapi.json`);
  let made: { text: string; etag: string } | undefined;

  const perform: Route['perform'] = async (exchange) => {
    made ??= withTag(JSON.stringify(make()));
    const headers = { ETag: made.etag, 'Cache-Control': `public, max-age=${maxAgeSeconds}` };
    const known = exchange.header('if-none-match');
    if (known?.split(',').some((tag) => tag.trim() === made?.etag)) {
      return { status: 304, body: null, headers };
    }
    return { status: 200, body: made.text, headers: { ...headers, 'Content-Type': 'application/json; charset=utf-8' } };
  };
  const unreachable = () => Promise.reject(new Error('The document is served by its dialect'));
  return Object.assign(unreachable, { declaration, patterns: [pattern], perform });
}

const declaration: Operation = {
  id: 'getApiDocument',
  summary: 'Get this document',
  method: 'GET',
  path: '/openapi.json',
  permission: 'read',
  status: 200,
  handler: async () => undefined,
};

const withTag = (text: string) => ({
  text,
  etag: `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`,
});
