import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { db } from '../../../db/client.ts';
import { organisations } from '../../../db/schema/organisations.ts';
import { type Context, makeContext } from '../../context.ts';
import { conflict, unauthenticated } from '../../errors.ts';
import type { Dialect } from '../dialect.ts';
import { singleValues } from '../query.ts';
import { routeBuilder } from '../route.ts';
import { methods } from '../serve.ts';

/** A dialect of nobody, to try the builder with: `Who: <organisation>` signs in, `Who: <organisation> reader` to read. */
export function tinyApi(over: Partial<Dialect> = {}) {
  const dialect: Dialect = {
    name: `tiny-${randomUUID()}`,
    basePath: '/tiny',
    accepts: ['application/json'],
    sends: 'application/tiny+json',
    undeclared: 'refuse',
    idempotency: true,
    limits: () => [{ name: 'minute', capacity: 1000, refillPerSecond: 10 }],
    authenticate: async (exchange) => {
      const [organisation, role] = exchange.header('who')?.split(' ') ?? [];
      if (!organisation) throw unauthenticated('Say who you are');
      const actor = { type: 'api-key' as const, id: 'key', label: 'Key', readOnly: role === 'reader' };
      const { requestId, now } = exchange;
      const ctx = makeContext({ organisationId: Number(organisation), actor, requestId, now, door: 'tiny' });
      return { ctx, principal: organisation };
    },
    readQuery: singleValues,
    headers: (requestId, rates) => ({ 'X-Request-Id': requestId, 'X-Left': rates.map((r) => r.remaining).join() }),
    failure: (error, { requestId }) => ({
      status: error ? statuses[error.code] : 500,
      body: { code: error?.code ?? 'internal', message: error?.message ?? 'Internal error', requestId },
    }),
    ...over,
  };
  const route = routeBuilder(dialect);
  const made: { name: string; requestId: string }[] = [];
  let recalls = false;
  let behave: (ctx: Context) => Promise<void> = async () => {};

  const listThings = route({
    id: 'listThings',
    summary: 'Lists things',
    method: 'GET',
    path: '/things',
    permission: 'read',
    query: z.object({ limit: z.coerce.number().int().min(1).max(9).default(5) }),
    status: 200,
    handler: async (_ctx, { query }) => made.slice(0, query.limit),
    serialize: (things, { requestId }) => ({ things: things.map((thing) => thing.name), requestId }),
  });
  const makeThing = route({
    id: 'makeThing',
    summary: 'Makes a thing',
    method: 'POST',
    path: '/things',
    aliases: ['/gadgets'],
    permission: 'companies.write',
    body: z.object({ name: z.string().min(1), size: z.object({ width: z.number() }).strict().optional() }),
    status: 201,
    handler: async (ctx, { body }) => {
      await behave(ctx);
      if (made.some((thing) => thing.name === body.name)) throw conflict('It is there');
      made.push({ name: body.name, requestId: ctx.requestId });
      return { name: body.name, number: made.length };
    },
    recall: async (_ctx, _input, claim) => {
      const at = made.findIndex((thing) => thing.requestId === claim.requestId);
      return recalls && at >= 0 ? { result: { name: made[at]?.name ?? '', number: at + 1 } } : null;
    },
    serialize: (thing, { requestId }) => ({ ...thing, requestId }),
  });
  const getThing = route({
    id: 'getThing',
    summary: 'One thing',
    method: 'GET',
    path: '/things/{thing_id}',
    permission: 'read',
    params: z.object({ thing_id: z.string().regex(/^\d+$/, 'must be a number') }),
    status: 200,
    handler: async (ctx, { params }) => {
      await behave(ctx);
      return params.thing_id;
    },
    serialize: (id) => ({ id }),
  });
  const dropThing = route({
    id: 'dropThing',
    summary: 'Drops a thing',
    method: 'DELETE',
    path: '/things/{thing_id}',
    permission: 'companies.write',
    status: 204,
    handler: async () => {},
  });

  const { GET: handle } = methods(dialect, listThings, makeThing, getThing, dropThing);
  return {
    dialect,
    routes: { listThings, makeThing, getThing, dropThing },
    made,
    /** What the handlers do before their work. */
    onHandle: (work: typeof behave) => {
      behave = work;
    },
    /** From now on what a lost request made can be told. */
    rememberMade: () => {
      recalls = true;
    },
    handle,
    /** Sends a request; `body` that is no text becomes JSON. */
    send: (method: string, path: string, options: { who?: string; headers?: HeadersInit; body?: unknown } = {}) => {
      const headers = new Headers(options.headers);
      if (options.who) headers.set('who', options.who);
      const { body } = options;
      if (body !== undefined && !headers.has('content-type')) headers.set('content-type', 'application/json');
      const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
      return handle(new Request(`http://api.test${path}`, { method, headers, body: text as string | undefined }));
    },
  };
}

/** An organisation to act in. */
export async function makeTenant(): Promise<string> {
  const [made] = await db()
    .insert(organisations)
    .values({ name: 'Tiny', createdAt: new Date() })
    .returning({ id: organisations.id });
  return String(made?.id);
}

const statuses = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  'method-not-allowed': 405,
  conflict: 409,
  'payload-too-large': 413,
  'unsupported-media-type': 415,
  'idempotency-mismatch': 422,
  'rate-limited': 429,
  platform: 502,
  unavailable: 503,
} as const;
