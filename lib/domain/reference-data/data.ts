import { and, asc, count, desc, eq, inArray, isNotNull } from 'drizzle-orm';
import { db } from '../../../db/client.ts';
import { companies } from '../../../db/schema/companies.ts';
import { projects } from '../../../db/schema/projects.ts';
import { taxRates } from '../../../db/schema/reference-data.ts';
import type { Context } from '../../context.ts';
import { inReach } from '../companies/reach.ts';
import type { ProjectView, ReferenceKind, ReferenceView } from './schema.ts';
import { referenceTables } from './tables.ts';

/** The organisation's entries of a kind, by name; only those with these ids, where some are given. */
export async function listReferences(
  ctx: Context,
  input: { kind: ReferenceKind; ids?: readonly number[] },
): Promise<ReferenceView[]> {
  const { table } = referenceTables[input.kind];
  const wanted = input.ids ? inArray(table.id, [...input.ids]) : undefined;
  if (input.kind === 'tax-rate') {
    const rows = await db()
      .select({ id: taxRates.id, name: taxRates.name, percentage: taxRates.percentage })
      .from(taxRates)
      .where(and(eq(taxRates.organisationId, ctx.organisationId), wanted))
      .orderBy(asc(taxRates.name));
    return rows.map((row) => ({ ...row, kind: 'tax-rate', percentage: shortDecimal(row.percentage) }));
  }
  const rows = await db()
    .select({ id: table.id, name: table.name })
    .from(table)
    .where(and(eq(table.organisationId, ctx.organisationId), wanted))
    .orderBy(asc(table.name));
  return rows.map((row) => ({ ...row, kind: input.kind, percentage: null }));
}

/** Of how many companies each entry of a kind is the default, archived ones included, by its id; unused ones are not in it. */
export async function referenceUses(ctx: Context, { kind }: { kind: ReferenceKind }): Promise<Map<number, number>> {
  const { of, referring } = referenceTables[kind];
  const rows = await db()
    .select({ id: referring, companies: count() })
    .from(of)
    .where(and(eq(of.organisationId, ctx.organisationId), isNotNull(referring)))
    .groupBy(referring);
  return new Map(rows.map(({ id, companies: used }) => [Number(id), used]));
}

/** Without the zeros that fill a numeric column: 19.0000 is 19. */
const shortDecimal = (text: string): string => text.replace(/\.?0+$/, '');

/** The latest projects, newest first; of one company where one is named. */
export async function listProjects(ctx: Context, input: { companyId?: number; limit: number }): Promise<ProjectView[]> {
  return db()
    .select({ id: projects.id, name: projects.name, companyId: projects.companyId, companyName: companies.name })
    .from(projects)
    .innerJoin(companies, eq(companies.id, projects.companyId))
    .where(
      and(
        eq(projects.organisationId, ctx.organisationId),
        input.companyId === undefined ? undefined : eq(projects.companyId, input.companyId),
        inReach(ctx, projects.companyId),
      ),
    )
    .orderBy(desc(projects.id))
    .limit(input.limit);
}
