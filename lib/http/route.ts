import { z } from 'zod';
import { requirePermission } from '../auth/permissions.ts';
import type { Context } from '../context.ts';
import { env } from '../env.ts';
import { AppError, type Issue, invalid } from '../errors.ts';
import type { Dialect } from './dialect.ts';
import type { Exchange } from './exchange.ts';
import { asAppError } from './fault.ts';
import { type Answer, executeOnce } from './idempotency.ts';
import type { Operation, RequestClaim, WireNames } from './operation.ts';
import { parseInput } from './parse-input.ts';
import { compilePath, type PathPattern } from './path.ts';
import { rateLimiter } from './rate-limit.ts';
import { failureAnswer, serve } from './serve.ts';

/** A route value: the plain function, with what it was made from. */
export interface Route {
  (request: Request): Promise<Response>;
  readonly declaration: Operation;
  readonly patterns: readonly PathPattern[];
  /** Answers a request whose method and path are known to fit. Throws; the caller maps faults. */
  readonly perform: (exchange: Exchange, params: Record<string, string>) => Promise<Answer>;
}

/** The builder of a dialect's routes: gives the function that makes a route value of a declaration. */
export function routeBuilder(dialect: Dialect) {
  return function route<P, Q, B, R>(declaration: Operation<P, Q, B, R>): Route {
    const patterns = [declaration.path, ...(declaration.aliases ?? [])].map((path) =>
      compilePath(dialect.basePath + path),
    );
    const perform = performer(dialect, declaration as Operation);
    const parts = { declaration: declaration as Operation, patterns, perform };
    const self: Route = Object.assign((request: Request) => serveOne(request), parts);
    const serveOne = serve(dialect, [self]);
    return self;
  };
}

/** The way of one operation: who asks, how often, may they, once only, what is asked, do it, say it. */
function performer(dialect: Dialect, operation: Operation): Route['perform'] {
  const read = inputReader(dialect, operation);
  const once = dialect.idempotency && (operation.method === 'POST' || operation.method === 'PATCH');

  const answerOf = (result: unknown, { path, search }: Exchange, requestId: string): Answer => {
    const body = operation.serialize ? JSON.stringify(operation.serialize(result, { requestId, path, search })) : null;
    const { secretAnswer: isSecret } = operation;
    return { status: operation.statusOf?.(result) ?? operation.status, body, isSecret };
  };
  const inOurWords = (error: unknown): never => {
    throw operation.wireNames ? inWireNames(error, operation.wireNames) : error;
  };
  const execute = async (exchange: Exchange, params: Record<string, string>, ctx: Context): Promise<Answer> => {
    const input = await read(exchange, params);
    const result = await operation.handler(ctx, input).catch(inOurWords);
    return answerOf(result, exchange, exchange.requestId);
  };
  const recall = async (exchange: Exchange, params: Record<string, string>, ctx: Context, claim: RequestClaim) => {
    const done = await operation.recall?.(ctx, await read(exchange, params), claim).catch(inOurWords);
    return done ? answerOf(done.result, exchange, claim.requestId) : null;
  };

  return async (exchange, params) => {
    const { ctx, principal } = await dialect.authenticate(exchange);
    exchange.actor = principal;
    await countRequest(dialect, exchange, principal);
    requirePermission(ctx, operation.permission);
    const key = once ? exchange.header('idempotency-key') : null;
    if (key === null) return execute(exchange, params, ctx);
    const keyed = { ...ctx, idempotencyKey: key };
    return executeOnce(exchange, ctx.organisationId, key, {
      execute: () => answered(dialect, exchange, () => execute(exchange, params, keyed)),
      recall: (claim) => answered(dialect, exchange, () => recall(exchange, params, keyed, claim)),
    });
  };
}

/** An answer to every fault of the request itself; what is not its fault is thrown. */
async function answered<A extends Answer | null>(dialect: Dialect, exchange: Exchange, perform: () => Promise<A>) {
  try {
    return await perform();
  } catch (error) {
    const fault = asAppError(error);
    // Of these the key is to keep no answer: the next request with it may be the right one.
    if (!fault || fault.is('unavailable') || fault.is('idempotency-mismatch')) throw error;
    return failureAnswer(dialect, fault, exchange);
  }
}

/** The domain's issues with the names that the caller wrote. */
function inWireNames(error: unknown, names: WireNames): unknown {
  if (!(error instanceof AppError) || !error.is('invalid')) return error;
  const translated = (path: string) => {
    if (typeof names === 'function') return names(path);
    return path
      .split('.')
      .map((word) => names[word] ?? word)
      .join('.');
  };
  const { issues, platform } = error.details;
  const inWire = issues.map(({ path, ...same }) => ({ ...same, path: translated(path) }));
  return invalid(inWire, platform);
}

async function countRequest(dialect: Dialect, exchange: Exchange, principal: string): Promise<void> {
  const windows = dialect.limits();
  if (windows.length === 0 || !env().rateLimits) return;
  const decision = await rateLimiter.take(`${dialect.name}:${principal}`, windows, exchange.now);
  exchange.rates = decision.states;
  if (decision.allowed) return;
  const { retryAfterSeconds } = decision;
  throw new AppError('rate-limited', 'Too many requests; slow down', { retryAfterSeconds });
}

/** Made once a route: the schemas as strict as the dialect asks for. What it reads throws `invalid` with all problems. */
function inputReader(dialect: Dialect, { params, query, body, exactNumbers }: Operation) {
  const strict = dialect.undeclared === 'refuse';
  const strictly = (schema: z.ZodType): z.ZodType =>
    strict && schema instanceof z.ZodObject ? schema.strict() : schema;
  const querySchema = query ? strictly(query) : strict ? z.strictObject({}) : null;
  const bodySchema = body ? strictly(body) : null;

  return async (exchange: Exchange, rawParams: Record<string, string>) => {
    const issues: Issue[] = [];
    const read = async <T>(part: () => T): Promise<Awaited<T> | undefined> => {
      try {
        return await part();
      } catch (error) {
        if (!(error instanceof AppError) || !error.is('invalid')) throw error;
        issues.push(...error.details.issues);
        return undefined;
      }
    };
    const input = {
      params: await read(() => params && parseInput(params, rawParams, 'parameter')),
      query: await read(() => querySchema && parseInput(querySchema, dialect.readQuery(exchange.search), 'parameter')),
      body: await read(() =>
        bodySchema ? readBody(bodySchema, exchange, exactNumbers) : refuseBody(strict, exchange),
      ),
    };
    if (issues.length > 0) throw invalid(issues);
    return input;
  };
}

async function readBody(schema: z.ZodType, exchange: Exchange, exactNumbers = false): Promise<unknown> {
  const value = await exchange.json({ exactNumbers });
  if (value === undefined && !schema.safeParse(undefined).success) {
    throw invalid({ path: '', message: 'A body is required' });
  }
  if (value !== undefined && (typeof value !== 'object' || value === null || Array.isArray(value))) {
    throw invalid({ path: '', message: 'The body must be an object' });
  }
  return parseInput(schema, value, 'field');
}

/** A route without a declared body takes none, or an empty object from clients that always send one. */
async function refuseBody(strict: boolean, exchange: Exchange): Promise<undefined> {
  if (!strict || exchange.method === 'GET') return;
  const value = await exchange.json();
  if (value === undefined || JSON.stringify(value) === '{}') return;
  throw invalid({ path: '', message: 'This request takes no body' });
}
