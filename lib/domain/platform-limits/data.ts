import { sqlClient } from '../../../db/client.ts';
import type { CallWindow, ConnectorDefinition } from '../../connectors/types.ts';
import type { Context } from '../../context.ts';

/** Calls of a connection to its platform in one window that ends now. */
export interface CallUse extends CallWindow {
  used: number;
  /** What is left of the window's calls; null where the platform sets no limit. */
  left: number | null;
}

/** What is counted where the platform sets no limit: an hour. */
const freeWindow = 3_600;

/**
 * How much of each of its platform's windows a connection has used, the shortest first; of a platform without limits
 * the calls of the last hour. Counted from the kept calls, so that it is what was really sent.
 */
export async function callUse(
  ctx: Context,
  input: { companyId: number; definition: Pick<ConnectorDefinition, 'rateLimit'> },
): Promise<CallUse[]> {
  const { perConnection } = input.definition.rateLimit;
  const windows = [...perConnection].sort((a, b) => a.seconds - b.seconds);
  const counted = windows.length > 0 ? windows : [{ calls: 0, seconds: freeWindow }];
  return Promise.all(
    counted.map(async ({ calls, seconds }) => {
      const since = new Date(ctx.now.getTime() - seconds * 1000);
      const [row] = await sqlClient()<{ used: number }[]>`
        select count(*)::int as used from platform_calls
        where organisation_id = ${ctx.organisationId} and company_id = ${input.companyId} and created_at > ${since}`;
      const used = row?.used ?? 0;
      return { calls, seconds, used, left: windows.length > 0 ? Math.max(0, calls - used) : null };
    }),
  );
}
