import { and, eq } from 'drizzle-orm';
import { db, type Tx } from '../../../db/client.ts';
import { connections } from '../../../db/schema/connections.ts';
import { requireSettings } from '../../auth/permissions.ts';
import type { Context } from '../../context.ts';
import { forbidden, invalid } from '../../errors.ts';
import { recordAudit } from '../audit/mutations.ts';
import { lockCompany } from '../companies/mutations.ts';
import { platformName } from '../connections/available.ts';
import { sandboxFaultDoor } from '../connections/fault-door.ts';
import { checkedInput } from '../sync-config/checked-input.ts';
import { activeFaults, sandboxFaults } from './lab-faults.ts';
import {
  type SwitchOffFaultsInput,
  type SwitchOnFaultInput,
  switchOffFaultsInput,
  switchOnFaultInput,
} from './schema.ts';

/**
 * Makes a company's sandbox do one thing wrong, in place of whatever it did wrong before. All companies that are connected
 * to the same books meet it. Throws not-found, invalid; forbidden for any other platform; conflict and unavailable for a
 * sandbox that is not there.
 */
export async function switchOnFault(ctx: Context, given: SwitchOnFaultInput): Promise<void> {
  requireSettings(ctx);
  const { companyId, kind, page } = checkedInput(switchOnFaultInput, given);
  const door = await sandboxFaultDoor();
  const faults = await door.faults();
  await db().transaction(async (tx) => {
    const bookId = await lockBook(tx, ctx, companyId);
    const elsewhere = [...faults.keys()].find((id) => id !== bookId) ?? 'other-books';
    const after = { fault: kind, ...(kind === 'failing-page' && { page }) };
    await recordAudit(tx, ctx, { action: 'fault-lab.switched-on', companyId, after });
    // Last, so that nothing is switched on that the audit log does not know.
    await door.setFaults(bookId, sandboxFaults(kind, { page, elsewhere, now: ctx.now }));
  });
}

/** Makes a company's sandbox well again. Throws as `switchOnFault`. */
export async function switchOffFaults(ctx: Context, given: SwitchOffFaultsInput): Promise<void> {
  requireSettings(ctx);
  const { companyId } = checkedInput(switchOffFaultsInput, given);
  const door = await sandboxFaultDoor();
  const faults = await door.faults();
  await db().transaction(async (tx) => {
    const bookId = await lockBook(tx, ctx, companyId);
    const active = activeFaults(faults.get(bookId) ?? []);
    if (active.length === 0) return;
    const before = { faults: active.map(({ kind, sandboxKind }) => kind ?? sandboxKind) };
    await recordAudit(tx, ctx, { action: 'fault-lab.switched-off', companyId, before });
    await door.setFaults(bookId, []);
  });
}

/** The books that a company is connected to. Throws not-found, and forbidden for what is no sandbox. */
async function lockBook(tx: Tx, ctx: Context, companyId: number): Promise<string> {
  await lockCompany(tx, ctx, companyId);
  const [connection] = await tx
    .select({ integration: connections.integration, status: connections.status, entityId: connections.entityId })
    .from(connections)
    .where(and(eq(connections.organisationId, ctx.organisationId), eq(connections.companyId, companyId)));
  if (!connection?.entityId || connection.status === 'DISCONNECTED') {
    throw invalid({ path: 'companyId', message: 'is not connected, so there is nothing to fail' });
  }
  if (connection.integration !== 'SANDBOX') {
    throw forbidden(`Faults are for the sandbox alone; this company is on ${platformName(connection.integration)}`);
  }
  return connection.entityId;
}
