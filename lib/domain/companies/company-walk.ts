import { sqlClient } from '../../../db/client.ts';
import type { Context } from '../../context.ts';
import { invalid } from '../../errors.ts';
import type { Fragment } from './company-filter-sql.ts';
import { nameKey } from './name-key.ts';
import { plannedAnew } from './planned-anew.ts';
import type { CompanyProfile } from './profile-view.ts';
import { companyProfilesOf } from './profiles.ts';
import { andInReach } from './reach.ts';

/** Both ends belong to it. */
export interface Interval {
  from: Date;
  to: Date;
}

/** What a walk over companies asks for; everything that is given must hold. Ids are uuids. */
export interface CompanyWalkInput {
  /** Of these chains; default: every chain within reach. */
  chainIds?: readonly string[];
  motherCompanyIds?: readonly string[];
  ids?: readonly string[];
  externalIds?: readonly string[];
  /** Whole names, letter by letter. */
  names?: readonly string[];
  createdAt?: Interval;
  updatedAt?: Interval;
  /** Default: both. */
  states?: readonly ('active' | 'archived')[];
  /** The uuid of the last company seen. */
  cursor?: string;
  limit: number;
}

export interface WalkedCompanies {
  companies: CompanyProfile[];
  /** The uuid of the last one; null when there is none. */
  cursor: string | null;
}

/** Up to so many companies that changed in an interval are put together and sorted; among more the walk goes on. */
const gatherUpTo = 20_000;

/**
 * The next companies, newest first (created, then number). Each chain and state is walked on its own index and the heads
 * are merged, so that the last page is as near as the first. Throws invalid for a cursor of an unknown company.
 */
export async function walkCompanies(ctx: Context, input: CompanyWalkInput): Promise<WalkedCompanies> {
  const after = input.cursor === undefined ? null : await placeOf(ctx, input.cursor);
  const isFew = await isSelective(ctx, input);
  const chainIds = isFew ? [] : await chainsOf(ctx, input);
  const rows = await plannedAnew((tx) => {
    const statement = isFew ? gatherWalk(ctx, input, after) : mergeWalks(ctx, input, after, chainIds);
    return tx<WalkedRow[]>`${statement}`;
  });
  const companies = await companyProfilesOf(
    ctx,
    rows.map((row) => Number(row.id)),
  );
  return { companies, cursor: rows.at(-1)?.uuid ?? null };
}

/** Where a company stands in the order. */
export interface Place {
  created_at: Date;
  number: string;
  id: string;
}

type WalkedRow = { id: string; uuid: string };

async function placeOf(ctx: Context, uuid: string): Promise<Place> {
  const sql = sqlClient();
  const [place] = await sql<Place[]>`
    select c.created_at, c.number, c.id from companies c
    where c.organisation_id = ${ctx.organisationId} and c.uuid = ${uuid} ${andInReach(ctx, 'c')}`;
  if (!place) throw invalid({ path: 'cursor', message: 'is of no company that is known' });
  return place;
}

/** The chains to walk: those that are asked for, as far as they are within reach. */
async function chainsOf(ctx: Context, input: CompanyWalkInput): Promise<string[]> {
  const sql = sqlClient();
  const { reach } = ctx;
  const rows = await sql<{ id: string }[]>`
    select id from chains where organisation_id = ${ctx.organisationId}
    ${reach.kind === 'chains' ? sql`and id = any(${[...reach.chainIds]}::uuid[])` : sql``}
    ${input.chainIds ? sql`and id = any(${[...input.chainIds]}::uuid[])` : sql``}`;
  return rows.map(({ id }) => id);
}

/** Whether what is asked for is little enough to be found first and sorted then. */
async function isSelective(ctx: Context, input: CompanyWalkInput): Promise<boolean> {
  if (input.ids || input.externalIds || input.names || input.motherCompanyIds) return true;
  if (!input.updatedAt) return false;
  const sql = sqlClient();
  const [row] = await sql`
    select count(*) as count from (
      select 1 from companies c
      where c.organisation_id = ${ctx.organisationId}
        and c.updated_at between ${input.updatedAt.from} and ${input.updatedAt.to}
      limit ${gatherUpTo + 1}) changed`;
  return Number(row?.count) <= gatherUpTo;
}

/** What matches, put together first and sorted then. */
export function gatherWalk(ctx: Context, input: CompanyWalkInput, after: Place | null): Fragment {
  const sql = sqlClient();
  const inChains = input.chainIds ? sql`and c.chain_id = any(${[...input.chainIds]}::uuid[])` : sql``;
  return sql`
    with matches as materialized (
      select c.id, c.uuid, c.created_at, c.number from companies c
      where c.organisation_id = ${ctx.organisationId} ${andInReach(ctx, 'c')} ${inChains} ${inStates(input)}
        ${asked(ctx, input)} ${behind(after)}
    )
    select id, uuid from matches order by created_at desc, number desc, id desc limit ${input.limit}`;
}

const states = { active: 'is null', archived: 'is not null' } as const;

/** The heads of each chain and state, each walked on its own index, merged. */
export function mergeWalks(ctx: Context, input: CompanyWalkInput, after: Place | null, chainIds: string[]): Fragment {
  const sql = sqlClient();
  const wanted = [...new Set(input.states ?? (['active', 'archived'] as const))];
  const branches = wanted.map(
    (state) => sql`
      select walked.* from unnest(${chainIds}::uuid[]) as chain(id) cross join lateral (
        select c.id, c.uuid, c.created_at, c.number from companies c
        where c.chain_id = chain.id and c.archived_at ${sql.unsafe(states[state])}
          and c.organisation_id = ${ctx.organisationId} ${andInReach(ctx, 'c')} ${asked(ctx, input)} ${behind(after)}
        order by c.created_at desc, c.number desc limit ${input.limit}
      ) walked`,
  );
  const [first, ...rest] = branches;
  const all = first
    ? rest.reduce((sum, one) => sql`${sum} union all ${one}`, first)
    : sql`select null, null, null, null where false`;
  return sql`
    select id, uuid from (${all}) merged (id, uuid, created_at, number)
    order by created_at desc, number desc, id desc limit ${input.limit}`;
}

function inStates({ states: wanted }: CompanyWalkInput): Fragment {
  const sql = sqlClient();
  if (!wanted || (wanted.includes('active') && wanted.includes('archived'))) return sql``;
  if (wanted.length === 0) return sql`and false`;
  return wanted.includes('active') ? sql`and c.archived_at is null` : sql`and c.archived_at is not null`;
}

/** Only what stands behind a place in the order. */
function behind(after: Place | null): Fragment {
  const sql = sqlClient();
  if (!after) return sql``;
  return sql`and (c.created_at, c.number, c.id) < (${after.created_at}, ${after.number}::bigint, ${after.id}::bigint)`;
}

function asked(ctx: Context, input: CompanyWalkInput): Fragment {
  const sql = sqlClient();
  const parts: Fragment[] = [];
  if (input.ids) parts.push(sql`and c.uuid = any(${[...input.ids]}::uuid[])`);
  if (input.externalIds) parts.push(sql`and c.external_id = any(${storable(input.externalIds)}::text[])`);
  if (input.names) {
    const names = storable(input.names);
    const keys = [...new Set(names.map(nameKey))];
    parts.push(sql`and c.name_key = any(${keys}::text[]) and c.name = any(${names}::text[])`);
  }
  if (input.motherCompanyIds) {
    parts.push(sql`and c.mother_company_id in (
      select m.id from companies m
      where m.organisation_id = ${ctx.organisationId} and m.uuid = any(${[...input.motherCompanyIds]}::uuid[]))`);
  }
  if (input.createdAt) parts.push(sql`and c.created_at between ${input.createdAt.from} and ${input.createdAt.to}`);
  if (input.updatedAt) {
    const { from, to } = input.updatedAt;
    parts.push(sql`and c.updated_at between ${from} and ${to} and c.created_at <= ${dayAfter(to)}`);
  }
  return parts.reduce((all, one) => sql`${all} ${one}`, sql``);
}

/** Nothing is changed before it is made: a walk begins there. The day is for clocks that differ. */
const dayAfter = (moment: Date): Date => new Date(moment.getTime() + 86_400_000);

/** Texts that a column can hold; any other one matches nothing. */
const storable = (texts: readonly string[]): string[] => texts.filter((text) => !text.includes('\0'));
