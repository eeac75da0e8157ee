import { AppError } from '../errors.ts';

/** What a caller is told to wait while the database is away. */
const retryAfterSeconds = 5;

/** Codes of postgres.js and of the socket below it, when there is no server or the connection broke. */
const connectionCodes = new Set([
  'CONNECT_TIMEOUT',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
]);

/**
 * SQLSTATEs of a server that is stopping, starting, full, or a standby that takes no writes: admin and crash shutdown,
 * cannot connect now, too many connections, read-only transaction; and all of class 08.
 */
const serverStates = new Set(['57P01', '57P02', '57P03', '53300', '25006']);

/**
 * A fault as the dialects know it: an AppError as it is, a database that is away as `unavailable`, null for anything
 * else, which nobody expected. The one place where this is decided, for every dialect.
 */
export function asAppError(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  if (!isDatabaseAway(error)) return null;
  const message = 'The service can not reach its database at the moment; try again shortly';
  return new AppError('unavailable', message, { retryAfterSeconds }, { cause: error });
}

/** Whether an error of a query says that the database could not be reached, rather than that the query was wrong. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (isQueryError(error)) return isDatabaseAway(error.cause);
  const code = 'code' in error ? String(error.code) : '';
  return connectionCodes.has(code) || serverStates.has(code) || /^08\w{3}$/.test(code);
}

/** Drizzle wraps what the driver throws, told by its shape: its bundles hold more than one copy of the class. */
function isQueryError(error: Error): error is Error & { query: string } {
  return 'query' in error && 'params' in error && error.cause !== undefined;
}

/** What the log may keep of an error. The values of a query are left out: they can be anybody's data. */
export function forLog(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) };
  if (isQueryError(error)) return { query: error.query, ...forLog(error.cause) };
  const code = 'code' in error ? { code: error.code } : {};
  return { message: error.message, ...code, stack: error.stack };
}
