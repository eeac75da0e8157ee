import { sqlClient } from '../../../db/client.ts';
import { log } from '../../log.ts';
import { type OutboundCall, observingOutbound } from '../../outbound-observer.ts';
import { type Redactor, redactor } from './redact.ts';

/** Whose calls are recorded, and how much of them. */
export interface CallScope {
  organisationId: number;
  companyId: number;
  syncId: string | null;
  jobId: string | null;
  /** Of the request, or the schedule's look, that led to the calls. */
  requestId: string;
  /** The connection's secret values: they are taken out wherever they stand. */
  secrets: readonly string[];
  /** A pull's pages are kept by their beginning, a write's exchange as good as whole. */
  bodies: keyof typeof bodyLimits;
  /** Somebody waits for what the calls bring: the last of them are stored beside it, and not before it returns. */
  isAwaited?: boolean;
  /** The clock of what is stored. Default: the real one. */
  now?: () => Date;
}

/** Characters of a body that are kept. */
const bodyLimits = { heads: 512, whole: 16_384 } as const;

/** Calls are stored this many at once, or as soon as one has waited this long and another comes. */
const batchSize = 50;
const batchMs = 1_000;

/**
 * Runs something and keeps a record of the platform calls that it makes. They are stored in batches, the last of them
 * before this returns unless somebody waits. That they can't be stored is logged and stops nothing; a process that is
 * killed loses those of the last second. One that stops well waits for them when it closes its connections.
 */
export async function recordingCalls<T>(scope: CallScope, work: () => Promise<T>): Promise<T> {
  const recorder = callRecorder(scope);
  try {
    return await observingOutbound(recorder.record, work);
  } finally {
    const stored = recorder.close();
    if (!scope.isAwaited) await stored;
  }
}

type CallRow = ReturnType<typeof callRow>;

function callRecorder(scope: CallScope) {
  const redact = redactor(scope.secrets);
  let waiting: CallRow[] = [];
  let since = 0;
  let storing: Promise<void> = Promise.resolve();
  let isClosed = false;
  const store = () => {
    const rows = waiting;
    waiting = [];
    if (rows.length > 0) storing = storing.then(() => insertCalls(rows));
  };
  return {
    record: (call: OutboundCall) => {
      if (waiting.length === 0) since = performance.now();
      waiting.push(callRow(scope, redact, call));
      // A page that was being read ahead may come when the rest is over.
      if (isClosed || waiting.length >= batchSize || performance.now() - since > batchMs) store();
    },
    close: async () => {
      isClosed = true;
      store();
      await storing;
    },
  };
}

function callRow(scope: CallScope, redact: Redactor, call: OutboundCall) {
  learnFrom(call.requestHeaders, redact);
  const limit = bodyLimits[scope.bodies];
  const kept = (body: string) => (call.carriesSecrets || body === '' ? null : redact.text(body, limit));
  return {
    organisation_id: scope.organisationId,
    company_id: scope.companyId,
    sync_id: scope.syncId,
    job_id: scope.jobId,
    request_id: scope.requestId,
    method: call.method,
    host: call.url.host,
    path: redact.path(call.url).slice(0, 2_000),
    status: call.status,
    failure: call.failure,
    duration_ms: Math.round(call.durationMs),
    request_body: kept(call.requestBody),
    request_bytes: Buffer.byteLength(call.requestBody),
    response_body: kept(call.responseBody),
    response_bytes: Buffer.byteLength(call.responseBody),
    created_at: (scope.now ?? (() => new Date()))(),
  };
}

/** Some platforms say again in an answer which session they were asked in; headers themselves are never kept. */
function learnFrom(headers: OutboundCall['requestHeaders'], redact: Redactor): void {
  for (const [name, value] of Object.entries(headers)) {
    // An idempotency key names a write and is looked for in what was said.
    if (!/authorization|cookie|key|token|secret/i.test(name) || /idempotency/i.test(name)) continue;
    const credentials = value.replace(/^[A-Za-z]+\s+/, '');
    redact.learn(credentials);
    for (const part of Buffer.from(credentials, 'base64').toString('utf8').split(':').slice(1)) {
      if (/^[\x21-\x7e]{12,}$/.test(part)) redact.learn(part);
    }
  }
}

async function insertCalls(rows: readonly CallRow[]): Promise<void> {
  const sql = sqlClient();
  await sql`insert into platform_calls ${sql(rows)}`.then(
    () => {},
    (error: unknown) => log().warn({ err: error, calls: rows.length }, 'platform calls could not be recorded'),
  );
}
