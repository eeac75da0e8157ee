import { redirect } from 'next/navigation';
import { cache } from 'react';
import { type ModelRow, modelRows, nextDue } from '@/components/sync-config/model-row.ts';
import { may } from '@/lib/auth/permissions.ts';
import { requireSession } from '@/lib/auth/session-gate.ts';
import { definitions } from '@/lib/connectors/definitions.ts';
import type { ConnectorDefinition } from '@/lib/connectors/types.ts';
import type { Context } from '@/lib/context.ts';
import { companyIdFrom } from '@/lib/domain/companies/company-id.ts';
import { getCompany } from '@/lib/domain/companies/data.ts';
import { type Health, healthOf } from '@/lib/domain/companies/health.ts';
import type { CompanyView } from '@/lib/domain/companies/schema.ts';
import { platformName } from '@/lib/domain/connections/available.ts';
import { type ProposedCompany, proposedCompany } from '@/lib/domain/connections/reconnection.ts';
import { inviteLinkUrl } from '@/lib/domain/invite-links/data.ts';
import { type CallUse, callUse } from '@/lib/domain/platform-limits/data.ts';
import { type RecordCount, recordCounts } from '@/lib/domain/records/data.ts';
import { listModelConfigs } from '@/lib/domain/sync-config/data.ts';
import { companyProgress } from '@/lib/domain/syncs/company-runs.ts';
import { AppError } from '@/lib/errors.ts';
import { orNotFound } from '../../../_components/or-not-found.ts';

/** What every part of a company's page starts from. */
export interface LoadedCompany {
  ctx: Context;
  company: CompanyView;
  /** The platform's name; null until one is chosen. */
  platform: string | null;
  definition: ConnectorDefinition | null;
  health: Health;
  isArchived: boolean;
  /** There are credentials to sync with. */
  isConnected: boolean;
  /** A sync may be started, apart from one that is going on. */
  isSyncable: boolean;
  /** The address that connects the company; null while there is no link that works. */
  inviteUrl: string | null;
  /** Another company of the platform that its customer signed in to, which is to be confirmed. */
  proposed: ProposedCompany | null;
}

/** The company of the address, once a request. Leads to the page's 404 when there is none. */
export const loadCompany = cache(async (companyId: string): Promise<LoadedCompany> => {
  const { ctx } = await requireSession();
  const company = await orNotFound(async () =>
    getCompany(ctx, { companyId: companyIdFrom(companyId), includeArchived: true }),
  );
  const { connection, inviteLink } = company;
  const integration = connection?.integration ?? company.integration;
  const platform = integration && platformName(integration);
  const linkWorks = inviteLink?.status === 'PENDING' || inviteLink?.status === 'CONNECTED';
  const definition = (integration && definitions[integration]) ?? null;
  return {
    ctx,
    company,
    platform,
    definition,
    health: healthOf(company, platform ?? 'The platform', definition?.nextSteps),
    isArchived: company.archivedAt !== null,
    isConnected: connection !== null && connection.status !== 'DISCONNECTED',
    isSyncable: isSyncable(company),
    inviteUrl: inviteLink && linkWorks && !company.archivedAt ? inviteLinkUrl(inviteLink.id) : null,
    proposed: connection?.status === 'PENDING' ? await proposedCompany(ctx, { companyId: company.id }) : null,
  };
});

/** As `startSync` sees it: the sign-in is there and clear, and nobody paused it. */
const isSyncable = ({ archivedAt, connection }: CompanyView): boolean =>
  !archivedAt &&
  connection !== null &&
  connection.status !== 'DISCONNECTED' &&
  connection.status !== 'PENDING' &&
  !connection.pause;

/** How many calls its platform got lately; none before it connects. */
export async function loadCalls(companyId: string): Promise<CallUse[]> {
  const { ctx, company, definition, isConnected } = await loadCompany(companyId);
  return definition && isConnected ? callUse(ctx, { companyId: company.id, definition }) : [];
}

/** The newest run of the company. */
export const loadProgress = cache(async (companyId: string) => {
  const { ctx, company } = await loadCompany(companyId);
  return companyProgress(ctx, { companyId: company.id });
});

const loadConfigs = cache(async (companyId: string) => {
  const { ctx, company } = await loadCompany(companyId);
  const configs = await listModelConfigs(ctx, { companyIds: [company.id] });
  return configs.get(company.id) ?? [];
});

/** When any model of the company is due next; null when none is. */
export const loadNextDue = async (companyId: string): Promise<Date | null> => nextDue(await loadConfigs(companyId));

/** How many records of every model are stored; none once archived. */
export const loadRecordCounts = cache(async (companyId: string): Promise<RecordCount[]> => {
  const { ctx, company, isArchived } = await loadCompany(companyId);
  return isArchived ? [] : recordCounts(ctx, { companyId: company.id });
});

/** The company's models with their settings and what is stored of them; none before it connects, none once archived. */
export const loadModels = cache(async (companyId: string): Promise<ModelRow[]> => {
  const { definition, isArchived } = await loadCompany(companyId);
  if (isArchived) return [];
  const [entries, counts] = await Promise.all([loadConfigs(companyId), loadRecordCounts(companyId)]);
  const dated = definition?.models.filter((one) => one.honoursSyncFrom).map((one) => one.model) ?? [];
  return modelRows(entries, counts, dated);
});

/** A cursor that can't be read, as of an old bookmark, leads to the first page of the list. */
export async function orFirstPage<T>(path: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof AppError && error.is('invalid')) redirect(path);
    throw error;
  }
}

/** Whether the viewer may do each of the page's things; the server decides again at every change. */
export function mayOf({ ctx, isArchived }: LoadedCompany) {
  return {
    change: !isArchived && may(ctx.actor, 'companies.write'),
    restore: isArchived && may(ctx.actor, 'companies.write'),
    confirm: !isArchived && may(ctx.actor, 'connections.confirm'),
    invite: !isArchived && may(ctx.actor, 'invite-links.write'),
    sync: !isArchived && may(ctx.actor, 'syncs.write'),
    pay: !isArchived && may(ctx.actor, 'writes.create'),
    readCalls: may(ctx.actor, 'platform-calls.read'),
    readRaw: may(ctx.actor, 'records.read-raw'),
    configure: !isArchived && may(ctx.actor, 'sync-config.write'),
  };
}
