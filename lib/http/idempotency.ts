import { createHash } from 'node:crypto';
import { sqlClient } from '../../db/client.ts';
import type { OrganisationId } from '../context.ts';
import { AppError, conflict, invalid } from '../errors.ts';
import { log } from '../log.ts';
import type { Exchange } from './exchange.ts';

/** An answer before it becomes a Response: what is sent, and what is stored of it. */
export interface Answer {
  status: number;
  body: string | null;
  headers?: Record<string, string>;
  /** Of the request it was first given to, when it is a replay. */
  requestId?: string;
}

const keptMs = 24 * 60 * 60 * 1000;
/** After this a claim that never ended belongs to a process that died; the next request with it takes it over. */
const abandonedMs = 2 * 60 * 1000;

const isStored = (status: number) => status < 500 && status !== 429 && status !== 409;

/**
 * Executes a request once for its Idempotency-Key and organisation within 24 hours, and repeats the stored answer to
 * whoever asks again. Throws `idempotency-mismatch` for the same key with another request, `conflict` while the first is
 * running. `execute` must answer every fault of the request itself; what it throws releases the key.
 */
export async function executeOnce(
  exchange: Exchange,
  organisationId: OrganisationId,
  key: string,
  execute: () => Promise<Answer>,
): Promise<Answer> {
  const claim = { organisationId, key: checkedKey(key), fingerprint: await fingerprintOf(exchange), exchange };
  const stored = await claimOrRead(claim);
  if (stored) return stored;
  let answer: Answer;
  try {
    answer = await execute();
  } catch (error) {
    await release(claim);
    throw error;
  }
  if (isStored(answer.status)) await store(claim, answer);
  else await release(claim);
  return answer;
}

interface Claim {
  organisationId: OrganisationId;
  key: string;
  fingerprint: string;
  exchange: Exchange;
}

function checkedKey(key: string): string {
  if (key.length >= 1 && key.length <= 255) return key;
  throw invalid({ path: 'Idempotency-Key', message: 'must have 1 to 255 characters' });
}

async function fingerprintOf(exchange: Exchange): Promise<string> {
  const { method, path, search } = exchange;
  const body = await exchange.text();
  return createHash('sha256').update(`${method}\n${path}?${search}\n${body}`).digest('hex');
}

interface StoredRow {
  fingerprint: string;
  status: number | null;
  headers: Record<string, string> | null;
  body: string | null;
  request_id: string;
}

/** Null: the key is ours, and the request is to be executed. Otherwise the answer that was given before. */
async function claimOrRead(claim: Claim): Promise<Answer | null> {
  for (;;) {
    if (await tryClaim(claim)) return null;
    const [row] = await sqlClient()<StoredRow[]>`
      select fingerprint, status, headers, body, request_id from idempotency_keys
      where organisation_id = ${claim.organisationId} and key = ${claim.key}`;
    // Released between the two statements: it is free to be claimed.
    if (!row) continue;
    if (row.fingerprint !== claim.fingerprint) {
      throw new AppError('idempotency-mismatch', 'This Idempotency-Key was used with another request', {});
    }
    if (row.status === null) throw conflict('The first request with this Idempotency-Key is still running');
    const headers = { ...row.headers, 'Idempotent-Replayed': 'true' };
    return { status: row.status, body: row.body, headers, requestId: row.request_id };
  }
}

/** Takes a key that is new, older than a day, or left behind by a process that died at this very request. */
async function tryClaim({ organisationId, key, fingerprint, exchange }: Claim): Promise<boolean> {
  const { now, requestId } = exchange;
  const expired = new Date(now.getTime() - keptMs);
  const abandoned = new Date(now.getTime() - abandonedMs);
  const claimed = await sqlClient()`
    insert into idempotency_keys as k (organisation_id, key, fingerprint, request_id, created_at)
    values (${organisationId}, ${key}, ${fingerprint}, ${requestId}, ${now})
    on conflict (organisation_id, key) do update
      set fingerprint = excluded.fingerprint, request_id = excluded.request_id, created_at = excluded.created_at,
        status = null, headers = null, body = null
      where k.created_at <= ${expired}
        or (k.status is null and k.created_at <= ${abandoned} and k.fingerprint = excluded.fingerprint)
    returning 1`;
  return claimed.length > 0;
}

/**
 * Keeps the answer. The request was executed: if the answer can't be kept the caller still gets it, and the claim stays
 * behind as one of a process that died.
 */
async function store(claim: Claim, answer: Answer): Promise<void> {
  const sql = sqlClient();
  await keepGoing(
    claim,
    sql`update idempotency_keys
      set status = ${answer.status}, headers = ${sql.json(answer.headers ?? {})}, body = ${answer.body}
      where ${ours(claim)}`,
  );
}

const release = (claim: Claim) => keepGoing(claim, sqlClient()`delete from idempotency_keys where ${ours(claim)}`);

/** The claim of this request, not one that took over. */
function ours({ organisationId, key, exchange }: Claim) {
  const { now, requestId } = exchange;
  return sqlClient()`organisation_id = ${organisationId} and key = ${key} and status is null
    and request_id = ${requestId} and created_at = ${now}`;
}

async function keepGoing(claim: Claim, statement: PromiseLike<unknown>): Promise<void> {
  try {
    await statement;
  } catch (error) {
    log().error({ requestId: claim.exchange.requestId, err: error }, 'idempotency key not settled');
  }
}
