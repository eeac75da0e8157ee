import type { Context } from '../../context.ts';
import { listPlatformCalls } from './data.ts';
import type { PlatformCallView } from './schema.ts';

/** A call as a run's page shows it. Moments are ISO 8601. */
export type CallRow = Omit<PlatformCallView, 'createdAt' | 'companyId' | 'syncId' | 'jobId'> & { createdAt: string };

export interface CallPage {
  rows: CallRow[];
  /** The cursor of the following page; null on the last. */
  next: number | null;
}

const callPageSize = 25;

/** One page of the calls of a job, newest first. A cursor that can't be read starts at the first page. */
export async function callPage(
  ctx: Context,
  input: { companyId: number; syncId: string; jobId: string | null; after: string | null },
): Promise<CallPage> {
  const { companyId, syncId, jobId, after } = input;
  const cursor = after && /^[1-9]\d{0,15}$/.test(after) ? Number(after) : undefined;
  const page = await listPlatformCalls(ctx, {
    companyId,
    syncId,
    jobId: jobId ?? undefined,
    limit: callPageSize,
    cursor,
  });
  return {
    rows: page.calls.map(({ createdAt, companyId: _, syncId: _sync, jobId: _job, ...call }) => ({
      ...call,
      createdAt: createdAt.toISOString(),
    })),
    next: page.next,
  };
}
