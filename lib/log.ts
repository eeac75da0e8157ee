import pino from 'pino';
import { env } from './env.ts';
import { forLog } from './http/fault.ts';

/** Structured log on stdout. Bind request and sync ids with `log().child({ … })`; never pass credentials or bodies. */
let logger: pino.Logger | undefined;

export function log(): pino.Logger {
  logger ??= pino({
    level: env().logLevel,
    base: { pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    // Without it a failed query would be logged with its values, which can be anybody's data.
    serializers: { err: (error: unknown) => (error instanceof Error ? forLog(error) : error) },
    redact: {
      paths: ['*.password', '*.secret', '*.token', '*.credentials', '*.authorization', 'password', 'secret', 'token'],
      censor: '[hidden]',
    },
  });
  return logger;
}
