import type postgres from 'postgres';
import { sqlClient } from '../../../db/client.ts';
import type { ConnectionStatus } from '../../../db/schema/enums.ts';
import type { Context } from '../../context.ts';
import { nameKey } from './name-key.ts';
import { andInReach } from './reach.ts';
import type { ListCompaniesInput } from './schema.ts';
import { tagKeys } from './tags.ts';

type Fragment = postgres.PendingQuery<postgres.Row[]>;

/** What of a list says which companies are in it. */
export type Matching = Omit<ListCompaniesInput, 'limit' | 'cursor'>;

/** What makes a list smaller than its status does. */
const narrowing = [
  'search',
  'connectionStatus',
  'integration',
  'integrationCategory',
  'syncState',
  'tags',
  'defaultCurrency',
  'defaultSubsidiaryId',
  'defaultTaxRateId',
  'defaultDocumentTypeId',
  'chainId',
] as const;

/** Whether a list leaves out companies of its status. */
export const isNarrowed = ({ reach }: Context, input: Matching): boolean =>
  reach.kind !== 'organisation' || narrowing.some((name) => input[name]);

/** What a list asks for, without its place, as a condition on `companies c`. */
export const matchingCompanies = (ctx: Context, input: Matching): Fragment =>
  sqlClient()`${ofStatus(ctx, input)} and ${narrowed(ctx, input)}`;

/** The organisation's companies of the list's status, as a condition on `companies c`. */
export function ofStatus(ctx: Context, { status = 'active' }: Matching): Fragment {
  const sql = sqlClient();
  const archived = { active: sql`and c.archived_at is null`, archived: sql`and c.archived_at is not null`, all: sql`` };
  return sql`c.organisation_id = ${ctx.organisationId} ${archived[status]}`;
}

/** The rest of what a list asks for, as a condition on `companies c`. */
export function narrowed(ctx: Context, input: Matching): Fragment {
  const sql = sqlClient();
  const conditions: Fragment[] = [sql`true ${andInReach(ctx, 'c')}`];
  if (input.search?.trim()) conditions.push(searching(input.search.trim()));
  if (input.connectionStatus) conditions.push(withConnectionStatus(input.connectionStatus));
  if (input.integration) conditions.push(sql`c.integration = any(${[...input.integration]}::text[])`);
  if (input.integrationCategory) conditions.push(sql`c.integration_category = ${input.integrationCategory}`);
  if (input.tags) conditions.push(sql`c.tag_keys && ${tagKeys(input.tags)}::text[]`);
  if (input.defaultCurrency) conditions.push(sql`c.default_currency = any(${[...input.defaultCurrency]}::text[])`);
  if (input.defaultSubsidiaryId) {
    conditions.push(sql`c.default_subsidiary_id = any(${[...input.defaultSubsidiaryId]}::bigint[])`);
  }
  if (input.defaultTaxRateId) {
    conditions.push(sql`c.default_tax_rate_id = any(${[...input.defaultTaxRateId]}::bigint[])`);
  }
  if (input.defaultDocumentTypeId) {
    conditions.push(sql`c.id in (
      select p.company_id from company_profiles p
      where p.default_document_type_id = any(${[...input.defaultDocumentTypeId]}::bigint[]))`);
  }
  if (input.chainId) conditions.push(sql`c.chain_id = any(${[...input.chainId]}::uuid[])`);
  if (input.syncState === 'IDLE') conditions.push(sql`c.sync_state = 'IDLE'`);
  if (input.syncState === 'SYNCING') conditions.push(sql`c.sync_state <> 'IDLE'`);
  return conditions.reduce((all, one) => sql`${all} and ${one}`);
}

function withConnectionStatus(wanted: readonly (ConnectionStatus | null)[]): Fragment {
  const sql = sqlClient();
  const named = wanted.filter((status) => status !== null);
  const anyNamed = sql`c.connection_status = any(${named}::text[])`;
  if (!wanted.includes(null)) return anyNamed;
  // Alone, since the index is asked for one or the other, and not for both at once.
  return named.length === 0 ? sql`c.connection_status is null` : sql`(${anyNamed} or c.connection_status is null)`;
}

/**
 * What the index of parts of texts can be asked for: three letters or digits in a row, or two where a word begins or ends.
 * Of other alphabets it knows nothing where the database's own locale is C, as that of the embedded Postgres is.
 */
const hasTrigram = (key: string): boolean => /[a-z0-9]{3}|[a-z0-9]{2}[^a-z0-9]|[^a-z0-9][a-z0-9]{2}/.test(key);

function searching(search: string): Fragment {
  const sql = sqlClient();
  const key = nameKey(search);
  const pattern = `%${key.replace(/[\\%_]/g, '\\$&')}%`;
  // The empty text keeps out the index, all of which would be read for what it can't be asked for.
  const byName = hasTrigram(key) ? sql`c.name_key like ${pattern}` : sql`c.name_key || '' like ${pattern}`;
  const isId = /^[1-9]\d{0,15}$/.test(search);
  return isId ? sql`(${byName} or c.id = ${Number(search)})` : byName;
}
