import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import type { Frequency, Integration, Scope } from '../../../db/schema/enums.ts';
import { definitions } from '../../connectors/definitions.ts';
import type { ConnectorDefinition } from '../../connectors/types.ts';
import { pauseOf } from '../pauses/schema.ts';
import { configEntries, type ModelConfigEntry, type ModelState, type StoredSettings } from './model-config.ts';

/**
 * A company's config as it is stored: one row a company, its models and its organisation's defaults as JSON. Of the
 * defaults it has the versions that the company follows and those that are in force.
 */
export const storedConfigsHead = `
  select c.company_id, c.integration, co.sync_from,
    (select coalesce(jsonb_agg(jsonb_build_object(
        'model', m.data_model, 'enabled', m.enabled, 'frequency', m.frequency, 'interval', m.interval,
        'scopes', m.scope_access, 'syncFrom', m.sync_from, 'dueAt', m.due_at, 'lastSyncedAt', m.last_synced_at,
        'lastFullAt', m.last_full_at, 'defaultVersion', m.default_version, 'pausedAt', m.paused_at,
        'pausedBy', m.paused_by, 'pausedDoor', m.paused_door)), '[]')
      from model_configs m where m.company_id = c.company_id) as models,
    (select coalesce(jsonb_agg(jsonb_build_object(
        'model', o.data_model, 'enabled', o.enabled, 'frequency', o.frequency, 'interval', o.interval,
        'scopes', o.scope_access, 'syncFrom', o.sync_from, 'version', o.version)), '[]')
      from organisation_model_configs o
      where o.organisation_id = c.organisation_id and o.integration = c.integration
        and (
          o.version = (
            select m.default_version from model_configs m
            where m.company_id = c.company_id and m.data_model = o.data_model)
          or not exists (
            select from organisation_model_configs n
            where n.organisation_id = o.organisation_id and n.integration = o.integration
              and n.data_model = o.data_model and n.version > o.version)
        )) as organisation
  from connections c join companies co on co.id = c.company_id`;

interface StoredConfigJson {
  model: string;
  enabled: boolean | null;
  frequency: Frequency | null;
  interval: number | null;
  scopes: Scope[] | null;
  syncFrom: string | null;
  dueAt?: string | null;
  lastSyncedAt?: string | null;
  lastFullAt?: string | null;
  defaultVersion?: number;
  pausedAt?: string | null;
  pausedBy?: string | null;
  pausedDoor?: string | null;
}

interface StoredDefaultJson extends StoredConfigJson {
  version: number;
}

export interface StoredConfigsRow {
  company_id: number | string;
  integration: Integration;
  sync_from: Date | string | null;
  models: StoredConfigJson[];
  organisation: StoredDefaultJson[];
}

/** An organisation's defaults of a model, and which version of them it is. */
export interface VersionedSettings {
  version: number;
  settings: StoredSettings;
}

/** A company's config with what it was made of. */
export interface CompanyConfigs {
  companyId: number;
  definition: ConnectorDefinition;
  companySyncFrom: Date | null;
  /** The organisation's defaults that it follows; none where those are the built-in ones. */
  organisation: ReadonlyMap<string, StoredSettings>;
  /** The organisation's defaults that are in force. */
  latest: ReadonlyMap<string, VersionedSettings>;
  models: ReadonlyMap<string, ModelState>;
  entries: ModelConfigEntry[];
}

/** Null where this installation has no connector of the company's platform. */
export function companyConfigs(row: StoredConfigsRow): CompanyConfigs | null {
  const definition = definitions[row.integration];
  if (!definition) return null;
  const parts = {
    companyId: Number(row.company_id),
    definition,
    companySyncFrom: date(row.sync_from),
    ...defaultsOf(row),
    models: new Map(row.models.map((one) => [one.model, state(one)])),
  };
  return { ...parts, entries: configEntries(definition, { ...parts, syncFrom: parts.companySyncFrom }) };
}

/** A company follows the version that its model names; a model that it has no row of follows the one in force. */
function defaultsOf(row: StoredConfigsRow) {
  const latest = new Map<string, VersionedSettings>();
  const organisation = new Map<string, StoredSettings>();
  const followed = new Map(row.models.map((one) => [one.model, one.defaultVersion ?? 0]));
  for (const one of row.organisation.toSorted((a, b) => a.version - b.version)) {
    latest.set(one.model, { version: one.version, settings: settings(one) });
    if ((followed.get(one.model) ?? one.version) === one.version) organisation.set(one.model, settings(one));
  }
  return { latest, organisation };
}

/** The config of one company inside a transaction; null when it never connected. */
export async function loadCompanyConfigs(tx: Tx, companyId: number): Promise<CompanyConfigs | null> {
  const where: SQL = sql`${sql.raw(storedConfigsHead)} where c.company_id = ${companyId}`;
  const [row] = await tx.execute<StoredConfigsRow & Record<string, unknown>>(where);
  return row ? companyConfigs(row) : null;
}

/** The same of many companies, in the order of their ids; those without a connector are left out. */
export async function loadManyConfigs(tx: Tx, companyIds: readonly number[]): Promise<CompanyConfigs[]> {
  const ids = sql`${`{${companyIds.join()}}`}::bigint[]`;
  const query: SQL = sql`${sql.raw(storedConfigsHead)} where c.company_id = any(${ids}) order by c.company_id`;
  const rows = await tx.execute<StoredConfigsRow & Record<string, unknown>>(query);
  return rows.map(companyConfigs).filter((one) => one !== null);
}

const date = (value: Date | string | null | undefined): Date | null => (value ? new Date(value) : null);

const settings = (one: StoredConfigJson): StoredSettings => ({
  enabled: one.enabled,
  frequency: one.frequency,
  interval: one.interval,
  scopeAccess: one.scopes,
  syncFrom: date(one.syncFrom),
});

const state = (one: StoredConfigJson): ModelState => ({
  stored: settings(one),
  dueAt: date(one.dueAt),
  lastSyncedAt: date(one.lastSyncedAt),
  lastFullAt: date(one.lastFullAt),
  defaultVersion: one.defaultVersion ?? 0,
  pause: pauseOf(date(one.pausedAt), one.pausedBy ?? null, one.pausedDoor ?? null),
});
