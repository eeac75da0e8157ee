import { expect } from 'vitest';
import { makeOrganisation } from '../../../../db/testing/factories.ts';
import { type Context, makeContext } from '../../../context.ts';
import { createApiKey } from '../../../domain/api-keys/mutations.ts';
import { serve } from '../../../http/serve.ts';
import { answerCheck } from '../../../http/testing/document-check.ts';
import { coreV4 } from '../dialect.ts';
import { coreV4Document, coreV4DocumentRoute } from '../document.ts';
import { coreV4Routes } from '../routes.ts';

const handle = serve(coreV4, [...coreV4Routes, coreV4DocumentRoute]);
const problemOf = answerCheck(coreV4Document(), coreV4Routes);

export interface CallOptions {
  key?: string;
  headers?: Record<string, string>;
  /** Text is sent as it is, anything else as JSON. */
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
 * Calls the Core API as a program does, without a server between. The path stands below `/v4`. Whatever is answered must
 * be as the API's document says.
 */
export async function call(method: string, path: string, options: CallOptions = {}): Promise<Answered> {
  const headers = new Headers(options.headers);
  if (options.key) headers.set('api_key', options.key);
  if (options.body !== undefined && !headers.has('content-type')) headers.set('content-type', 'application/json');
  const { body } = options;
  const sent = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
  const response = await handle(new Request(`http://ledgerline.test/v4${path}`, { method, headers, body: sent }));
  const text = await response.text();
  const { status } = response;
  const answered = { status, headers: response.headers, body: text ? JSON.parse(text) : undefined, text };
  const asked = { method, path: `/v4${path.split('?', 1)[0]}` };
  if (method !== 'HEAD') expect(problemOf({ ...asked, ...answered })).toBeNull();
  return answered;
}

/** An organisation with its keys, and the Context of who owns it, for arranging. */
export interface Tenant {
  organisationId: number;
  ctx: Context;
  key: string;
  readOnlyKey: string;
  /** Calls with the key that may write. */
  call(method: string, path: string, options?: CallOptions): Promise<Answered>;
}

export async function makeTenant(name = 'Northwind'): Promise<Tenant> {
  const { organisationId, ctx } = await makeOrganisation({ name });
  const system = makeContext({ ...ctx, actor: { type: 'system', id: 'test', label: 'Test' } });
  const { key } = await createApiKey(system, { name: 'Writes' });
  const { key: readOnlyKey } = await createApiKey(system, { name: 'Reads', readOnly: true });
  const asTenant: Tenant['call'] = (method, path, options) => call(method, path, { key, ...options });
  return { organisationId, ctx: system, key, readOnlyKey, call: asTenant };
}

/** The `error` object of an answer, checked to have the contract's shape. */
export function errorOf(answered: Answered): { message: string; issues?: { path: string; message: string }[] } {
  expect(answered.body).toEqual({
    error: {
      status_code: answered.status,
      message: expect.any(String),
      request_id: answered.headers.get('x-request-id'),
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      platform_error: null,
      ...(answered.status === 400 ? { issues: expect.any(Array) } : {}),
    },
  });
  return (answered.body as { error: { message: string } }).error;
}
