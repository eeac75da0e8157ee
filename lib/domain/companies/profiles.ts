import { and, asc, eq, inArray } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { db } from '../../../db/client.ts';
import { companies } from '../../../db/schema/companies.ts';
import { companyProfiles, companySubscribers, contactData } from '../../../db/schema/company-profiles.ts';
import { users } from '../../../db/schema/members.ts';
import type { Context } from '../../context.ts';
import { notFound } from '../../errors.ts';
import { type CompanyProfile, type ContactRow, profileView } from './profile-view.ts';
import { inReach } from './reach.ts';

const mother = alias(companies, 'mother');

/** A company whole, archived or not, by its id or uuid. Throws not-found, as for one out of reach. */
export async function getCompanyProfile(
  ctx: Context,
  input: { companyId: number } | { uuid: string },
): Promise<CompanyProfile> {
  const named = 'uuid' in input ? eq(companies.uuid, input.uuid) : eq(companies.id, input.companyId);
  const [found] = await db()
    .select({ id: companies.id })
    .from(companies)
    .where(and(eq(companies.organisationId, ctx.organisationId), named, inReach(ctx, companies.id)));
  const [profile] = found ? await companyProfilesOf(ctx, [found.id]) : [];
  if (!profile) throw notFound('Company');
  return profile;
}

/** Companies whole, in the order of the ids; one that is not within reach is left out. Two queries, however many. */
export async function companyProfilesOf(ctx: Context, ids: readonly number[]): Promise<CompanyProfile[]> {
  if (ids.length === 0) return [];
  const [rows, contact] = await Promise.all([
    db()
      .select({ company: companies, profile: companyProfiles, mother: { uuid: mother.uuid, name: mother.name } })
      .from(companies)
      .leftJoin(companyProfiles, eq(companyProfiles.companyId, companies.id))
      .leftJoin(mother, eq(mother.id, companies.motherCompanyId))
      .where(
        and(
          eq(companies.organisationId, ctx.organisationId),
          inArray(companies.id, [...ids]),
          inReach(ctx, companies.id),
        ),
      ),
    db()
      .select()
      .from(contactData)
      .where(and(eq(contactData.organisationId, ctx.organisationId), inArray(contactData.companyId, [...ids])))
      .orderBy(asc(contactData.companyId), asc(contactData.kind), asc(contactData.position)),
  ]);
  const contactOf = Map.groupBy(contact, (row: ContactRow) => row.companyId);
  const found = new Map(
    rows.map((row) => [row.company.id, profileView({ ...row, contact: contactOf.get(row.company.id) ?? [] })]),
  );
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** A member who is told of a company. */
export interface Subscriber {
  userId: string;
  name: string;
  email: string;
}

/** Who is told of companies, by company and in the order of their names. */
export async function subscribersOf(
  ctx: Context,
  input: { companyIds: readonly number[] },
): Promise<Map<number, Subscriber[]>> {
  const rows = await db()
    .select({
      companyId: companySubscribers.companyId,
      userId: users.id,
      name: users.name,
      email: users.email,
    })
    .from(companySubscribers)
    .innerJoin(users, eq(users.id, companySubscribers.userId))
    .where(
      and(
        eq(companySubscribers.organisationId, ctx.organisationId),
        inArray(companySubscribers.companyId, [...input.companyIds]),
        inReach(ctx, companySubscribers.companyId),
      ),
    )
    .orderBy(asc(users.name), asc(users.id));
  const grouped = new Map<number, Subscriber[]>();
  for (const { companyId, ...subscriber } of rows) {
    grouped.set(companyId, [...(grouped.get(companyId) ?? []), subscriber]);
  }
  return grouped;
}
