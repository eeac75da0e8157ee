import { z } from 'zod';

const flag = z
  .enum(['0', '1', 'on', 'off', 'true', 'false'])
  .transform((value) => value === '1' || value === 'on' || value === 'true');

const blankIsUnset = (value: unknown) => (value === '' ? undefined : value);
/** `you@example.com` or `Name <you@example.com>`. */
const mailbox = /^(?:[^<>\r\n]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/;
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blankIsUnset, schema.optional());

const variables = z.object({
  NODE_ENV: optional(z.enum(['development', 'production', 'test'])),
  PORT: z.preprocess(blankIsUnset, z.coerce.number().int().min(1).max(65535).default(3000)),
  HOST: z.preprocess(blankIsUnset, z.string().default('127.0.0.1')),
  PUBLIC_URL: optional(z.url({ protocol: /^https?$/ })),
  DATA_DIR: z.preprocess(blankIsUnset, z.string().default('.data')),
  DATABASE_URL: optional(z.url({ protocol: /^postgres(ql)?$/ })),
  DATABASE_DIRECT_URL: optional(z.url({ protocol: /^postgres(ql)?$/ })),
  DATABASE_POOL: z.preprocess(blankIsUnset, z.coerce.number().int().min(1).max(200).default(10)),
  DATABASE_PREPARE: z.preprocess(blankIsUnset, flag.default(true)),
  QUEUE_POOL: z.preprocess(blankIsUnset, z.coerce.number().int().min(2).max(100).default(4)),
  WORKER_CONCURRENCY: z.preprocess(blankIsUnset, z.coerce.number().int().min(1).max(64).default(4)),
  SECRET_KEY: optional(z.string().min(32)),
  DEMO: optional(flag),
  SANDBOX_URL: optional(z.url({ protocol: /^https?$/ })),
  BUSINESS_CENTRAL_URL: optional(z.url({ protocol: /^https?$/ })),
  NETSUITE_URL: optional(z.url({ protocol: /^https?$/ })),
  OUTBOUND_ALLOW: z.preprocess(blankIsUnset, z.string().default('')),
  RATE_LIMITS: z.preprocess(blankIsUnset, z.enum(['on', 'off']).default('on')),
  CORE_RATE_PER_MINUTE: z.preprocess(blankIsUnset, z.coerce.number().int().min(1).default(100)),
  CORE_RATE_BURST: z.preprocess(blankIsUnset, z.coerce.number().int().min(1).default(200)),
  PLATFORM_CALL_DAYS: z.preprocess(blankIsUnset, z.coerce.number().int().min(1).max(365).default(7)),
  SMTP_URL: optional(z.url({ protocol: /^smtps?$/ })),
  MAIL_FROM: optional(
    z.string().trim().regex(mailbox, 'must be an address, or a name with an address in angle brackets'),
  ),
  OIDC_ISSUER: optional(z.url({ protocol: /^https?$/ })),
  OIDC_CLIENT_ID: optional(z.string()),
  OIDC_CLIENT_SECRET: optional(z.string()),
  OIDC_NAME: z.preprocess(blankIsUnset, z.string().trim().max(40).default('single sign-on')),
  LOG_LEVEL: z.preprocess(blankIsUnset, z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info')),
});

const schema = variables
  .refine((v) => !v.SMTP_URL || v.MAIL_FROM, {
    path: ['MAIL_FROM'],
    error: 'must be set with SMTP_URL: the address that mails come from',
  })
  .refine((v) => !v.OIDC_ISSUER || (v.OIDC_CLIENT_ID && v.OIDC_CLIENT_SECRET), {
    path: ['OIDC_ISSUER'],
    error: 'needs OIDC_CLIENT_ID and OIDC_CLIENT_SECRET',
  })
  .refine((v) => !v.OIDC_ISSUER || isSafeIssuer(v.OIDC_ISSUER), {
    path: ['OIDC_ISSUER'],
    error: 'must be an https address; http is for a provider on this machine',
  });

/** Whoever can change what the provider answers can sign in as anybody. */
function isSafeIssuer(issuer: string): boolean {
  const { protocol, hostname } = new URL(issuer);
  return protocol === 'https:' || ['127.0.0.1', '[::1]', 'localhost'].includes(hostname);
}

/** The installation's settings, parsed once from the environment. Everything that reads a setting reads it here. */
export interface Env {
  nodeEnv: 'development' | 'production' | 'test';
  port: number;
  host: string;
  /** Origin under which people and programs reach this installation, without a trailing slash. */
  publicUrl: string;
  dataDir: string;
  /** Unset only in the process that starts the embedded Postgres. */
  databaseUrl: string | undefined;
  /** For migrations, the queue and LISTEN; a pooler in transaction mode can't serve those. */
  databaseDirectUrl: string | undefined;
  databasePool: number;
  /** Off behind a pooler that does not keep prepared statements. */
  databasePrepare: boolean;
  queuePool: number;
  workerConcurrency: number;
  secretKey: string | undefined;
  /** Undefined: on with the embedded Postgres on a loopback host, off elsewhere. */
  demo: boolean | undefined;
  sandboxUrl: string | undefined;
  /** What is spoken to in place of Microsoft's hosts, sign-in and API alike; such as the sandbox's Business Central. */
  businessCentralUrl: string | undefined;
  /** Where every NetSuite account is asked for instead of at its own host; for trying things out with the sandbox. */
  netsuiteUrl: string | undefined;
  /** host:port pairs, comma separated, that outbound requests may reach although private. */
  outboundAllow: string[];
  rateLimits: boolean;
  coreRate: { perMinute: number; burst: number };
  /** How long the record of platform calls is kept. */
  platformCallDays: number;
  /** The server that mails are given to, with what they say they come from; null: this installation sends none. */
  mail: { smtpUrl: string; from: string } | null;
  /** Who else vouches for people, by OpenID Connect, and what its button is called; null: passwords alone. */
  oidc: { issuer: string; clientId: string; clientSecret: string; name: string } | null;
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

let cached: Env | undefined;

/** Settings from `process.env`, parsed on first use. Throws one message naming every variable that is wrong. */
export function env(): Env {
  cached ??= parseEnv(process.env);
  return cached;
}

/** Parses an environment. Exported for tests and for the starter, which parses what it hands to its children. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const parsed = schema.safeParse(source);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`The settings are not usable. ${problems.join('; ')}`);
  }
  const v = parsed.data;
  const bareHost = v.HOST === '0.0.0.0' || v.HOST === '::' ? 'localhost' : v.HOST;
  return {
    nodeEnv: v.NODE_ENV ?? 'production',
    port: v.PORT,
    host: v.HOST,
    publicUrl: (v.PUBLIC_URL ?? `http://${bareHost.includes(':') ? `[${bareHost}]` : bareHost}:${v.PORT}`).replace(
      /\/+$/,
      '',
    ),
    dataDir: v.DATA_DIR,
    databaseUrl: v.DATABASE_URL,
    databaseDirectUrl: v.DATABASE_DIRECT_URL ?? v.DATABASE_URL,
    databasePool: v.DATABASE_POOL,
    databasePrepare: v.DATABASE_PREPARE,
    queuePool: v.QUEUE_POOL,
    workerConcurrency: v.WORKER_CONCURRENCY,
    secretKey: v.SECRET_KEY,
    demo: v.DEMO,
    sandboxUrl: v.SANDBOX_URL,
    businessCentralUrl: v.BUSINESS_CENTRAL_URL,
    netsuiteUrl: v.NETSUITE_URL,
    outboundAllow: v.OUTBOUND_ALLOW.split(',')
      .map((entry) => entry.trim().toLowerCase())
      .filter(Boolean),
    rateLimits: v.RATE_LIMITS === 'on',
    coreRate: { perMinute: v.CORE_RATE_PER_MINUTE, burst: v.CORE_RATE_BURST },
    platformCallDays: v.PLATFORM_CALL_DAYS,
    mail: v.SMTP_URL && v.MAIL_FROM ? { smtpUrl: v.SMTP_URL, from: v.MAIL_FROM } : null,
    oidc: oidcOf(v),
    logLevel: v.LOG_LEVEL,
  };
}

function oidcOf(v: z.output<typeof variables>): Env['oidc'] {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_NAME: name } = v;
  return issuer && clientId && clientSecret ? { issuer, clientId, clientSecret, name } : null;
}

/** Forgets the parsed settings, so that the next `env()` reads again. For tests and the starter. */
export function resetEnv(): void {
  cached = undefined;
}
