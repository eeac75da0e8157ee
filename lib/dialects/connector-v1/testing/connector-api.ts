import { expect } from 'vitest';
import { makeOrganisation } from '../../../../db/testing/factories.ts';
import { type Context, makeContext } from '../../../context.ts';
import { createAccessToken } from '../../../domain/access-tokens/mutations.ts';
import { type Answered, caller } from '../../../http/testing/caller.ts';
import { connectorV1 } from '../dialect.ts';
import { connectorV1Document, connectorV1DocumentRoute } from '../document.ts';
import { connectorV1Routes } from '../routes.ts';

const ask = caller(connectorV1, connectorV1Routes, { route: connectorV1DocumentRoute, made: connectorV1Document() });

export type { Answered };

/** Calls the Connector API. The path stands below `/api/connector/v1`. */
export const call = (path: string, body?: unknown, options: { method?: string; headers?: HeadersInit } = {}) =>
  ask(options.method ?? 'POST', path, { headers: options.headers, body });

/** The company object of an answer, as far as tests look into it. */
export type CompanyBody = Record<string, unknown> & { Id: string; ChainId: string; Number: number };

/** Tokens, and calls with them. */
export interface Caller {
  tokens: { ClientToken: string; AccessToken: string; Client: string };
  chainIds: string[];
  /** Calls an operation on companies with the tokens beside what is given. */
  call(operation: string, body?: Record<string, unknown>): Promise<Answered>;
  /** The companies of an answer that must be 200. */
  companies(operation: string, body: Record<string, unknown>): Promise<CompanyBody[]>;
}

/** Makes tokens for some chains, or for the default one. */
export async function makeCaller(
  ctx: Context,
  options: { chainIds?: string[]; readOnly?: boolean; expiresAt?: Date } = {},
): Promise<Caller> {
  const made = await createAccessToken(ctx, { dialect: 'connector', name: 'Desk', ...options });
  if (made.dialect !== 'connector') throw new Error('of another dialect');
  const tokens = { ClientToken: made.clientToken ?? '', AccessToken: made.accessToken, Client: 'Desk 1.0' };
  const callWith: Caller['call'] = (operation, body) => call(`/companies/${operation}`, { ...tokens, ...body });
  return {
    tokens,
    chainIds: made.chainIds,
    call: callWith,
    companies: async (operation, body) => {
      const answer = await callWith(operation, body);
      expect([answer.status, answer.text]).toEqual([200, expect.any(String)]);
      return (answer.body as { Companies: CompanyBody[] }).Companies;
    },
  };
}

/** An organisation, and the Context of who owns it, for arranging. */
export async function makeTenant(name = 'Northwind'): Promise<{ ctx: Context; caller: Caller }> {
  const { ctx } = await makeOrganisation({ name });
  const system = makeContext({ ...ctx, actor: { type: 'system', id: 'test', label: 'Test' } });
  return { ctx: system, caller: await makeCaller(system) };
}

/** What a company needs to be added. */
export const newCompany = { Name: 'Harbour & Lane', Options: { Invoiceable: true, AddFeesToInvoices: false } };

/** The message of an error, checked to have the contract's shape. */
export function errorOf(answered: Answered): string {
  const RequestId = answered.headers.get('request-id');
  expect(RequestId).toMatch(/^[0-9a-f-]{36}$/);
  expect(answered.body).toEqual({ Message: expect.any(String), RequestId, Details: null });
  return (answered.body as { Message: string }).Message;
}
