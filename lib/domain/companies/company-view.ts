import type { StoredFailure } from '../../../db/schema/connections.ts';
import type { ConnectionStatus, Integration, IntegrationCategory, SyncState } from '../../../db/schema/enums.ts';
import { inviteLinkStatus } from '../invite-links/invite-link-state.ts';
import { pauseOf } from '../pauses/schema.ts';
import type { CompanyView, ConnectionView } from './schema.ts';

/** A row of the companies query; int8 columns come as text. */
export interface CompanyRow {
  id: string;
  uuid: string;
  organisation_id: string;
  number: string;
  company_code: string;
  name: string;
  name_key: string;
  tag_list: string[];
  integration: Integration | null;
  integration_category: IntegrationCategory | null;
  sync_from: Date | null;
  models_enabled: number;
  created_at: Date;
  updated_at: Date;
  last_activity_at: Date;
  archived_at: Date | null;
  last_synced_key: string | null;
  has_active_sync: boolean;
  link_id: string | null;
  link_status: 'PENDING' | 'CONNECTED' | 'REVOKED' | null;
  link_expires_at: Date | null;
  link_opened_count: number | null;
  connection_integration: Integration | null;
  connection_category: IntegrationCategory | null;
  entity_id: string | null;
  entity_name: string | null;
  status: ConnectionStatus | null;
  status_since: Date | null;
  sync_state: SyncState | null;
  sync_resume_at: Date | null;
  last_synced_at: Date | null;
  failure: StoredFailure | null;
  failure_since: Date | null;
  paused_at: Date | null;
  paused_by: string | null;
  paused_door: string | null;
  variables: Record<string, string> | null;
  connection_created_at: Date | null;
  connection_updated_at: Date | null;
}

/** A company as every dialect and the console read it. */
export function companyView(row: CompanyRow, now: Date): CompanyView {
  return {
    id: Number(row.id),
    uuid: row.uuid,
    organisationId: Number(row.organisation_id),
    number: Number(row.number),
    companyCode: row.company_code,
    name: row.name,
    tagList: row.tag_list,
    integration: row.integration,
    integrationCategory: row.integration_category,
    syncFrom: row.sync_from,
    hasActiveSync: row.has_active_sync,
    modelsEnabled: row.models_enabled,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    lastActivityAt: row.last_activity_at,
    archivedAt: row.archived_at,
    inviteLink:
      row.link_id && row.link_status
        ? {
            id: row.link_id,
            status: inviteLinkStatus({ status: row.link_status, expiresAt: row.link_expires_at }, now),
            expiresAt: row.link_expires_at,
            openedCount: row.link_opened_count ?? 0,
          }
        : null,
    connection: connectionView(row),
  };
}

function connectionView(row: CompanyRow): ConnectionView | null {
  const { connection_integration: integration, connection_category: category, status, status_since: statusSince } = row;
  const { connection_created_at: createdAt, connection_updated_at: updatedAt } = row;
  if (!integration || !category || !status || !statusSince || !createdAt || !updatedAt) return null;
  return {
    id: `${row.id}_${integration}`,
    companyId: Number(row.id),
    organisationId: Number(row.organisation_id),
    integration,
    category,
    entityId: row.entity_id,
    entityName: row.entity_name,
    status,
    statusSince,
    syncState: row.sync_state ?? 'IDLE',
    syncResumeAt: row.sync_resume_at,
    lastSyncedAt: row.last_synced_at,
    failure: row.failure,
    failureSince: row.failure_since,
    pause: pauseOf(row.paused_at, row.paused_by, row.paused_door),
    variables: row.variables ?? {},
    createdAt,
    updatedAt,
  };
}
