import { z } from 'zod';
import {
  type ConnectionStatus,
  connectionStatuses,
  type IntegrationCategory,
  integrations,
} from '../../../db/schema/enums.ts';
import type { Context } from '../../context.ts';
import { type ListPlace, pageSizeOf } from '../../page-size.ts';
import { platformName } from '../connections/available.ts';
import { companiesFrom, countCompanies } from './data.ts';
import { type HealthTone, healthOf } from './health.ts';
import type { CompanySort, CompanyView, ListCompaniesInput } from './schema.ts';

/** A company as the console's table shows it. Moments are ISO 8601. */
export interface CompanyListItem {
  id: number;
  companyCode: string;
  name: string;
  tags: string[];
  /** The platform's name; null until one is chosen. */
  platform: string | null;
  category: IntegrationCategory | null;
  health: { label: string; tone: HealthTone; since: string | null };
  isSyncing: boolean;
  /** While it waits for a platform's limit. */
  resumeAt: string | null;
  lastSyncedAt: string | null;
  modelsEnabled: number;
  createdAt: string;
  lastActivityAt: string;
}

export interface CompanyListPage {
  rows: CompanyListItem[];
  next: string | null;
}

/** The console's words for filters; NONE is a company that never connected. */
const healthWord = z.enum([...connectionStatuses, 'NONE']);

const currencyWord = z.string().regex(/^[A-Z]{3}$/);
const idWord = z.string().regex(/^[1-9]\d{0,14}$/);

/** What stands in the address of the console's table; anything unknown in it is left out. */
const companyListQuery = z.object({
  q: z.string().max(200).catch(''),
  sort: z.enum(['name', '-name', 'lastSyncedAt', '-lastSyncedAt', 'createdAt', '-createdAt']).catch('-createdAt'),
  status: z.enum(['active', 'archived', 'all']).catch('active'),
  health: z.array(healthWord).catch([]),
  platform: z.array(z.enum(integrations)).catch([]),
  activity: z.enum(['IDLE', 'SYNCING']).optional().catch(undefined),
  tag: z.array(z.string().max(100)).catch([]),
  currency: z.array(currencyWord).catch([]),
  subsidiary: z.array(idWord).catch([]),
  'tax-rate': z.array(idWord).catch([]),
  'document-type': z.array(idWord).catch([]),
  chain: z.array(z.uuid()).catch([]),
});

const columnOf: Record<string, CompanySort> = { name: 'name', lastSyncedAt: 'lastSyncedAt', createdAt: 'id' };

/** One page of the console's companies table; `query` is its state as the address holds it. */
export const companyListPage = (ctx: Context, query: URLSearchParams): Promise<CompanyListPage> =>
  companyListItems(ctx, query, { after: query.get('after'), limit: pageSizeOf(query) });

/** How many companies the address of the table asks for, wherever in it one is. */
export const companyListCount = (ctx: Context, query: URLSearchParams): Promise<number> =>
  countCompanies(ctx, companyListInput(query));

/** The rows behind a place of the list. */
export async function companyListItems(
  ctx: Context,
  query: URLSearchParams,
  { after, limit }: ListPlace,
): Promise<CompanyListPage> {
  const page = await companiesFrom(ctx, { ...companyListInput(query), cursor: readCursor(after), limit });
  return {
    rows: page.companies.map(asItem),
    next: page.next ? Buffer.from(JSON.stringify(page.next)).toString('base64url') : null,
  };
}

/** Which companies, and in which order, the address of the console's table asks for. */
export function companyListInput(query: URLSearchParams): Omit<ListCompaniesInput, 'limit' | 'cursor'> {
  const words = (name: string) => query.get(name)?.split(',').filter(Boolean) ?? [];
  const asked = companyListQuery.parse({
    q: query.get('q') ?? '',
    sort: query.get('sort') ?? '-createdAt',
    status: words('status')[0] ?? 'active',
    health: known(healthWord, words('health')),
    platform: known(z.enum(integrations), words('platform')),
    activity: words('activity')[0],
    tag: words('tag'),
    currency: known(currencyWord, words('currency')),
    subsidiary: known(idWord, words('subsidiary')),
    'tax-rate': known(idWord, words('tax-rate')),
    'document-type': known(idWord, words('document-type')),
    chain: known(z.uuid(), words('chain')),
  });
  return {
    search: asked.q.trim() || undefined,
    status: asked.status,
    connectionStatus: asked.health.length > 0 ? asked.health.map(statusOf) : undefined,
    integration: given(asked.platform),
    syncState: asked.activity,
    tags: given(asked.tag),
    defaultCurrency: given(asked.currency),
    defaultSubsidiaryId: given(asked.subsidiary.map(Number)),
    defaultTaxRateId: given(asked['tax-rate'].map(Number)),
    defaultDocumentTypeId: given(asked['document-type'].map(Number)),
    chainId: given(asked.chain),
    sort: columnOf[asked.sort.replace(/^-/, '')],
    direction: asked.sort.startsWith('-') ? 'desc' : 'asc',
  };
}

function asItem(company: CompanyView): CompanyListItem {
  const platform = company.integration ? platformName(company.integration) : null;
  const health = healthOf(company, platform ?? 'The platform');
  return {
    id: company.id,
    companyCode: company.companyCode,
    name: company.name,
    tags: company.tagList,
    platform,
    category: company.integrationCategory,
    health: { label: health.label, tone: health.tone, since: health.since?.toISOString() ?? null },
    isSyncing: company.hasActiveSync,
    resumeAt: company.connection?.syncResumeAt?.toISOString() ?? null,
    lastSyncedAt: company.connection?.lastSyncedAt?.toISOString() ?? null,
    modelsEnabled: company.modelsEnabled,
    createdAt: company.createdAt.toISOString(),
    lastActivityAt: company.lastActivityAt.toISOString(),
  };
}

/** An empty list asks for nothing. */
const given = <T>(values: T[]): T[] | undefined => (values.length > 0 ? values : undefined);

const statusOf = (word: z.infer<typeof healthWord>): ConnectionStatus | null => (word === 'NONE' ? null : word);

const known = <T extends z.ZodType>(schema: T, values: string[] = []): z.infer<T>[] =>
  values.flatMap((value) => {
    const parsed = schema.safeParse(value);
    return parsed.success ? [parsed.data] : [];
  });

const cursorShape = z.object({ id: z.number().int(), value: z.string().nullable() });

/** A cursor that can't be read starts at the first page, as an old bookmark should. */
function readCursor(after: string | null): z.infer<typeof cursorShape> | undefined {
  if (!after || after.length > 1000) return undefined;
  const text = Buffer.from(after, 'base64url').toString('utf8');
  const parsed = z
    .string()
    .transform((value, ctx) => {
      try {
        return JSON.parse(value) as unknown;
      } catch {
        ctx.addIssue({ code: 'custom', message: 'is not a cursor' });
        return z.NEVER;
      }
    })
    .pipe(cursorShape)
    .safeParse(text);
  return parsed.success ? parsed.data : undefined;
}
