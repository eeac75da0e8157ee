import { z } from 'zod';
import { requirePermission } from '../../auth/permissions.ts';
import type { Context } from '../../context.ts';
import { companiesFrom } from '../companies/data.ts';
import { nameKey } from '../companies/name-key.ts';
import { platformName } from '../connections/available.ts';
import { inviteLinksFrom } from '../invite-links/data.ts';
import { listOrganisationSyncs } from '../syncs/data.ts';
import { findContacts } from './find-contacts.ts';
import type { Found, SearchInput } from './schema.ts';

/** How many of each kind are shown. */
const few = 5;

/**
 * What the organisation has under some words, or under an id: companies, contacts and invite links by name, syncs by
 * their id or that of the request they were asked for with.
 */
export async function findAnything(ctx: Context, input: SearchInput): Promise<Found> {
  requirePermission(ctx, 'read');
  const { q } = input;
  if (q === '') return { companies: [], contacts: [], inviteLinks: [], syncs: [] };
  const isUuid = z.guid().safeParse(q).success;
  const [companies, contacts, inviteLinks, syncs] = await Promise.all([
    isUuid ? [] : companiesNamed(ctx, q),
    isUuid ? [] : findContacts(ctx, { name: q, openCompanyId: input.company, limit: few }),
    inviteLinksOf(ctx, q),
    isUuid ? syncsOf(ctx, q) : [],
  ]);
  return { companies, contacts, inviteLinks, syncs };
}

/** Those whose name begins so come first. */
async function companiesNamed(ctx: Context, search: string): Promise<Found['companies']> {
  const { companies } = await companiesFrom(ctx, { search, status: 'all', sort: 'name', direction: 'asc', limit: few });
  const begins = ({ name }: { name: string }) => nameKey(name).startsWith(nameKey(search));
  return [...companies.filter(begins), ...companies.filter((one) => !begins(one))].map(
    ({ id, name, integration, archivedAt }) => ({
      id,
      name,
      platform: integration && platformName(integration),
      isArchived: archivedAt !== null,
    }),
  );
}

async function inviteLinksOf(ctx: Context, search: string): Promise<Found['inviteLinks']> {
  const { inviteLinks } = await inviteLinksFrom(ctx, { search, limit: few });
  return inviteLinks.map(({ id, companyId, companyName, status }) => ({ id, companyId, companyName, status }));
}

async function syncsOf(ctx: Context, search: string): Promise<Found['syncs']> {
  const { syncs } = await listOrganisationSyncs(ctx, { search, limit: few });
  return syncs.map(({ id, companyId, companyName, status }) => ({ id, companyId, companyName, status }));
}
