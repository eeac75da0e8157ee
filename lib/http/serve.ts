import { AppError, notFound } from '../errors.ts';
import { log } from '../log.ts';
import type { Dialect } from './dialect.ts';
import { type Asked, Exchange } from './exchange.ts';
import { asAppError } from './fault.ts';
import type { Answer } from './idempotency.ts';
import { httpMethods } from './operation.ts';
import { matchPath, splitPath } from './path.ts';
import { fullState } from './rate-limit.ts';
import type { Route } from './route.ts';

/** An answer as it goes out. */
export interface Reply {
  status: number;
  headers: Record<string, string>;
  /** Null without one; that of a HEAD is left out. */
  body: string | null;
}

/** A handler with the routes it chooses from. */
export interface Handler {
  (request: Request): Promise<Response>;
  readonly routes: readonly Route[];
  /** The same without a web Response: for a server that writes the answer itself. */
  readonly reply: (request: Asked) => Promise<Reply>;
}

/**
 * The handler of some of a dialect's routes: chooses by path and method and answers what none of them does with the
 * dialect's own 404 and 405. HEAD is answered like GET without the body, OPTIONS with the methods of the path.
 */
export function serve(dialect: Dialect, routes: readonly Route[]): Handler {
  const reply = (request: Asked): Promise<Reply> => {
    const exchange = new Exchange(request, dialect);
    return answered(dialect, exchange, () => choose(dialect, routes, exchange));
  };
  const handle = async (request: Request): Promise<Response> => {
    const { body, ...head } = await reply(request);
    return new Response(body, head);
  };
  return Object.assign(handle, { routes, reply });
}

/** Answers a request with a fault, in the dialect's words: for who must refuse it before a route can be chosen. */
export function refuse(dialect: Dialect, request: Asked, fault: AppError): Promise<Reply> {
  return answered(dialect, new Exchange(request, dialect), () => Promise.reject(fault));
}

async function answered(dialect: Dialect, exchange: Exchange, perform: () => Promise<Answer>): Promise<Reply> {
  let answer: Answer;
  try {
    answer = await perform();
  } catch (error) {
    const fault = asAppError(error);
    noteFault(fault, error, exchange);
    answer = failureAnswer(dialect, fault, exchange);
  }
  note(dialect, exchange, answer);
  return respond(dialect, exchange, answer);
}

/** The handlers of an app route file, one a method, so that a wrong method gets our own answer. */
export function methods(dialect: Dialect, ...routes: readonly Route[]) {
  const handler = serve(dialect, routes);
  return {
    GET: handler,
    POST: handler,
    PUT: handler,
    PATCH: handler,
    DELETE: handler,
    HEAD: handler,
    OPTIONS: handler,
  };
}

async function choose(dialect: Dialect, routes: readonly Route[], exchange: Exchange): Promise<Answer> {
  const words = splitPath(exchange.path);
  const method = exchange.method === 'HEAD' ? 'GET' : exchange.method;
  for (const route of routes) {
    if (route.declaration.method !== method) continue;
    const params = matchRoute(route, words);
    if (params) return route.perform(exchange, params);
  }
  const here = routes.filter((route) => matchRoute(route, words)).map((route) => route.declaration.method);
  if (here.length === 0) throw notFound('Path');
  const head = here.includes('GET') ? ['HEAD'] : [];
  const tells = dialect.refusesOptions ? [] : ['OPTIONS'];
  const allow = [...httpMethods.filter((one) => here.includes(one)), ...head, ...tells];
  if (method === 'OPTIONS' && !dialect.refusesOptions)
    return { status: 204, body: null, headers: { Allow: allow.join(', ') } };
  throw new AppError('method-not-allowed', `${exchange.method} is not allowed here`, { allow });
}

function matchRoute(route: Route, words: readonly string[]): Record<string, string> | null {
  for (const pattern of route.patterns) {
    const params = matchPath(pattern, words);
    if (params) return params;
  }
  return null;
}

/** A fault as an answer of the dialect; null is an unknown one. Allow and Retry-After are HTTP's and not a dialect's. */
export function failureAnswer(dialect: Dialect, fault: AppError | null, exchange: Exchange): Answer {
  const { status, body } = dialect.failure(fault, exchange);
  const answer: Answer = { status, body: JSON.stringify(body) };
  if (fault?.is('method-not-allowed')) answer.headers = { Allow: fault.details.allow.join(', ') };
  if (fault?.is('rate-limited') || fault?.is('unavailable')) {
    answer.headers = { 'Retry-After': String(fault.details.retryAfterSeconds) };
  }
  return answer;
}

function respond(dialect: Dialect, exchange: Exchange, answer: Answer): Reply {
  const rates = exchange.rates.length > 0 ? exchange.rates : dialect.limits().map(fullState);
  const headers = dialect.headers(answer.requestId ?? exchange.requestId, rates);
  if (answer.body !== null) headers['Content-Type'] = dialect.sends;
  if (exchange.bodyCut) headers.Connection = 'close';
  Object.assign(headers, answer.headers);
  return { status: answer.status, headers, body: exchange.method === 'HEAD' ? null : answer.body };
}

function noteFault(fault: AppError | null, error: unknown, { requestId }: Exchange): void {
  if (!fault) log().error({ requestId, err: error }, 'request failed');
  else if (fault.is('unavailable')) log().warn({ requestId, err: fault.cause }, 'database away');
}

function note(dialect: Dialect, exchange: Exchange, answer: Answer): void {
  const { requestId, method, path, actor } = exchange;
  const ms = Date.now() - exchange.now.getTime();
  log().info({ requestId, api: dialect.name, actor, method, path, status: answer.status, ms }, 'request');
}
