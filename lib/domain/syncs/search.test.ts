import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { sqlClient } from '../../../db/client.ts';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { makeCompany, makeConnection, makeOrganisation } from '../../../db/testing/factories.ts';
import type { Context } from '../../context.ts';
import { listOrganisationSyncs } from './data.ts';
import { startSync } from './mutations.ts';

await createTestDatabase();

let ctx: Context;
let syncs: string[];
beforeEach(async () => {
  ({ ctx } = await makeOrganisation());
  syncs = [];
  for (const name of ['Harbour & Lane', 'Zoë_100%']) {
    const { companyId } = await makeCompany(ctx, { name, integration: 'SANDBOX' });
    await makeConnection(ctx, { companyId });
    syncs.push((await startSync({ ...ctx, requestId: randomUUID() }, { companyId })).id);
  }
});
const found = async (search: string, by = ctx) =>
  (await listOrganisationSyncs(by, { search })).syncs.map((sync) => syncs.indexOf(sync.id));

test('syncs are found by a part of their company’s name, taken as it is written', async () => {
  expect(await found('zoe')).toEqual([1]);
  expect(await found('LANE')).toEqual([0]);
  expect(await found('%')).toEqual([1]);
  expect(await found('_1')).toEqual([1]);
  expect(await found('nobody')).toEqual([]);
});

test('syncs are found by their id, by the request that started them, and by that of a platform call', async () => {
  expect(await found(syncs[0] ?? '')).toEqual([0]);
  const [row] = await sqlClient()`select request_id, company_id from syncs where id = ${syncs[1] ?? ''}`;
  expect(await found(String(row?.request_id).toUpperCase())).toEqual([1]);
  const requestId = randomUUID();
  await sqlClient()`
    insert into platform_calls (
      organisation_id, company_id, sync_id, request_id, method, host, path, duration_ms, request_bytes, response_bytes,
      created_at
    ) values (${ctx.organisationId}, ${row?.company_id}, ${syncs[1] ?? ''}, ${requestId}, 'GET', 'x', '/', 1, 0, 0, now())`;
  expect(await found(requestId)).toEqual([1]);
  expect(await found(randomUUID())).toEqual([]);
  const stranger = await makeOrganisation();
  expect(await found(requestId, stranger.ctx)).toEqual([]);
});
