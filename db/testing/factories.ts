import { randomUUID } from 'node:crypto';
import { definitions } from '../../lib/connectors/definitions.ts';
import { type Context, makeContext } from '../../lib/context.ts';
import { seal } from '../../lib/crypto/key-ring.ts';
import { insertCompany } from '../../lib/domain/companies/insert-company.ts';
import { mirrorConnection } from '../../lib/domain/connections/health.ts';
import { createOrganisation } from '../../lib/domain/organisations/mutations.ts';
import { applyRequestedConfigs } from '../../lib/domain/sync-config/mutations.ts';
import { db } from '../client.ts';
import type { RequestedModelConfig } from '../schema/companies.ts';
import { connections } from '../schema/connections.ts';
import {
  type ConnectionStatus,
  categoryOfIntegration,
  type DataModel,
  type Integration,
  type Role,
} from '../schema/enums.ts';

/** An organisation, and the Context of a person in it. */
export interface TestOrganisation {
  organisationId: number;
  ctx: Context;
}

/** Makes an organisation as the product does; its Context is an operator's. */
export async function makeOrganisation(options: { name?: string; now?: Date } = {}): Promise<TestOrganisation> {
  const { name = 'Northwind', now = new Date() } = options;
  const actor = { type: 'system', id: 'test', label: 'Test' } as const;
  const { id } = await createOrganisation({ actor, requestId: randomUUID(), now, door: 'test' }, { name });
  return { organisationId: id, ctx: contextFor(id, { now }) };
}

/** The Context of a person in an organisation, by default an operator now. */
export function contextFor(organisationId: number, options: { role?: Role; now?: Date } = {}): Context {
  const { role = 'operator', now = new Date() } = options;
  return makeContext({
    organisationId,
    actor: { type: 'user', id: randomUUID(), label: 'Robin Operator', role },
    requestId: randomUUID(),
    now,
    door: 'console',
  });
}

/** Makes a company that never connected. */
export async function makeCompany(
  ctx: Context,
  options: { name?: string; integration?: Integration; syncFrom?: Date } = {},
): Promise<{ companyId: number }> {
  const { name = 'Harbour & Lane', integration = null, syncFrom = null } = options;
  const integrationCategory = integration && categoryOfIntegration[integration];
  const company = await db().transaction((tx) =>
    insertCompany(tx, ctx, { name, integration, integrationCategory, syncFrom }),
  );
  return { companyId: company.id };
}

/** Connects a company as the connect page does, but asks no platform and queues no first sync. */
export async function makeConnection(
  ctx: Context,
  company: { companyId: number },
  options: {
    integration?: Integration;
    credentials?: Record<string, string>;
    entityId?: string | null;
    status?: ConnectionStatus;
    requested?: RequestedModelConfig[];
    syncFrom?: Date;
  } = {},
): Promise<void> {
  const { companyId } = company;
  const { integration = 'SANDBOX', credentials = {}, entityId = null, status = 'HEALTHY' } = options;
  const sealed = seal(credentials, { organisationId: ctx.organisationId, companyId });
  await db().transaction(async (tx) => {
    await tx.insert(connections).values({
      companyId,
      organisationId: ctx.organisationId,
      integration,
      category: categoryOfIntegration[integration],
      entityId,
      entityName: null,
      status,
      statusSince: ctx.now,
      syncState: 'IDLE',
      credentials: status === 'DISCONNECTED' ? null : sealed.ciphertext,
      credentialsKeyId: status === 'DISCONNECTED' ? null : sealed.keyId,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    });
    await mirrorConnection(tx, { companyId });
    const { requested = [], syncFrom = null } = options;
    const configs = [...othersOff(integration, requested), ...requested];
    await applyRequestedConfigs(tx, ctx, { companyId, integration, requested: configs, syncFrom });
  });
}

/** What a company of a test syncs unless the test says otherwise: few models, so that a sync is short. */
const coreModels: readonly DataModel[] = ['CURRENCY', 'ACCOUNT', 'CONTACT', 'INVOICE', 'INVOICE_PAYMENT'];

function othersOff(integration: Integration, requested: readonly RequestedModelConfig[]): RequestedModelConfig[] {
  const named = new Set([...coreModels, ...requested.map((config) => config.dataModel)]);
  const others = definitions[integration]?.models.filter(({ model }) => !named.has(model)) ?? [];
  return others.map(({ model }) => ({ dataModel: model, enabled: false }));
}
