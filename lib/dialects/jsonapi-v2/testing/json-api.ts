import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { makeOrganisation } from '../../../../db/testing/factories.ts';
import { type Context, makeContext } from '../../../context.ts';
import { createAccessToken } from '../../../domain/access-tokens/mutations.ts';
import { createMember } from '../../../domain/members/mutations.ts';
import { type Answered, type Asked, caller } from '../../../http/testing/caller.ts';
import { jsonApiV2 } from '../dialect.ts';
import { jsonApiV2Document, jsonApiV2DocumentRoute } from '../document.ts';
import { jsonApiV2Routes } from '../routes.ts';
import type { companyShape } from '../serialize/company.ts';

const ask = caller(jsonApiV2, jsonApiV2Routes, { route: jsonApiV2DocumentRoute, made: jsonApiV2Document() });

export type { Answered };

export interface CallOptions extends Asked {
  token?: string;
  organizationId?: number | string;
}

/** Calls the JSON:API. The path stands below `/api/v2`. */
export function call(method: string, path: string, options: CallOptions = {}): Promise<Answered> {
  const { token, organizationId, ...asked } = options;
  const headers = new Headers(asked.headers);
  if (token) headers.set('x-auth-token', token);
  if (organizationId) headers.set('x-organization-id', String(organizationId));
  return ask(method, path, { ...asked, headers });
}

/** An organisation with its tokens, and the Context of who owns it, for arranging. */
export interface Tenant {
  organisationId: number;
  ctx: Context;
  token: string;
  readOnlyToken: string;
  /** Calls with the token that may write. */
  call(method: string, path: string, options?: CallOptions): Promise<Answered>;
}

export async function makeTenant(name = 'Northwind'): Promise<Tenant> {
  const { organisationId, ctx } = await makeOrganisation({ name });
  const system = makeContext({ ...ctx, actor: { type: 'system', id: 'test', label: 'Test' } });
  const token = await tokenOf(system, { name: 'Writes' });
  const readOnlyToken = await tokenOf(system, { name: 'Reads', readOnly: true });
  const asTenant: Tenant['call'] = (method, path, options) =>
    call(method, path, { token, organizationId: organisationId, ...options });
  return { organisationId, ctx: system, token, readOnlyToken, call: asTenant };
}

/** Makes a token of the JSON:API. */
export async function tokenOf(
  ctx: Context,
  given: { name: string; readOnly?: boolean; expiresAt?: Date },
): Promise<string> {
  const made = await createAccessToken(ctx, { dialect: 'jsonapi', ...given });
  if (made.dialect !== 'jsonapi') throw new Error('Another kind of token was made');
  return made.token;
}

/** Makes a member of the organisation and says their id. */
export async function memberOf(ctx: Context, name: string): Promise<string> {
  const person = { name, email: `${randomUUID()}@example.com`, password: `${name} and her seven boats` };
  return (await createMember(ctx, { ...person, role: 'operator' })).userId;
}

/** A request document of a company. */
export const companyOf = (attributes: Record<string, unknown>, relationships?: unknown) => ({
  data: { type: 'companies', attributes, ...(relationships !== undefined && { relationships }) },
});

export type CompanyResource = (typeof companyShape)['_output'];

/** The resource of an answer about one company. */
export const resourceOf = ({ body }: Answered): CompanyResource => (body as { data: CompanyResource }).data;

/** The resources of a page. */
export const resourcesOf = ({ body }: Answered): CompanyResource[] => (body as { data: CompanyResource[] }).data;

interface ErrorEntry {
  status: string | number;
  code: string;
  title: string;
  detail: string;
  source?: { pointer?: string; parameter?: string };
}

/** The errors of an answer, checked to be of its status. */
export function errorsOf({ status, body, headers }: Answered): ErrorEntry[] {
  expect(headers.get('content-type')).toBe('application/vnd.api+json; charset=utf-8');
  const { errors } = body as { errors: ErrorEntry[] };
  expect(Object.keys(body as object)).toEqual(['errors']);
  expect(errors.length).toBeGreaterThan(0);
  expect(Math.min(...errors.map((one) => Number(one.status)))).toBe(status);
  return errors;
}
