import { z } from 'zod';
import { jobTypes, type ParentModel, parentModels } from '../../../../db/schema/enums.ts';
import { getSync, listSyncs as readSyncs } from '../../../domain/syncs/data.ts';
import { cancelSync, startSync } from '../../../domain/syncs/mutations.ts';
import { retrySync } from '../../../domain/syncs/retry.ts';
import { inData, inDataShape, nothing, nothingShape } from '../envelope.ts';
import { companyParams, limitParam, momentInput, uuidParam, wordOf } from '../input.ts';
import { dataModelBody } from '../model-config-body.ts';
import { recallBy, recallDone } from '../recall.ts';
import { route } from '../route.ts';
import { syncDetailShape, syncDetailWire, syncShape, syncWire } from '../serialize/sync.ts';

const syncParams = z.object({ sync_id: uuidParam });
const ofCompany = { company_id: '496' };
const ofSync = { sync_id: '6870abae-60d9-48fb-8235-49cd812c06b9' };

const startedShape = inDataShape({
  sync: z.object({ id: z.uuid(), dataModelsSyncing: z.array(z.enum(parentModels)) }),
});
const started = ({ id, dataModels }: { id: string; dataModels: readonly ParentModel[] }, meta: { requestId: string }) =>
  inData({ sync: { id, dataModelsSyncing: dataModels } }, meta);

export const createSync = route({
  id: 'createSync',
  summary: 'Start a sync of a company',
  group: 'Syncs',
  method: 'POST',
  path: '/core/companies/{company_id}/syncs',
  permission: 'syncs.write',
  params: companyParams,
  body: z
    .strictObject({
      dataModelsToSync: z
        .array(z.strictObject({ dataModel: dataModelBody, syncFrom: momentInput.optional() }))
        .min(1)
        .max(100)
        .optional(),
      fullSync: z.boolean().optional(),
      isManualSync: z.boolean().optional(),
    })
    .prefault({}),
  wireNames: { dataModels: 'dataModelsToSync' },
  faults: { conflict: 'A sync is running; wait for it to end or cancel it.' },
  status: 201,
  handler: (ctx, { params: { company_id }, body: { dataModelsToSync, ...same } }) =>
    startSync(ctx, { companyId: company_id, dataModels: dataModelsToSync, ...same }),
  recall: recallBy('sync.started', (ctx, _input, syncId) => getSync(ctx, { syncId })),
  response: startedShape,
  serialize: started,
  example: { params: ofCompany, body: { dataModelsToSync: [{ dataModel: 'INVOICE' }], fullSync: false } },
});

export const listSyncs = route({
  id: 'listSyncs',
  summary: 'List the syncs of a company, newest first',
  group: 'Syncs',
  method: 'GET',
  path: '/core/companies/{company_id}/syncs',
  permission: 'read',
  params: companyParams,
  query: z.object({
    limit: limitParam(100, 20),
    cursor: z.guid('is not a cursor of this list').optional(),
    jobType: wordOf(jobTypes).optional(),
  }),
  status: 200,
  handler: (ctx, { params: { company_id }, query }) => readSyncs(ctx, { companyId: company_id, ...query }),
  response: inDataShape({ syncs: z.array(syncShape), count: z.int(), next: z.uuid().nullable() }),
  serialize: ({ syncs, count, next }, meta) => inData({ syncs: syncs.map(syncWire), count, next }, meta),
  example: { params: ofCompany },
});

export const getOneSync = route({
  id: 'getSync',
  summary: 'Get a sync with its jobs',
  group: 'Syncs',
  method: 'GET',
  path: '/core/syncs/{sync_id}',
  permission: 'read',
  params: syncParams,
  status: 200,
  handler: (ctx, { params: { sync_id } }) => getSync(ctx, { syncId: sync_id }),
  response: inDataShape({ sync: syncDetailShape }),
  serialize: (sync, meta) => inData({ sync: syncDetailWire(sync) }, meta),
  example: { params: ofSync },
});

export const cancelOneSync = route({
  id: 'cancelSync',
  summary: 'Cancel a sync that is queued or running',
  group: 'Syncs',
  method: 'POST',
  path: '/core/syncs/{sync_id}/cancel',
  permission: 'syncs.write',
  params: syncParams,
  faults: { conflict: 'The sync has ended.' },
  status: 200,
  handler: (ctx, { params: { sync_id } }) => cancelSync(ctx, { syncId: sync_id }),
  recall: recallDone('sync.cancelled'),
  response: nothingShape,
  serialize: nothing,
  example: { params: ofSync },
});

export const retryOneSync = route({
  id: 'retrySync',
  summary: 'Do an ended sync once more: what failed, or all of it',
  group: 'Syncs',
  method: 'POST',
  path: '/core/syncs/{sync_id}/retry',
  permission: 'syncs.write',
  params: syncParams,
  faults: { conflict: 'The sync has not ended, or another one is running.' },
  status: 201,
  handler: (ctx, { params: { sync_id } }) => retrySync(ctx, { syncId: sync_id }),
  recall: recallBy('sync.retried', (ctx, _input, syncId) => getSync(ctx, { syncId })),
  response: startedShape,
  serialize: started,
  example: { params: ofSync },
});
