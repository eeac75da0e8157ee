import { and, asc, count as countOf, eq, isNull } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { companies } from '../../../db/schema/companies.ts';
import { incidentCompanies } from '../../../db/schema/incidents.ts';

export interface AffectedCompanies {
  /** The first hundred, longest first. */
  named: { id: number; name: string }[];
  count: number;
}

const most = 100;

/** The companies that have an incident's trouble now, or that ever had it. */
export async function affectedCompanies(
  tx: Tx,
  { incidentId, stillIn }: { incidentId: string; stillIn: boolean },
): Promise<AffectedCompanies> {
  const affected = and(
    eq(incidentCompanies.incidentId, incidentId),
    stillIn ? isNull(incidentCompanies.leftAt) : undefined,
  );
  const named = await tx
    .select({ id: companies.id, name: companies.name })
    .from(incidentCompanies)
    .innerJoin(companies, eq(companies.id, incidentCompanies.companyId))
    .where(affected)
    .orderBy(asc(incidentCompanies.since), asc(companies.id))
    .limit(most);
  const [counted] = await tx.select({ count: countOf() }).from(incidentCompanies).where(affected);
  return { named, count: counted?.count ?? 0 };
}
