import type { JobType } from '../../../db/schema/enums.ts';
import type { Context } from '../../context.ts';
import { notFound } from '../../errors.ts';
import { getCompany } from '../companies/data.ts';
import { getSync, listOrganisationSyncs, listRejectedRecords, listSyncs, syncProgress } from './data.ts';
import { type RunDetail, type RunPage, type RunProgress, runDetail, runProgress, runRow } from './run-view.ts';

export const runPageSize = 25;

/** Rejected records that a run's page looks through for its own. */
const rejectedLimit = 500;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What the console's address says of a run's kind. */
const jobTypeOf: Record<string, JobType> = { reads: 'PULL', writes: 'PUSH' };

/**
 * One page of a company's runs, newest first, also of an archived company: reads and writes, or one kind of them. A
 * cursor that can't be read starts at the first page. Throws not-found.
 */
export async function companyRuns(
  ctx: Context,
  input: { companyId: number; after: string | null; kind?: string | null },
): Promise<RunPage> {
  const company = await getCompany(ctx, { companyId: input.companyId, includeArchived: true });
  const cursor = input.after && uuid.test(input.after) ? input.after : undefined;
  const jobType = jobTypeOf[input.kind ?? ''] ?? null;
  const query = { companyId: input.companyId, limit: runPageSize, cursor, jobType };
  if (company.archivedAt) {
    const { syncs, next } = await listOrganisationSyncs(ctx, query);
    return { rows: syncs.map(runRow), total: null, next };
  }
  const { syncs, count, next } = await listSyncs(ctx, query);
  return { rows: syncs.map(runRow), total: count, next };
}

/**
 * One run of a company, also of an archived one, with its jobs and what it kept aside. Throws not-found, also for another
 * company's run.
 */
export async function companyRun(ctx: Context, input: { companyId: number; syncId: string }): Promise<RunDetail> {
  const sync = await getSync(ctx, { syncId: input.syncId, includeArchived: true });
  if (sync.companyId !== input.companyId) throw notFound('Sync');
  const rejected =
    sync.records.failed > 0 ? await listRejectedRecords(ctx, { companyId: input.companyId, limit: rejectedLimit }) : [];
  return runDetail(sync, rejected);
}

/** How the newest run of a company stands; null before the first. Throws not-found. */
export async function companyProgress(ctx: Context, input: { companyId: number }): Promise<RunProgress | null> {
  const progress = await syncProgress(ctx, input);
  if (progress) return runProgress(progress);
  // Asked every other second: only where there is no run is it worth a look whether there is a company.
  await getCompany(ctx, { ...input, includeArchived: true });
  return null;
}
