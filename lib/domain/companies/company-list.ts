import { z } from 'zod';
import { type ConnectionStatus, connectionStatuses, integrations } from '../../../db/schema/enums.ts';
import type { Context } from '../../context.ts';
import { platformName } from '../connections/available.ts';
import { listCompanies } from './data.ts';
import { type HealthTone, healthOf } from './health.ts';
import type { CompanySort } from './schema.ts';

/** A company as the console's table shows it. Moments are ISO 8601. */
export interface CompanyListItem {
  id: number;
  name: string;
  tags: string[];
  /** The platform's name; null until one is chosen. */
  platform: string | null;
  health: { label: string; tone: HealthTone; since: string | null };
  isSyncing: boolean;
  /** While it waits for a platform's limit. */
  resumeAt: string | null;
  lastSyncedAt: string | null;
  modelsEnabled: number;
  createdAt: string;
}

export interface CompanyListPage {
  rows: CompanyListItem[];
  total: number;
  next: string | null;
}

export const companyPageSize = 50;

/** The console's words for filters; NONE is a company that never connected. */
const healthWord = z.enum([...connectionStatuses, 'NONE']);

const currencyWord = z.string().regex(/^[A-Z]{3}$/);
const idWord = z.string().regex(/^[1-9]\d{0,14}$/);

/** What stands in the address of the console's table; anything unknown in it is left out. */
const companyListQuery = z.object({
  q: z.string().max(200).catch(''),
  sort: z.enum(['name', '-name', 'lastSyncedAt', '-lastSyncedAt', 'createdAt', '-createdAt']).catch('-createdAt'),
  after: z.string().max(1000).nullable().catch(null),
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

/** The query of the console's table as it came: single values and lists of words. */
export interface RawCompanyListQuery {
  q?: string;
  sort?: string | null;
  after?: string | null;
  status?: string;
  health?: string[];
  platform?: string[];
  activity?: string;
  tag?: string[];
  currency?: string[];
  subsidiary?: string[];
  'tax-rate'?: string[];
  'document-type'?: string[];
  chain?: string[];
}

const columnOf: Record<string, CompanySort> = { name: 'name', lastSyncedAt: 'lastSyncedAt', createdAt: 'id' };

/** One page of the console's companies table. */
export async function companyListPage(ctx: Context, raw: RawCompanyListQuery): Promise<CompanyListPage> {
  const query = companyListQuery.parse({
    q: raw.q ?? '',
    sort: raw.sort ?? '-createdAt',
    after: raw.after ?? null,
    status: raw.status ?? 'active',
    health: known(healthWord, raw.health),
    platform: known(z.enum(integrations), raw.platform),
    activity: raw.activity,
    tag: raw.tag ?? [],
    currency: known(currencyWord, raw.currency),
    subsidiary: known(idWord, raw.subsidiary),
    'tax-rate': known(idWord, raw['tax-rate']),
    'document-type': known(idWord, raw['document-type']),
    chain: known(z.uuid(), raw.chain),
  });
  const page = await listCompanies(ctx, {
    limit: companyPageSize,
    cursor: readCursor(query.after),
    search: query.q.trim() || undefined,
    status: query.status,
    connectionStatus: query.health.length > 0 ? query.health.map(statusOf) : undefined,
    integration: given(query.platform),
    syncState: query.activity,
    tags: given(query.tag),
    defaultCurrency: given(query.currency),
    defaultSubsidiaryId: given(query.subsidiary.map(Number)),
    defaultTaxRateId: given(query['tax-rate'].map(Number)),
    defaultDocumentTypeId: given(query['document-type'].map(Number)),
    chainId: given(query.chain),
    sort: columnOf[query.sort.replace(/^-/, '')],
    direction: query.sort.startsWith('-') ? 'desc' : 'asc',
  });
  return {
    rows: page.companies.map((company) => {
      const platform = company.integration ? platformName(company.integration) : null;
      const health = healthOf(company, platform ?? 'The platform');
      return {
        id: company.id,
        name: company.name,
        tags: company.tagList,
        platform,
        health: { label: health.label, tone: health.tone, since: health.since?.toISOString() ?? null },
        isSyncing: company.hasActiveSync,
        resumeAt: company.connection?.syncResumeAt?.toISOString() ?? null,
        lastSyncedAt: company.connection?.lastSyncedAt?.toISOString() ?? null,
        modelsEnabled: company.modelsEnabled,
        createdAt: company.createdAt.toISOString(),
      };
    }),
    total: page.count,
    next: page.next ? Buffer.from(JSON.stringify(page.next)).toString('base64url') : null,
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
  if (!after) return undefined;
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
