import type { Context } from '../../context.ts';
import { notFound } from '../../errors.ts';
import { pageSizeOf } from '../../page-size.ts';
import { getCompany } from '../companies/data.ts';
import { countOrganisationSyncs, getSync, listOrganisationSyncs, listRejectedRecords, syncProgress } from './data.ts';
import { type RunDetail, type RunPage, type RunProgress, runDetail, runProgress, runRow } from './run-view.ts';
import { syncCountLimit, syncListInput } from './sync-list.ts';

/** Rejected records that a run's page looks through for its own. */
const rejectedLimit = 500;

/**
 * One page of a company's runs, newest first, also of an archived company; `query` is the table's state as the address
 * holds it. A cursor that can't be read starts at the first page. Throws not-found.
 */
export async function companyRuns(
  ctx: Context,
  { companyId }: { companyId: number },
  query: URLSearchParams,
): Promise<RunPage> {
  const place = { after: query.get('after'), limit: pageSizeOf(query) };
  const wanted = { ...syncListInput(query, place), companyId };
  const [, { syncs, next }] = await Promise.all([
    getCompany(ctx, { companyId, includeArchived: true }),
    listOrganisationSyncs(ctx, wanted),
  ]);
  return { rows: syncs.map(runRow), next };
}

/** How many runs of a company the address of the table asks for, counted as far as `syncCountLimit`. Throws not-found. */
export async function companyRunCount(
  ctx: Context,
  { companyId }: { companyId: number },
  query: URLSearchParams,
): Promise<number> {
  const wanted = { ...syncListInput(query, { after: null, limit: 1 }), companyId };
  const [, count] = await Promise.all([
    getCompany(ctx, { companyId, includeArchived: true }),
    countOrganisationSyncs(ctx, wanted, syncCountLimit + 1),
  ]);
  return count;
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
