import { z } from 'zod';
import { connectionStatuses, integrationCategories, integrations, syncStates } from '../../../../db/schema/enums.ts';
import type { CompanyView, ConnectionView } from '../../../domain/companies/schema.ts';
import type { ModelConfigEntry } from '../../../domain/sync-config/model-config.ts';
import { named } from '../../../http/shapes.ts';
import { modelConfigShape, modelConfigWire } from './model-config.ts';
import { moment, momentShape } from './moment.ts';

const connectionShape = named(
  'Connection',
  z.object({
    id: z.string(),
    createdAt: momentShape,
    updatedAt: momentShape,
    companyId: z.int(),
    organisationId: z.int(),
    integrationType: z.enum(integrations),
    integrationEntityId: z.string().nullable(),
    category: z.enum(integrationCategories),
    status: z.enum(connectionStatuses),
    syncStatus: z.enum(syncStates),
    syncResumeAt: momentShape.nullable(),
    lastSynced: momentShape.nullable(),
    variables: z.record(z.string(), z.string()),
  }),
);

export const companyShape = named(
  'Company',
  z.object({
    id: z.int(),
    companyId: z.int(),
    inviteLinkId: z.uuid().nullable(),
    companyName: z.string(),
    integration: z.enum(integrations).nullable(),
    integrationCategory: z.enum(integrationCategories).nullable(),
    integrationEntityId: z.string().nullable(),
    connectionStatus: z.enum(connectionStatuses).nullable(),
    syncStatus: z.enum(syncStates).nullable(),
    hasActiveSync: z.boolean(),
    lastSynced: momentShape.nullable(),
    syncFrom: momentShape.nullable(),
    createdAt: momentShape,
    dataModelConfigs: z.array(modelConfigShape),
    connection: connectionShape.nullable(),
  }),
);

/** A company with how its models are synced; the same in lists and alone. */
export interface CompanyWithConfigs {
  company: CompanyView;
  configs: readonly ModelConfigEntry[];
}

/** The company object of the Core API. */
export function companyWire({ company, configs }: CompanyWithConfigs): z.infer<typeof companyShape> {
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
const connectionWire = (connection: ConnectionView): z.infer<typeof connectionShape> => ({
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
