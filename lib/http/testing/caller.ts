import { expect } from 'vitest';
import type { ApiDocument } from '../../openapi.ts';
import type { Dialect } from '../dialect.ts';
import type { Route } from '../route.ts';
import { serve } from '../serve.ts';
import { answerCheck } from './document-check.ts';

export interface Asked {
  headers?: HeadersInit;
  /** Text is sent as it is, anything else as JSON in the dialect's first media type. */
  body?: unknown;
}

export interface Answered {
  status: number;
  headers: Headers;
  /** Parsed; undefined for an empty body. */
  body: unknown;
  text: string;
}

/**
 * Calls a dialect's routes and its document as a program does, without a server between. The path stands below the base
 * path. Whatever is answered must be as the document says.
 */
export function caller(dialect: Dialect, routes: readonly Route[], document: { route: Route; made: ApiDocument }) {
  const handle = serve(dialect, [...routes, document.route]);
  const problemOf = answerCheck(document.made, routes);
  return async (method: string, path: string, { body, ...asked }: Asked = {}): Promise<Answered> => {
    const headers = new Headers(asked.headers);
    if (body !== undefined && !headers.has('content-type')) headers.set('content-type', dialect.accepts[0] ?? '');
    const sent = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
    const whole = dialect.basePath + path;
    const response = await handle(new Request(`http://ledgerline.test${whole}`, { method, headers, body: sent }));
    const text = await response.text();
    const { status } = response;
    const answered = { status, headers: response.headers, body: text ? JSON.parse(text) : undefined, text };
    const place = { method, path: whole.split('?', 1)[0] ?? '' };
    if (method !== 'HEAD') expect(problemOf({ ...place, ...answered })).toBeNull();
    return answered;
  };
}
