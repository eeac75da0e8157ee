import { and, asc, eq, inArray, isNull, ne } from 'drizzle-orm';
import { db } from '../../../db/client.ts';
import { companies } from '../../../db/schema/companies.ts';
import { connections } from '../../../db/schema/connections.ts';
import { requireSettings } from '../../auth/permissions.ts';
import type { Context } from '../../context.ts';
import { sandboxFaultDoor } from '../connections/fault-door.ts';
import { activeFaults } from './lab-faults.ts';
import type { FaultyCompany } from './schema.ts';

/** The organisation's companies whose sandbox books have a fault on, by name. Throws forbidden, and as `sandboxFaultDoor`. */
export async function listFaultyCompanies(ctx: Context): Promise<FaultyCompany[]> {
  requireSettings(ctx);
  const faults = await (await sandboxFaultDoor()).faults();
  const failing = [...faults.keys()].filter((bookId) => faults.get(bookId)?.length);
  if (failing.length === 0) return [];
  const rows = await db()
    .select({ companyId: companies.id, name: companies.name, entityId: connections.entityId })
    .from(connections)
    .innerJoin(companies, eq(companies.id, connections.companyId))
    .where(
      and(
        eq(connections.organisationId, ctx.organisationId),
        eq(connections.integration, 'SANDBOX'),
        ne(connections.status, 'DISCONNECTED'),
        isNull(companies.archivedAt),
        inArray(connections.entityId, failing),
      ),
    )
    .orderBy(asc(companies.nameKey), asc(companies.id));
  return rows.map(({ companyId, name, entityId }) => ({
    companyId,
    name,
    faults: activeFaults(faults.get(entityId ?? '') ?? []),
  }));
}
