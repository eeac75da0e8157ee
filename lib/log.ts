import pino from 'pino';
import { env } from './env.ts';

/** Structured log on stdout. Bind request and sync ids with `log().child({ … })`; never pass credentials or bodies. */
let logger: pino.Logger | undefined;

export function log(): pino.Logger {
  logger ??= pino({
    level: env().logLevel,
    base: { pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: ['*.password', '*.secret', '*.token', '*.credentials', '*.authorization', 'password', 'secret', 'token'],
      censor: '[hidden]',
    },
  });
  return logger;
}
