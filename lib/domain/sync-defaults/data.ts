import { db, sqlClient } from '../../../db/client.ts';
import type { Integration } from '../../../db/schema/enums.ts';
import { requirePermission } from '../../auth/permissions.ts';
import { definitions } from '../../connectors/definitions.ts';
import type { Context } from '../../context.ts';
import { invalid } from '../../errors.ts';
import { checkedInput } from '../sync-config/checked-input.ts';
import { problemsOf } from '../sync-config/config-problems.ts';
import { builtInSettings, configEntries, nothingStored, withOverrides } from '../sync-config/model-config.ts';
import {
  type CountPropagationInput,
  countPropagationInput,
  type PropagationCount,
  type SyncDefault,
} from './schema.ts';
import { latestDefaults } from './stored-defaults.ts';

/**
 * What newly connected companies of a platform are set to, model by model with their children; of every platform that
 * this installation can read where none is named. Empty for a platform without a connector.
 */
export async function listSyncDefaults(ctx: Context, input: { integration?: Integration }): Promise<SyncDefault[]> {
  const wanted = Object.values(definitions).filter(
    ({ integration }) => input.integration === undefined || integration === input.integration,
  );
  const lists = wanted.map(async (definition): Promise<SyncDefault[]> => {
    const { integration } = definition;
    const latest = await latestDefaults(db(), { organisationId: ctx.organisationId, integration });
    const organisation = new Map([...latest].map(([model, { settings }]) => [model, settings]));
    const entries = configEntries(definition, { syncFrom: null, organisation, models: new Map() });
    return entries.map((entry) => ({ ...entry, integration }));
  });
  return (await Promise.all(lists)).flat();
}

/**
 * How many companies would be synced otherwise than now if these defaults were stored and passed on, and how much that was
 * set at companies stays. Nothing is stored. Throws invalid as storing them would.
 */
export async function countPropagation(ctx: Context, input: CountPropagationInput): Promise<PropagationCount> {
  requirePermission(ctx, 'read');
  const { integration, configs } = checkedInput(countPropagationInput, input);
  const definition = definitions[integration];
  if (!definition) throw invalid({ path: 'integration', message: 'is not available in this installation' });
  const issues = configs.flatMap((config, at) => problemsOf(config, definition, `configs.${at}`));
  if (issues.length > 0) throw invalid(issues);
  const latest = await latestDefaults(db(), { organisationId: ctx.organisationId, integration });
  const wanted = configs.map(({ dataModel, category: _, ...change }) => {
    const now = withOverrides(builtInSettings, latest.get(dataModel)?.settings ?? nothingStored);
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    return { model: dataModel, ...now, ...given };
  });
  const { enabled, frequency, interval, scopeAccess } = builtInSettings;
  const sql = sqlClient();
  const [row] = await sql<PropagationCount[]>`
    select count(distinct m.company_id) filter (where
        (m.enabled is null and w.enabled is distinct from coalesce(o.enabled, ${enabled}))
        or (m.frequency is null and w.frequency is distinct from coalesce(o.frequency, ${frequency}))
        or (m.interval is null and w.interval is distinct from coalesce(o.interval, ${interval}))
        or (m.scope_access is null
          and w."scopeAccess" is distinct from coalesce(o.scope_access, ${[...scopeAccess]}::text[]))
        or (m.sync_from is null and co.sync_from is null and w."syncFrom" is distinct from o.sync_from)
      )::int as companies,
      count(*) filter (where m.enabled <> w.enabled or m.frequency <> w.frequency or m.interval <> w.interval
        or m.scope_access <> w."scopeAccess" or (m.sync_from is distinct from w."syncFrom" and m.sync_from is not null)
      )::int as overrides
    from jsonb_to_recordset(${sql.json(JSON.parse(JSON.stringify(wanted)))}) as w(
      model text, enabled boolean, frequency text, interval int, "scopeAccess" text[], "syncFrom" timestamptz)
    join model_configs m on m.organisation_id = ${ctx.organisationId} and m.data_model = w.model
    join connections c on c.company_id = m.company_id and c.integration = ${integration}
    join companies co on co.id = m.company_id
    left join organisation_model_configs o on o.organisation_id = m.organisation_id and o.integration = c.integration
      and o.data_model = m.data_model and o.version = m.default_version`;
  return row ?? { companies: 0, overrides: 0 };
}
