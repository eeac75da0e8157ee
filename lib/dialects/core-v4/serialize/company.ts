import type { CompanyView, ConnectionView } from '../../../domain/companies/schema.ts';
import type { ModelConfigEntry } from '../../../domain/sync-config/model-config.ts';
import { modelConfigWire } from './model-config.ts';
import { moment } from './moment.ts';

/** A company with how its models are synced; the same in lists and alone. */
export interface CompanyWithConfigs {
  company: CompanyView;
  configs: readonly ModelConfigEntry[];
}

/** The company object of the Core API. */
export function companyWire({ company, configs }: CompanyWithConfigs) {
  const { connection } = company;
  return {
    id: company.id,
    companyId: company.id,
    inviteLinkId: company.inviteLink?.id ?? null,
    companyName: company.name,
    integration: company.integration,
    integrationCategory: company.integrationCategory,
    integrationEntityId: connection?.entityId ?? null,
    connectionStatus: connection?.status ?? null,
    syncStatus: connection?.syncState ?? null,
    hasActiveSync: company.hasActiveSync,
    lastSynced: moment(connection?.lastSyncedAt ?? null),
    syncFrom: moment(company.syncFrom),
    createdAt: moment(company.createdAt),
    dataModelConfigs: connection ? configs.map(modelConfigWire) : [],
    connection: connection ? connectionWire(connection) : null,
  };
}

/** Its `variables` are the client-safe ones: the domain gives no others. */
const connectionWire = (connection: ConnectionView) => ({
  id: connection.id,
  createdAt: moment(connection.createdAt),
  updatedAt: moment(connection.updatedAt),
  companyId: connection.companyId,
  organisationId: connection.organisationId,
  integrationType: connection.integration,
  integrationEntityId: connection.entityId,
  category: connection.category,
  status: connection.status,
  syncStatus: connection.syncState,
  syncResumeAt: moment(connection.syncResumeAt),
  lastSynced: moment(connection.lastSyncedAt),
  variables: connection.variables,
});
