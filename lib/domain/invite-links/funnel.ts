import { sqlClient } from '../../../db/client.ts';
import { type Integration, type InviteStep, inviteSteps } from '../../../db/schema/enums.ts';
import { type FailureClass, failureClasses } from '../../connectors/errors.ts';
import type { Context } from '../../context.ts';
import { hasWay, type MadeWithin, madeSince, reachedOf } from './link-filters.ts';

/** Why customers who chose a platform did not get further: the last refusal of each, counted. */
export interface FunnelReason {
  failureClass: FailureClass;
  integration: Integration;
  count: number;
}

export interface InviteFunnel {
  /** Links that were made in the time. */
  made: number;
  /** How many came at least this far. */
  reached: Record<InviteStep, number>;
  /** How many came this far and no further; `null` of those nobody opened. */
  stoppedAt: { step: InviteStep | null; count: number }[];
  /** Of those who stopped before they were authorised, the commonest first. */
  reasons: FunnelReason[];
}

/**
 * How far customers came with the links that were made in a time, and where they stopped. A link that was made for a
 * company that was connected already has nothing to walk and is left out.
 */
export async function inviteFunnel(ctx: Context, input: { made: MadeWithin }): Promise<InviteFunnel> {
  const sql = sqlClient();
  const since = madeSince(input.made, ctx.now);
  const walked = sql`
    i.organisation_id = ${ctx.organisationId} and i.created_at >= ${since} and ${hasWay(sql)}`;
  const [counts, reasons] = await Promise.all([
    sql<{ reached: InviteStep | null; count: string }[]>`
      select ${reachedOf(sql)} as reached, count(*) as count from invite_links i where ${walked} group by 1`,
    sql<{ refusal_class: string; refused_integration: Integration; count: string }[]>`
      select i.refusal_class, i.refused_integration, count(*) as count from invite_links i
      where ${walked} and i.authorised_at is null and i.refusal_class is not null
      group by 1, 2 order by count(*) desc, 1, 2 limit 5`,
  ]);
  const stopped = new Map(counts.map(({ reached, count }) => [reached, Number(count)]));
  const stoppedAt = [null, ...inviteSteps].map((step) => ({ step, count: stopped.get(step) ?? 0 }));
  return {
    made: sum(stoppedAt),
    reached: reachedFrom(stoppedAt),
    stoppedAt,
    reasons: reasons.map(({ refusal_class, refused_integration, count }) => ({
      failureClass: failureClasses.find((one) => one === refusal_class) ?? 'unknown',
      integration: refused_integration,
      count: Number(count),
    })),
  };
}

const sum = (parts: readonly { count: number }[]) => parts.reduce((total, { count }) => total + count, 0);

/** Who stopped at a step or later came at least that far. */
function reachedFrom(stoppedAt: InviteFunnel['stoppedAt']): InviteFunnel['reached'] {
  const atLeast = (step: InviteStep) => sum(stoppedAt.slice(stoppedAt.findIndex((one) => one.step === step)));
  const [opened, chosen, authorised, first] = inviteSteps;
  return {
    [opened]: atLeast(opened),
    [chosen]: atLeast(chosen),
    [authorised]: atLeast(authorised),
    [first]: atLeast(first),
  };
}
