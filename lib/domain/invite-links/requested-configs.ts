import type { Tx } from '../../../db/client.ts';
import type { RequestedModelConfig } from '../../../db/schema/companies.ts';
import type { Context } from '../../context.ts';
import { invalid } from '../../errors.ts';
import { requestedProblems } from '../sync-config/config-problems.ts';
import { changeWhereConnected } from '../sync-config/mutations.ts';
import type { LinkTarget } from './link-company.ts';
import type { CreateInviteLinkInput } from './schema.ts';

type Requested = NonNullable<CreateInviteLinkInput['syncConfig']>;

/**
 * Takes the models that a link's caller asks for: a company that is or was connected is set so at once, of another one
 * they are kept in the link until it connects. Answers what the link is to keep. Throws invalid for models that the
 * platform has not or that can't be set alone.
 */
export async function takeRequested(
  tx: Tx,
  ctx: Context,
  link: LinkTarget & { companyId: number; syncConfig: readonly RequestedModelConfig[] },
  requested: Requested,
): Promise<RequestedModelConfig[]> {
  const changed = await changeWhereConnected(tx, ctx, {
    companyId: link.companyId,
    configs: requested,
    path: 'syncConfig',
  });
  const problems = changed ? [] : requestedProblems(requested, link);
  if (problems.length > 0) throw invalid(problems);
  return merged(link.syncConfig, requested.map(stored));
}

/** By model; what a later request does not speak of stays as it was asked for. */
function merged(before: readonly RequestedModelConfig[], after: readonly RequestedModelConfig[]) {
  const byModel = new Map(before.map((one) => [one.dataModel, one]));
  for (const one of after) byModel.set(one.dataModel, { ...byModel.get(one.dataModel), ...one });
  return [...byModel.values()];
}

/** Without the keys that were left out. */
function stored({ dataModel, category: _, syncFrom, ...settings }: Requested[number]): RequestedModelConfig {
  const said = Object.entries(settings).filter(([, value]) => value !== undefined);
  const from = syncFrom === undefined ? {} : { syncFrom: syncFrom?.toISOString() ?? null };
  return { dataModel, ...Object.fromEntries(said), ...from };
}
