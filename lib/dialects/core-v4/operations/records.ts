import { getRecord, listRecords } from '../../../domain/records/data.ts';
import { type RecordModel, recordModels } from '../../../domain/records/registry.ts';
import { toWire } from '../../../domain/records/wire.ts';
import type { Route } from '../../../http/route.ts';
import { companyParams, idParam } from '../input.ts';
import { recordListQuery, recordQuery } from '../record-query.ts';
import { route } from '../route.ts';

const models = Object.keys(recordModels) as RecordModel[];

/** The paths of a model's list below a company: its word, the word with hyphens, and for contacts an old one. */
function pathsOf(model: RecordModel): [string, ...string[]] {
  const { path } = recordModels[model];
  const words = new Set([path, path.replaceAll('_', '-'), ...(model === 'CONTACT' ? [`shared/${path}`] : [])]);
  const [first = path, ...others] = [...words].map((word) => `/core/companies/{company_id}/${word}`);
  return [first, ...others];
}

/** `INVOICE_PAYMENT` → `InvoicePayment`, for operation ids. */
const inPascalCase = (model: RecordModel): string =>
  model
    .split('_')
    .map((word) => word.charAt(0) + word.slice(1).toLowerCase())
    .join('');

function listRoute(model: RecordModel): Route {
  const [path, ...aliases] = pathsOf(model);
  return route({
    id: `list${inPascalCase(model)}Records`,
    summary: `List a company's ${recordModels[model].path.replaceAll('_', ' ')}`,
    method: 'GET',
    path,
    aliases,
    permission: 'read',
    params: companyParams,
    query: recordListQuery(model),
    status: 200,
    handler: async (ctx, { params: { company_id }, query }) => {
      const { include_deleted_records: includeDeleted, return_count: returnCount, select, ...same } = query;
      const page = await listRecords(ctx, {
        companyId: company_id,
        model,
        ...same,
        select,
        includeDeleted,
        returnCount,
      });
      return { ...page, shown: { includeDeleted, select } };
    },
    serialize: ({ records, prev, next, totalCount, shown }) => {
      const data = records.map((record) => toWire(record, shown));
      return totalCount === undefined ? { data, prev, next } : { data, prev, next, total_count: totalCount };
    },
    example: { params: { company_id: '496' } },
  });
}

function getRoute(model: RecordModel): Route {
  const [path, ...aliases] = pathsOf(model).map((list) => `${list}/{rootfi_id}`);
  return route({
    id: `get${inPascalCase(model)}Record`,
    summary: `Get one of a company's ${recordModels[model].path.replaceAll('_', ' ')}`,
    method: 'GET',
    path: path ?? '',
    aliases,
    permission: 'read',
    params: companyParams.extend({ rootfi_id: idParam }),
    query: recordQuery,
    status: 200,
    handler: async (ctx, { params: { company_id, rootfi_id }, query }) => {
      const record = await getRecord(ctx, { companyId: company_id, model, rootfiId: rootfi_id, ...query });
      return { record, select: query.select };
    },
    serialize: ({ record, select }) => ({ data: toWire(record, { select }) }),
    example: { params: { company_id: '496', rootfi_id: '238858' } },
  });
}

/** One list a model that this installation stores. */
export const recordLists: readonly Route[] = models.map(listRoute);

/** And one record of each. */
export const oneRecords: readonly Route[] = models.map(getRoute);
