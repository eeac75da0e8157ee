import { z } from 'zod';
import { walkCompanies } from '../../../domain/companies/company-walk.ts';
import { companyIdsOf } from '../../../domain/companies/data.ts';
import { archiveCompanies, createCompany, updateCompany } from '../../../domain/companies/mutations.ts';
import { invalid } from '../../../errors.ts';
import { inNamedChain, requireChains } from '../chains.ts';
import { changedCompanyFields, changesOf, companyWireNames, newCompanyFields } from '../company-fields.ts';
import { checkTimeFilter, companyFilters, walkOf } from '../filters.ts';
import { exampleCommon, id, listOf, requestBody } from '../request.ts';
import { route } from '../route.ts';
import { companiesShape, companiesWire } from '../serialize/company.ts';

const group = 'Companies';
const chainId = z.string().nullish().meta({ description: 'Required with a token of several chains, else ignored.' });
const exampleId = '3ed9e2f3-4bba-4df6-8d41-ab1b009b6425';

/** Companies of the token's chains, deleted ones too, newest first. */
export const getAllCompanies = route({
  id: 'getAllCompanies',
  summary: 'Get all companies',
  description:
    'Newest first. The Cursor of an answer leads to the next older companies; nothing is skipped or repeated though ' +
    'companies are added meanwhile.',
  group,
  method: 'POST',
  path: '/companies/getAll',
  permission: 'read',
  body: requestBody(companyFilters).superRefine(checkTimeFilter),
  wireNames: companyWireNames,
  status: 200,
  handler: async (ctx, { body }) => {
    requireChains(ctx, body.ChainIds ?? []);
    return walkCompanies(ctx, walkOf(body));
  },
  response: companiesShape,
  serialize: ({ companies }) => companiesWire(companies),
  example: { body: { ...exampleCommon, Names: ['Harbour & Lane'], Limitation: { Count: 10 } } },
});

export const addCompany = route({
  id: 'addCompany',
  summary: 'Add a company',
  group,
  method: 'POST',
  path: '/companies/add',
  permission: 'companies.write',
  body: requestBody({ ChainId: chainId, ...newCompanyFields }),
  wireNames: companyWireNames,
  status: 200,
  handler: (ctx, { body }) => createCompany(inNamedChain(ctx, body.ChainId), { ...changesOf(body), name: body.Name }),
  response: companiesShape,
  serialize: (company) => companiesWire([company]),
  example: {
    body: {
      ...exampleCommon,
      Name: 'Harbour & Lane',
      Options: { Invoiceable: true, AddFeesToInvoices: false },
      InvoiceDueInterval: 'P14D',
      Telephone: '111-222-333',
    },
  },
});

/** Each field comes in an object, so that one that is left out differs from one that is cleared. */
export const updateOneCompany = route({
  id: 'updateCompany',
  summary: 'Update a company',
  description: 'A field that is left out or null stays as it is; `{ "Value": null }` clears one that may be empty.',
  group,
  method: 'POST',
  path: '/companies/update',
  permission: 'companies.write',
  body: requestBody({ ChainId: chainId, CompanyId: id, ...changedCompanyFields }),
  wireNames: companyWireNames,
  status: 200,
  handler: async (ctx, { body }) => {
    const within = inNamedChain(ctx, body.ChainId);
    const [companyId] = await companyIdsOf(within, { uuids: [body.CompanyId] });
    if (companyId === undefined) throw invalid({ path: 'CompanyId', message: 'must exist' });
    return updateCompany(within, { companyId, changes: changesOf(body) });
  },
  response: companiesShape,
  serialize: (company) => companiesWire([company]),
  example: {
    body: { ...exampleCommon, CompanyId: exampleId, Name: { Value: 'Harbour Lane' }, Notes: { Value: null } },
  },
});

export const deleteCompanies = route({
  id: 'deleteCompanies',
  summary: 'Delete companies',
  description:
    'All of them or none: they are archived, and can be restored in the console. One that is deleted already stays so.',
  group,
  method: 'POST',
  path: '/companies/delete',
  permission: 'companies.write',
  body: requestBody({ ChainId: chainId, CompanyIds: listOf(id).refine((ids) => ids.length > 0) }),
  faults: {
    forbidden: 'The token is read-only, or a sync or a write of a company is running, which the message names.',
  },
  status: 200,
  handler: async (ctx, { body }) => {
    const within = inNamedChain(ctx, body.ChainId);
    const uuids = new Set(body.CompanyIds.map((uuid) => uuid.toLowerCase()));
    const companyIds = await companyIdsOf(within, { uuids: [...uuids] });
    if (companyIds.length < uuids.size) throw invalid({ path: 'CompanyIds', message: 'must exist' });
    await archiveCompanies(within, { companyIds });
  },
  response: z.object({}),
  serialize: () => ({}),
  example: { body: { ...exampleCommon, CompanyIds: [exampleId] } },
});
