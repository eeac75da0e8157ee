import { createHash } from 'node:crypto';
import { sqlClient } from '../../db/client.ts';
import type { OrganisationId } from '../context.ts';
import { AppError, conflict, invalid } from '../errors.ts';
import { log } from '../log.ts';
import type { Exchange } from './exchange.ts';
import type { RequestClaim } from './operation.ts';

/** An answer before it becomes a Response: what is sent, and what is stored of it. */
export interface Answer {
  status: number;
  body: string | null;
  headers?: Record<string, string>;
  /** Of the request it was first given to, when it is a replay. */
  requestId?: string;
  /** It holds a secret and is not kept: a repeat gets it made again from what the request did. */
  isSecret?: boolean;
}

const keptMs = 24 * 60 * 60 * 1000;
/** After this a claim that never ended belongs to a process that died. */
const abandonedMs = 2 * 60 * 1000;

const isStored = (status: number) => status < 500 && status !== 429 && status !== 409;

/** How one request is executed, and what is known of it when its process died before the answer was kept. */
export interface OnceOnly {
  /** Must answer every fault of the request itself; what it throws releases the key. */
  execute(): Promise<Answer>;
  /** What the request that claimed the key did. Null: nothing, as far as can be seen now. Answers faults as well. */
  recall(claim: RequestClaim): Promise<Answer | null>;
}

/**
 * Executes a request once for its Idempotency-Key and organisation within 24 hours, and repeats the stored answer to
 * whoever asks again. An answer that a crash left unkept is made again from what the request did, and only one that did
 * nothing is executed by a repeat. Throws `idempotency-mismatch` for the same key with another request, `conflict` while
 * the first is running.
 */
export async function executeOnce(
  exchange: Exchange,
  organisationId: OrganisationId,
  key: string,
  once: OnceOnly,
): Promise<Answer> {
  const { now: at, requestId } = exchange;
  const fingerprint = await fingerprintOf(exchange);
  const claim = { organisationId, key: checkedKey(key), fingerprint, requestId, at };
  const stored = await claimOrRead(claim, once);
  if (stored) return stored;
  let answer: Answer;
  try {
    answer = await once.execute();
  } catch (error) {
    await release(claim);
    throw error;
  }
  if (answer.isSecret) return answer;
  if (isStored(answer.status)) await store(claim, answer);
  else await release(claim);
  return answer;
}

/** Which request holds a key: `requestId` and `at` tell it from one that took the key over. */
interface Claim extends RequestClaim {
  organisationId: OrganisationId;
  fingerprint: string;
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
  created_at: Date;
}

/** Null: the key is ours, and the request is to be executed. Otherwise the answer that was given before. */
async function claimOrRead(claim: Claim, once: OnceOnly): Promise<Answer | null> {
  for (;;) {
    if (await tryClaim(claim)) return null;
    const [row] = await sqlClient()<StoredRow[]>`
      select fingerprint, status, headers, body, request_id, created_at from idempotency_keys
      where organisation_id = ${claim.organisationId} and key = ${claim.key}`;
    // Released between the two statements: it is free to be claimed.
    if (!row) continue;
    if (row.fingerprint !== claim.fingerprint) {
      throw new AppError('idempotency-mismatch', 'This Idempotency-Key was used with another request', {});
    }
    if (row.status !== null) return replay({ ...row, status: row.status }, row.request_id);
    const first = { ...claim, requestId: row.request_id, at: row.created_at };
    const recalled = await once.recall(first);
    if (recalled) {
      if (isStored(recalled.status) && !recalled.isSecret) await store(first, recalled);
      return recalled.status === 409 ? recalled : replay({ headers: null, ...recalled }, first.requestId);
    }
    if (claim.at.getTime() - first.at.getTime() < abandonedMs) {
      throw conflict('The first request with this Idempotency-Key is still running');
    }
    if (await takeOver(claim, first)) return null;
  }
}

const replay = (kept: Pick<StoredRow, 'headers' | 'body'> & { status: number }, requestId: string): Answer => ({
  status: kept.status,
  body: kept.body,
  headers: { ...kept.headers, 'Idempotent-Replayed': 'true' },
  requestId,
});

/** Takes a key that is new or older than a day. */
async function tryClaim({ organisationId, key, fingerprint, requestId, at }: Claim): Promise<boolean> {
  const expired = new Date(at.getTime() - keptMs);
  const claimed = await sqlClient()`
    insert into idempotency_keys as k (organisation_id, key, fingerprint, request_id, created_at)
    values (${organisationId}, ${key}, ${fingerprint}, ${requestId}, ${at})
    on conflict (organisation_id, key) do update
      set fingerprint = excluded.fingerprint, request_id = excluded.request_id, created_at = excluded.created_at,
        status = null, headers = null, body = null
      where k.created_at <= ${expired}
    returning 1`;
  return claimed.length > 0;
}

/** Takes a key from a process that died before it did anything. False when another repeat was quicker. */
async function takeOver(claim: Claim, first: Claim): Promise<boolean> {
  const taken = await sqlClient()`
    update idempotency_keys set request_id = ${claim.requestId}, created_at = ${claim.at} where ${ours(first)}`;
  return taken.count > 0;
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
function ours({ organisationId, key, requestId, at }: Claim) {
  return sqlClient()`organisation_id = ${organisationId} and key = ${key} and status is null
    and request_id = ${requestId} and created_at = ${at}`;
}

async function keepGoing(claim: Claim, statement: PromiseLike<unknown>): Promise<void> {
  try {
    await statement;
  } catch (error) {
    log().error({ requestId: claim.requestId, err: error }, 'idempotency key not settled');
  }
}
