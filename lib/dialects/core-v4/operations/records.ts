import { z } from 'zod';
import { getRecord, listRecords } from '../../../domain/records/data.ts';
import { type RecordModel, recordModels } from '../../../domain/records/registry.ts';
import { toWire } from '../../../domain/records/wire.ts';
import type { Route } from '../../../http/route.ts';
import { companyParams, idParam } from '../input.ts';
import { recordListQuery, recordQuery } from '../record-query.ts';
import { route } from '../route.ts';
import { inPascalCase, recordShape } from '../serialize/record-shape.ts';

const models = Object.keys(recordModels) as RecordModel[];

/** The paths of a model's list below a company: its word, the word with hyphens, and for contacts an old one. */
export function pathsOf(model: RecordModel): [string, ...string[]] {
  const { path } = recordModels[model];
  const words = new Set([path, path.replaceAll('_', '-'), ...(model === 'CONTACT' ? [`shared/${path}`] : [])]);
  const [first = path, ...others] = [...words].map((word) => `/core/companies/{company_id}/${word}`);
  return [first, ...others];
}

const cursorShape = z.string().nullable();

const listDescription =
  'A field is filtered as `field[operator]=value`; several filters must all hold. Pages are walked by the cursors `next` ' +
  'and `prev` and stay right while records are added and changed.';

const listExample = {
  limit: '10',
  'rootfi_updated_at[gte]': '2026-01-01T00:00:00.000Z',
  'sort[rootfi_id]': 'DESC',
  return_count: 'true',
};

function listRoute(model: RecordModel): Route {
  const [path, ...aliases] = pathsOf(model);
  return route({
    id: `list${inPascalCase(model)}Records`,
    summary: `List a company's ${recordModels[model].path.replaceAll('_', ' ')}`,
    description: listDescription,
    group: 'Records',
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
    response: z.object({
      data: z.array(recordShape(model)),
      prev: cursorShape,
      next: cursorShape,
      total_count: z.int().optional(),
    }),
    example: { params: { company_id: '496' }, query: listExample },
  });
}

function getRoute(model: RecordModel): Route {
  const [path, ...aliases] = pathsOf(model).map((list) => `${list}/{rootfi_id}`);
  return route({
    id: `get${inPascalCase(model)}Record`,
    summary: `Get one of a company's ${recordModels[model].path.replaceAll('_', ' ')}`,
    group: 'Records',
    method: 'GET',
    path: path ?? '',
    aliases,
    permission: 'read',
    params: companyParams.extend({ rootfi_id: idParam }),
    query: recordQuery(model),
    status: 200,
    handler: async (ctx, { params: { company_id, rootfi_id }, query }) => {
      const record = await getRecord(ctx, { companyId: company_id, model, rootfiId: rootfi_id, ...query });
      return { record, select: query.select };
    },
    serialize: ({ record, select }) => ({ data: toWire(record, { select }) }),
    response: z.object({ data: recordShape(model) }),
    example: { params: { company_id: '496', rootfi_id: '238858' }, query: { select: 'raw_data' } },
  });
}

/** One list a model that this installation stores. */
export const recordLists: readonly Route[] = models.map(listRoute);

/** And one record of each. */
export const oneRecords: readonly Route[] = models.map(getRoute);
