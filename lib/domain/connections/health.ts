import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { companies } from '../../../db/schema/companies.ts';
import { connections, type StoredFailure } from '../../../db/schema/connections.ts';
import { type ConnectionStatus, connectionStatuses, type SyncState } from '../../../db/schema/enums.ts';
import type { FailureClass } from '../../connectors/errors.ts';
import { conflict } from '../../errors.ts';
import { announceAfter } from '../../events/announce.ts';
import { announceHealth, lockHealth } from './health-changes.ts';

/** Where a connection may go from where it is; staying is always allowed. */
export const connectionTransitions: Record<ConnectionStatus, readonly ConnectionStatus[]> = {
  PENDING: ['HEALTHY', 'EXPIRED', 'DISCONNECTED'],
  HEALTHY: ['EXPIRED', 'PENDING', 'RATE_LIMIT_EXCEEDED', 'DISCONNECTED'],
  EXPIRED: ['HEALTHY', 'PENDING', 'RATE_LIMIT_EXCEEDED', 'DISCONNECTED'],
  RATE_LIMIT_EXCEEDED: ['HEALTHY', 'EXPIRED', 'PENDING', 'DISCONNECTED'],
  // Without credentials only a new sign-in leads on.
  DISCONNECTED: ['HEALTHY', 'PENDING'],
};

/** The statuses from which one may be reached. */
export const mayBecome = (to: ConnectionStatus): ConnectionStatus[] =>
  connectionStatuses.filter((from) => from === to || connectionTransitions[from].includes(to));

export interface ConnectionMove {
  companyId: number;
  now: Date;
  to?: ConnectionStatus;
  syncState?: SyncState;
  syncResumeAt?: Date | null;
  /** Null: nothing is wrong any more. Left out: what was known stays. */
  failure?: StoredFailure | null;
  lastSyncedAt?: Date;
  /** The company's records changed: its last activity moves too. */
  active?: boolean;
}

/**
 * Moves a connection and, in the same transaction, what of it is mirrored on the company. `status_since` moves only
 * with the status, `failure_since` only with the failure's class. Throws conflict when the status may not become that.
 */
export async function moveConnection(tx: Tx, move: ConnectionMove): Promise<void> {
  const { companyId, to, syncState, syncResumeAt, failure, lastSyncedAt } = move;
  const now = sql`${move.now.toISOString()}::timestamptz`;
  const before = to || failure !== undefined ? await lockHealth(tx, companyId) : null;
  const moved = await tx
    .update(connections)
    .set({
      ...(to ? { status: to, statusSince: sql`case when status = ${to} then status_since else ${now} end` } : {}),
      ...(syncState ? { syncState } : {}),
      ...(syncResumeAt !== undefined ? { syncResumeAt } : {}),
      ...(lastSyncedAt ? { lastSyncedAt } : {}),
      ...(failure !== undefined ? { failure, failureSince: failure ? failureSince(failure, now) : null } : {}),
      updatedAt: move.now,
    })
    .where(and(eq(connections.companyId, companyId), to ? inArray(connections.status, mayBecome(to)) : undefined))
    .returning({ organisationId: connections.organisationId });
  if (!moved[0]) throw conflict(to ? `The connection can't become ${to} now` : 'There is no connection');
  announceAfter(tx, { ...moved[0], topic: 'runs', companyId });
  await mirrorConnection(tx, { companyId });
  if (before) await announceHealth(tx, { companyId, before, now: move.now });
  if (move.active) await tx.update(companies).set({ lastActivityAt: move.now }).where(eq(companies.id, companyId));
}

const failureSince = (failure: StoredFailure, now: ReturnType<typeof sql>) =>
  sql`case when failure->>'failureClass' = ${failure.failureClass} then coalesce(failure_since, ${now}) else ${now} end`;

/** Copies a connection's status, sync state and last sync to its company; after every change of the connection. */
export async function mirrorConnection(tx: Tx, input: { companyId: number }): Promise<void> {
  await tx.execute(sql`
    update companies co
    set connection_status = c.status, sync_state = c.sync_state, last_synced_at = c.last_synced_at
    from connections c
    where co.id = ${input.companyId} and c.company_id = co.id
      and (co.connection_status, co.sync_state, co.last_synced_at)
        is distinct from (c.status, c.sync_state, c.last_synced_at)`);
}

/** A model that could not be read, and why. */
export interface ModelFailure extends StoredFailure {
  failureClass: FailureClass;
}

/** Which failure of a run says most about the connection, worst first. */
const severity: readonly FailureClass[] = [
  'wrong-company',
  'credentials',
  'rate-limit',
  'permission',
  'platform-down',
  'bad-request',
  'unknown',
  'record-refused',
];

/**
 * What a run says about its connection. Credentials refused: EXPIRED. Another company: PENDING. Permission refused for
 * everything that was asked for: EXPIRED, since nothing can be read; for some models only, the sign-in is plainly good
 * and the others must go on being scheduled: HEALTHY with the failure shown. Anything else leaves the status alone, but
 * one model that was read proves the sign-in, so that an expired connection is healthy again.
 */
export function healthAfterRun(run: { succeeded: number; failures: readonly ModelFailure[] }): {
  to?: ConnectionStatus;
  failure: StoredFailure | null;
} {
  const failure = worstFailure(run.failures);
  const proven = run.succeeded > 0 ? ({ to: 'HEALTHY' } as const) : {};
  if (!failure) return { ...proven, failure: null };
  switch (failure.failureClass) {
    case 'credentials':
      return { to: 'EXPIRED', failure };
    case 'wrong-company':
      return { to: 'PENDING', failure };
    case 'permission':
      return run.failures.every((one) => one.failureClass === 'permission') && run.succeeded === 0
        ? { to: 'EXPIRED', failure }
        : { ...proven, failure };
    default:
      return { ...proven, failure };
  }
}

/** The failure of a run that says most about the connection; null without one. */
export const worstFailure = (failures: readonly ModelFailure[]): ModelFailure | null =>
  [...failures].sort((a, b) => severity.indexOf(a.failureClass) - severity.indexOf(b.failureClass))[0] ?? null;

/**
 * Moves a connection's sync state and ends a platform's limit, if it was waiting for one. Any other status, and its
 * failure, stays as it is.
 */
export async function wakeConnection(
  tx: Tx,
  move: { companyId: number; now: Date; syncState: SyncState },
): Promise<void> {
  const [connection] = await tx
    .select({ status: connections.status })
    .from(connections)
    .where(eq(connections.companyId, move.companyId));
  const wasLimited = connection?.status === 'RATE_LIMIT_EXCEEDED';
  await moveConnection(tx, {
    ...move,
    syncResumeAt: null,
    ...(wasLimited ? { to: 'HEALTHY' as const, failure: null } : {}),
  });
}
