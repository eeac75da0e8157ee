import { asc, eq } from 'drizzle-orm';
import { db } from '../../../db/client.ts';
import { organisations } from '../../../db/schema/organisations.ts';
import type { Context } from '../../context.ts';
import { notFound } from '../../errors.ts';
import type { OrganisationView } from './schema.ts';

const columns = {
  id: organisations.id,
  name: organisations.name,
  timeZone: organisations.timeZone,
  isDemo: organisations.isDemo,
  createdAt: organisations.createdAt,
};

/** The organisation of the context. */
export async function getOrganisation(ctx: Context): Promise<OrganisationView> {
  const [found] = await db().select(columns).from(organisations).where(eq(organisations.id, ctx.organisationId));
  if (!found) throw notFound('Organisation');
  return found;
}

/** Every organisation of this installation, oldest first: for the command line, which belongs to none. */
export async function listAllOrganisations(): Promise<OrganisationView[]> {
  return db().select(columns).from(organisations).orderBy(asc(organisations.id));
}
