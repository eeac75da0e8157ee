import { expect } from 'vitest';
import { makeOrganisation } from '../../../../db/testing/factories.ts';
import { type Context, makeContext } from '../../../context.ts';
import { createApiKey } from '../../../domain/api-keys/mutations.ts';
import { type Answered, type Asked, caller } from '../../../http/testing/caller.ts';
import { coreV4 } from '../dialect.ts';
import { coreV4Document, coreV4DocumentRoute } from '../document.ts';
import { coreV4Routes } from '../routes.ts';

const ask = caller(coreV4, coreV4Routes, { route: coreV4DocumentRoute, made: coreV4Document() });

export type { Answered };

export interface CallOptions extends Asked {
  key?: string;
}

/** Calls the Core API. The path stands below `/v4`. */
export function call(method: string, path: string, { key, ...asked }: CallOptions = {}): Promise<Answered> {
  const headers = new Headers(asked.headers);
  if (key) headers.set('api_key', key);
  return ask(method, path, { ...asked, headers });
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
