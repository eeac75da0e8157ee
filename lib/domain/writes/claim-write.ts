import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { sqlClient } from '../../../db/client.ts';
import { type Runner, runnerOf } from '../../../db/runner.ts';
import type { ConnectionStatus, Integration } from '../../../db/schema/enums.ts';
import type { StoredWriteResult } from '../../../db/schema/writes.ts';
import { definitions } from '../../connectors/definitions.ts';
import type { WriteRequest } from '../../connectors/types.ts';
import type { Reached } from '../connections/platform-access.ts';
import { isPaused } from './pause.ts';
import { openStates } from './write-state.ts';

/** A write in the hands of this process. Every statement about it names the claim. */
export interface ClaimedWrite extends Reached {
  id: string;
  claim: string;
  /** When the claim was asked for, on the clock of this process: it holds from then on. */
  heldSince: number;
  syncId: string;
  jobId: string;
  request: WriteRequest;
  /** SENDING: it is ours to send. UNCERTAIN: the platform is to be asked. ACCEPTED: the record is to be read back. */
  state: 'SENDING' | 'UNCERTAIN' | 'ACCEPTED';
  attempts: number;
  stumbles: number;
  refusals: number;
  /** Whether the connection counts as broken already. */
  isExpired: boolean;
  createdAt: Date;
  result: StoredWriteResult | null;
  requestId: string;
  idempotencyKey: string | null;
}

/** How long a claim holds when its process is not heard of; it is renewed while the process lives. */
export const leaseSeconds = 20;

/** How long after the platform's time is up nobody asks yet what became of a write. */
export const graceSeconds = 5;

/** How long a platform is given to answer a write of a model, in seconds. */
export function timeoutSecondsOf(integration: Integration, model: string): number {
  const capability = definitions[integration]?.writable.find((one) => one.model === model);
  return capability?.timeoutSeconds ?? 30;
}

interface WriteRow extends Record<string, unknown> {
  id: string;
  organisation_id: string;
  company_id: string;
  integration: Integration;
  sync_id: string;
  job_id: string;
  data_model: WriteRequest['model'];
  operation: WriteRequest['operation'];
  platform_id: string | null;
  fields: WriteRequest['fields'];
  raw_data: Record<string, unknown>;
  marker: string;
  state: ClaimedWrite['state'];
  attempts: number;
  stumbles: number;
  refusals: number;
  connection_status: ConnectionStatus | null;
  result: StoredWriteResult | null;
  request_id: string;
  idempotency_key: string | null;
  created_at: Date | string;
  entity_id: string | null;
  credentials: Buffer | null;
  credentials_key_id: string | null;
}

/**
 * Takes a write that waits for its turn, or whose process is not heard of any more. One that was being sent is uncertain
 * then, and not before the platform's time is up. Null when it has ended, must wait, as one that was not
 * sent does while its connection or model is paused, or is in living hands. `runner`: the
 * transaction that stores it, where this process sends it at once.
 */
export async function claimWrite(
  input: { writeId: string; integration: Integration; model: string; now: Date },
  runner: Runner = runnerOf(sqlClient()),
): Promise<ClaimedWrite | null> {
  const claim = randomUUID();
  const heldSince = Date.now();
  const quietSeconds = timeoutSecondsOf(input.integration, input.model) + graceSeconds;
  const rows = await runner.execute(sql`
    with taken as (
      update writes w set
        claim = ${claim},
        claim_until = clock_timestamp() + ${leaseSeconds}::int * interval '1 second',
        state = case state when 'PENDING' then 'SENDING' when 'SENDING' then 'UNCERTAIN' else state end,
        attempts = attempts + case state when 'PENDING' then 1 else 0 end,
        sent_at = case state when 'PENDING' then clock_timestamp() else sent_at end,
        due_at = case state
          when 'PENDING' then clock_timestamp() + ${quietSeconds}::int * interval '1 second' else due_at end
      where id = ${input.writeId} and state in ${[...openStates]}
        and (claim is null or claim_until < clock_timestamp()) and (due_at is null or due_at <= clock_timestamp())
        and (state <> 'PENDING' or not ${isPaused(sql`w`)})
      returning *
    ), started as (
      update sync_jobs set status = 'RUNNING', start_time = coalesce(start_time, ${input.now.toISOString()})
      where id = (select job_id from taken) and status = 'CREATED'
    )
    select taken.*, c.status as connection_status, c.entity_id, c.credentials, c.credentials_key_id
    from taken left join connections c on c.company_id = taken.company_id`);
  const [row] = rows as readonly WriteRow[];
  return row ? { ...claimed(row), claim, heldSince } : null;
}

function claimed(row: WriteRow): Omit<ClaimedWrite, 'claim' | 'heldSince'> {
  const { credentials: ciphertext, credentials_key_id: keyId } = row;
  return {
    id: row.id,
    syncId: row.sync_id,
    jobId: row.job_id,
    companyId: Number(row.company_id),
    organisationId: Number(row.organisation_id),
    integration: row.integration,
    entityId: row.entity_id,
    credentials: ciphertext && keyId ? { ciphertext, keyId } : null,
    request: {
      model: row.data_model,
      operation: row.operation,
      platformId: row.platform_id,
      fields: row.fields,
      rawData: row.raw_data,
      marker: row.marker,
    },
    state: row.state,
    attempts: row.attempts,
    stumbles: row.stumbles,
    refusals: row.refusals,
    isExpired: row.connection_status === 'EXPIRED',
    createdAt: new Date(row.created_at),
    result: row.result,
    requestId: row.request_id,
    idempotencyKey: row.idempotency_key,
  };
}

/** Says that a write is in living hands. False: another process has it. */
export async function renewClaim({ id, claim }: ClaimedWrite): Promise<boolean> {
  const renewed = await sqlClient()`
    update writes set claim_until = clock_timestamp() + ${leaseSeconds} * interval '1 second'
    where id = ${id} and claim = ${claim}`;
  return renewed.count > 0;
}
