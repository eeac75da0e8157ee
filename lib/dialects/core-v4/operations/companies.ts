import { z } from 'zod';
import { connectionStatuses } from '../../../../db/schema/enums.ts';
import { getCompanyWithConfigs, listCompanies as readCompanies } from '../../../domain/companies/data.ts';
import { archiveCompany, renameCompany, restoreCompany } from '../../../domain/companies/mutations.ts';
import { companyName } from '../../../domain/companies/schema.ts';
import { disconnectCompany } from '../../../domain/connections/mutations.ts';
import { listModelConfigs } from '../../../domain/sync-config/data.ts';
import { updateModelConfigs } from '../../../domain/sync-config/mutations.ts';
import { inData, inDataShape, nothing, nothingShape } from '../envelope.ts';
import { categoryInput, companyParams, idParam, integrationInput, limitParam, wordOf } from '../input.ts';
import { entriesOf, modelConfigBody, modelConfigExample, modelConfigNames } from '../model-config-body.ts';
import { recallBy, recallDone } from '../recall.ts';
import { route } from '../route.ts';
import { companyShape, companyWire } from '../serialize/company.ts';

const params = { company_id: '496' };

/** Every company of the organisation that is not archived, newest first. */
export const listCompanies = route({
  id: 'listCompanies',
  summary: 'List companies',
  group: 'Companies',
  method: 'GET',
  path: '/core/companies',
  permission: 'read',
  query: z.object({
    limit: limitParam(100, 50),
    cursor: idParam.optional(),
    search: z.string().max(255).optional(),
    connectionStatus: wordOf(connectionStatuses).optional(),
    integration: integrationInput.optional(),
    integrationCategory: categoryInput.optional(),
    syncState: wordOf(['IDLE', 'SYNCING']).optional(),
  }),
  status: 200,
  handler: async (ctx, { query: { cursor, connectionStatus, integration, ...same } }) => {
    const page = await readCompanies(ctx, {
      ...same,
      cursor: cursor ? { id: cursor } : undefined,
      connectionStatus: connectionStatus && [connectionStatus],
      integration: integration && [integration],
    });
    const configs = await listModelConfigs(ctx, { companyIds: page.companies.map(({ id }) => id) });
    return { ...page, configs };
  },
  response: inDataShape({ companies: z.array(companyShape), count: z.int(), next: z.int().nullable() }),
  serialize: ({ companies, configs, count, next }, meta) => {
    const shown = companies.map((company) => companyWire({ company, configs: configs.get(company.id) ?? [] }));
    return inData({ companies: shown, count, next: next?.id ?? null }, meta);
  },
});

export const getOneCompany = route({
  id: 'getCompany',
  summary: 'Get a company',
  group: 'Companies',
  method: 'GET',
  path: '/core/companies/{company_id}',
  permission: 'read',
  params: companyParams,
  status: 200,
  handler: (ctx, { params: { company_id } }) => getCompanyWithConfigs(ctx, { companyId: company_id }),
  response: inDataShape({ company: companyShape }),
  serialize: (found, meta) => inData({ company: companyWire(found) }, meta),
  example: { params },
});

export const updateCompany = route({
  id: 'updateCompany',
  summary: 'Rename a company',
  group: 'Companies',
  method: 'PATCH',
  path: '/core/companies/{company_id}',
  permission: 'companies.write',
  params: companyParams,
  body: z.object({ name: companyName }),
  status: 200,
  handler: (ctx, { params: { company_id }, body }) => renameCompany(ctx, { companyId: company_id, name: body.name }),
  recall: recallDone('company.renamed'),
  response: nothingShape,
  serialize: nothing,
  example: { params, body: { name: 'Acme Corp' } },
});

export const updateCompanySyncConfig = route({
  id: 'updateCompanySyncConfig',
  summary: 'Set how models of a company are synced',
  group: 'Companies',
  method: 'PATCH',
  path: '/core/companies/{company_id}/sync-config',
  permission: 'sync-config.write',
  params: companyParams,
  body: z.object({ configs: entriesOf(modelConfigBody).min(1).max(100) }),
  wireNames: modelConfigNames,
  status: 200,
  handler: (ctx, { params: { company_id }, body }) =>
    updateModelConfigs(ctx, { companyId: company_id, configs: body.configs }),
  recall: recallDone('sync-config.changed'),
  response: nothingShape,
  serialize: nothing,
  example: {
    params,
    body: {
      configs: [{ ...modelConfigExample, sync_from: '2026-01-01T00:00:00.000Z' }],
    },
  },
});

export const disconnectOneCompany = route({
  id: 'disconnectCompany',
  summary: 'Erase the credentials of a company and keep the company and its invite link',
  group: 'Companies',
  method: 'PUT',
  path: '/core/companies/{company_id}/disconnect',
  permission: 'connections.write',
  params: companyParams,
  faults: { conflict: 'A sync is running; wait for it to end or cancel it.' },
  status: 200,
  handler: (ctx, { params: { company_id } }) => disconnectCompany(ctx, { companyId: company_id }),
  response: nothingShape,
  serialize: nothing,
  example: { params },
});

export const archiveOneCompany = route({
  id: 'archiveCompany',
  summary: 'Archive a company with its invite link and connection',
  group: 'Companies',
  method: 'DELETE',
  path: '/core/companies/{company_id}',
  permission: 'companies.write',
  params: companyParams,
  faults: { conflict: 'A sync is running; wait for it to end or cancel it.' },
  status: 204,
  handler: (ctx, { params: { company_id } }) => archiveCompany(ctx, { companyId: company_id }),
  example: { params },
});

export const restoreOneCompany = route({
  id: 'restoreCompany',
  summary: 'Bring back an archived company, without its credentials',
  group: 'Companies',
  method: 'POST',
  path: '/core/companies/{company_id}/restore',
  permission: 'companies.write',
  params: companyParams,
  faults: { conflict: 'The company is not archived.' },
  status: 200,
  handler: async (ctx, { params: { company_id } }) => {
    await restoreCompany(ctx, { companyId: company_id });
    return getCompanyWithConfigs(ctx, { companyId: company_id });
  },
  recall: recallBy('company.restored', (ctx, { params: { company_id } }) =>
    getCompanyWithConfigs(ctx, { companyId: company_id }),
  ),
  response: inDataShape({ company: companyShape }),
  serialize: (found, meta) => inData({ company: companyWire(found) }, meta),
  example: { params },
});
