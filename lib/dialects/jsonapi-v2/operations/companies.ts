import { z } from 'zod';
import type { Context } from '../../../context.ts';
import { companyIdFrom } from '../../../domain/companies/company-id.ts';
import { companyPage } from '../../../domain/companies/company-pages.ts';
import {
  archiveCompanies,
  createCompany,
  deleteCompany,
  restoreCompanies,
  updateCompany,
} from '../../../domain/companies/mutations.ts';
import type { CompanyProfile } from '../../../domain/companies/profile-view.ts';
import { getCompanyProfile } from '../../../domain/companies/profiles.ts';
import { invalid } from '../../../errors.ts';
import { companyBody, newCompanyBody } from '../company-body.ts';
import type { Include } from '../names.ts';
import { listQuery, resourceQuery } from '../query.ts';
import { relatedTo } from '../related.ts';
import { route } from '../route.ts';
import {
  companyDocument,
  companyDocumentShape,
  pageDocument,
  pageDocumentShape,
  type ShownCompany,
} from '../serialize/document.ts';
import { wirePath } from '../wire-path.ts';

const group = 'Companies';
const example = { params: { id: '537' } };
const params = z.object({ id: z.string() });
const otherOrganization = { forbidden: 'The token is of another organization.' };
const refused = { forbidden: 'The token is of another organization, or only reads.' };
const busy = 'A sync or a write is running; wait for it to end or cancel it.';

async function shown(ctx: Context, company: CompanyProfile, include: readonly Include[]): Promise<ShownCompany> {
  return { company, related: await relatedTo(ctx, [company], include) };
}

export const listCompanies = route({
  id: 'listCompanies',
  summary: 'List companies',
  description: 'Archived ones too, unless `filter[status]` says otherwise. A page beyond the last is empty.',
  group,
  method: 'GET',
  path: '/companies',
  permission: 'read',
  query: listQuery,
  faults: otherOrganization,
  status: 200,
  handler: async (ctx, { query: { include, ...asked } }) => {
    const { companies, total } = await companyPage(ctx, asked);
    return { ...asked, companies, total, related: await relatedTo(ctx, companies, include) };
  },
  response: pageDocumentShape,
  serialize: pageDocument,
});

export const getOneCompany = route({
  id: 'getCompany',
  summary: 'Get a company',
  group,
  method: 'GET',
  path: '/companies/{id}',
  permission: 'read',
  params,
  query: resourceQuery,
  faults: otherOrganization,
  status: 200,
  handler: async (ctx, { params: { id }, query: { include } }) =>
    shown(ctx, await getCompanyProfile(ctx, { companyId: companyIdFrom(id) }), include),
  response: companyDocumentShape,
  serialize: companyDocument,
  example,
});

export const createOneCompany = route({
  id: 'createCompany',
  summary: 'Make a company',
  description: 'A company code that is not given is made from the name. Attributes that are only shown are let pass.',
  group,
  method: 'POST',
  path: '/companies',
  permission: 'companies.write',
  query: resourceQuery,
  body: newCompanyBody,
  wireNames: wirePath,
  faults: refused,
  status: 201,
  handler: async (ctx, { query: { include }, body }) => shown(ctx, await createCompany(ctx, body), include),
  response: companyDocumentShape,
  serialize: companyDocument,
  example: {
    body: {
      data: {
        type: 'companies',
        attributes: { name: 'Harbour & Lane', due_days: 15, default_currency: 'EUR', tag_list: ['partner'] },
      },
    },
  },
});

export const updateOneCompany = route({
  id: 'updateCompany',
  summary: 'Change a company',
  description:
    'What is left out stays as it is, null clears. Lists of contact data that are sent replace those lists; an entry ' +
    'keeps its number when it is sent with its `contact_datum_id`.',
  group,
  method: 'PATCH',
  path: '/companies/{id}',
  permission: 'companies.write',
  params,
  query: resourceQuery,
  body: companyBody,
  wireNames: wirePath,
  faults: refused,
  status: 200,
  handler: async (ctx, { params: { id }, query: { include }, body }) => {
    if (body.id !== undefined && body.id !== id) throw invalid({ path: 'id', message: 'is not that of the address' });
    return shown(ctx, await updateCompany(ctx, { companyId: companyIdFrom(id), changes: body.changes }), include);
  },
  response: companyDocumentShape,
  serialize: companyDocument,
  example: {
    ...example,
    body: { data: { type: 'companies', attributes: { name: 'Harbour Lane', domain: 'harbour.example' } } },
  },
});

export const archiveOneCompany = route({
  id: 'archiveCompany',
  summary: 'Archive a company with its invite link and connection',
  description: 'One that is archived already stays so.',
  group,
  method: 'PATCH',
  path: '/companies/{id}/archive',
  permission: 'companies.write',
  params,
  query: resourceQuery,
  faults: { ...refused, conflict: busy },
  status: 200,
  handler: async (ctx, { params: { id }, query: { include } }) => {
    const companyId = companyIdFrom(id);
    await archiveCompanies(ctx, { companyIds: [companyId] });
    return shown(ctx, await getCompanyProfile(ctx, { companyId }), include);
  },
  response: companyDocumentShape,
  serialize: companyDocument,
  example,
});

export const restoreOneCompany = route({
  id: 'restoreCompany',
  summary: 'Bring back an archived company, without its credentials',
  description: 'One that is not archived stays as it is.',
  group,
  method: 'PATCH',
  path: '/companies/{id}/restore',
  permission: 'companies.write',
  params,
  query: resourceQuery,
  faults: refused,
  status: 200,
  handler: async (ctx, { params: { id }, query: { include } }) => {
    const companyId = companyIdFrom(id);
    await restoreCompanies(ctx, { companyIds: [companyId] });
    return shown(ctx, await getCompanyProfile(ctx, { companyId }), include);
  },
  response: companyDocumentShape,
  serialize: companyDocument,
  example,
});

export const deleteOneCompany = route({
  id: 'deleteCompany',
  summary: 'Remove a company for good',
  description: 'It is gone at once; its records are erased in the background.',
  group,
  method: 'DELETE',
  path: '/companies/{id}',
  permission: 'company.erase',
  params,
  faults: { ...refused, conflict: `The company is connected; archive it first. ${busy}` },
  status: 204,
  handler: (ctx, { params: { id } }) => deleteCompany(ctx, { companyId: companyIdFrom(id) }),
  example,
});
