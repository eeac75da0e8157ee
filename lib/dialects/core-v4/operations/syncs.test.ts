import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { sqlClient } from '../../../../db/client.ts';
import { createTestDatabase } from '../../../../db/testing/database.ts';
import { makeCompany, makeConnection } from '../../../../db/testing/factories.ts';
import { type Answered, errorOf, makeTenant, type Tenant } from '../testing/core-api.ts';

await createTestDatabase();

let tenant: Tenant;
let companyId: number;
beforeEach(async () => {
  tenant = await makeTenant();
  ({ companyId } = await makeCompany(tenant.ctx, { integration: 'SANDBOX' }));
  await makeConnection(tenant.ctx, { companyId });
});

interface Wire {
  id: string;
  status: string;
  [key: string]: unknown;
}
const started = ({ body }: Answered) =>
  (body as { data: { sync: { id: string; dataModelsSyncing: string[] } } }).data.sync;
const one = ({ body }: Answered) => (body as { data: { sync: Wire & { jobs: Wire[] } } }).data.sync;
const listed = ({ body }: Answered) => (body as { data: { syncs: Wire[]; count: number; next: string | null } }).data;
const start = (body?: unknown) => tenant.call('POST', `/core/companies/${companyId}/syncs`, { body });
const end = (id: string) => sqlClient()`update syncs set status = 'SUCCESS' where id = ${id}`;

describe('POST /core/companies/{company_id}/syncs', () => {
  test('without a body it syncs every model that is on', async () => {
    const answer = await start();
    expect(answer.status).toBe(201);
    expect(started(answer)).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      dataModelsSyncing: ['CURRENCY', 'ACCOUNT', 'CONTACT', 'INVOICE', 'INVOICE_PAYMENT'],
    });
  });

  test('takes chosen models, in any spelling, with where to start', async () => {
    const answer = await start({
      dataModelsToSync: [{ dataModel: 'invoices', syncFrom: '2026-01-01T00:00:00.000Z' }, { dataModel: 'CONTACT' }],
      fullSync: true,
      isManualSync: true,
    });
    expect([answer.status, started(answer).dataModelsSyncing.toSorted()]).toEqual([201, ['CONTACT', 'INVOICE']]);
  });

  test('is a conflict while one is running', async () => {
    await start({});
    const second = await start({});
    expect([second.status, errorOf(second).message]).toEqual([409, expect.stringMatching(/^A sync is running/)]);
  });

  test('is refused for a company that is not connected', async () => {
    const { companyId: never } = await makeCompany(tenant.ctx, { name: 'Never' });
    const answer = await tenant.call('POST', `/core/companies/${never}/syncs`, { body: {} });
    expect([answer.status, errorOf(answer).message]).toEqual([400, 'The company is not connected yet']);
  });

  test('is refused for a model that is switched off, under the name that was sent', async () => {
    await tenant.call('PATCH', `/core/companies/${companyId}/sync-config`, {
      body: {
        configs: [
          {
            data_model: 'INVOICE',
            category: 'ACCOUNTING',
            enabled: false,
            frequency: 'WEEKLY',
            interval: 2,
            scope_access: { READ: true },
          },
        ],
      },
    });
    const answer = await start({ dataModelsToSync: [{ dataModel: 'INVOICE' }] });
    expect([answer.status, errorOf(answer).issues?.[0]?.path]).toEqual([400, 'dataModelsToSync.0.dataModel']);
  });

  test.each([
    [{ dataModelsToSync: [] }, 'dataModelsToSync: must have at least 1 entry'],
    [{ dataModelsToSync: [{}] }, 'dataModelsToSync.0.dataModel: is required'],
    [{ dataModelsToSync: [{ dataModel: 'X' }] }, /^dataModelsToSync\.0\.dataModel: must be one of /],
    [{ dataModelsToSync: 'INVOICE' }, 'dataModelsToSync: must be a list'],
    [{ fullSync: 'yes' }, 'fullSync: must be true or false'],
    [{ full: true }, 'full: is not a known field; allowed fields are dataModelsToSync, fullSync, isManualSync'],
    [[], 'The body must be an object'],
  ])('refuses %j', async (body, message) => {
    const answer = await start(body);
    expect(answer.status).toBe(400);
    expect(errorOf(answer).message).toMatch(message);
  });
});

describe('the syncs of a company', () => {
  test('are listed newest first, without their jobs', async () => {
    const ids: string[] = [];
    for (let run = 0; run < 3; run++) {
      const { id } = started(await start());
      ids.unshift(id);
      await end(id);
    }
    const path = `/core/companies/${companyId}/syncs`;
    const first = listed(await tenant.call('GET', `${path}?limit=2`));
    expect([first.syncs.map((sync) => sync.id), first.count, first.next]).toEqual([ids.slice(0, 2), 3, ids[1]]);
    const second = listed(await tenant.call('GET', `${path}?limit=2&cursor=${first.next}`));
    expect([second.syncs.map((sync) => sync.id), second.next]).toEqual([ids.slice(2), null]);
    expect(first.syncs[0]).not.toHaveProperty('jobs');
    expect(first.syncs[0]).toMatchObject({
      companyId,
      integrationType: 'SANDBOX',
      configMode: 'READ',
      syncType: 'MANUAL',
      status: 'SUCCESS',
    });
  });

  test('PUSH is a filter that finds none yet', async () => {
    await start();
    const found = listed(await tenant.call('GET', `/core/companies/${companyId}/syncs?jobType=push`));
    expect(found).toEqual({ syncs: [], count: 0, next: null });
    const wrong = await tenant.call('GET', `/core/companies/${companyId}/syncs?jobType=BOTH`);
    expect(errorOf(wrong).message).toBe('jobType: must be one of PULL, PUSH');
  });

  test.each(['abc', randomUUID(), '11111111-1111-1111-1111-111111111111'])('%s is no cursor', async (cursor) => {
    const answer = await tenant.call('GET', `/core/companies/${companyId}/syncs?cursor=${cursor}`);
    expect([answer.status, errorOf(answer).message]).toEqual([400, 'cursor: is not a cursor of this list']);
  });
});

describe('one sync', () => {
  test('shows its jobs with their counts', async () => {
    const { id } = started(await start({ dataModelsToSync: [{ dataModel: 'CURRENCY' }] }));
    const sync = one(await tenant.call('GET', `/core/syncs/${id}`));
    expect(sync).toMatchObject({
      id,
      status: 'QUEUED',
      dataModels: ['CURRENCY'],
      jobCounts: { total: 1, success: 0, failed: 0, running: 0, pending: 1 },
      startTime: null,
      endTime: null,
    });
    expect(sync.jobs).toEqual([
      {
        id: expect.any(String),
        dataModel: 'CURRENCY',
        status: 'CREATED',
        jobType: 'PULL',
        configMode: 'READ',
        recordsSynced: 0,
        recordsCreated: 0,
        recordsUpdated: 0,
        recordsUnchanged: 0,
        recordsDeleted: 0,
        retryCount: 0,
        parentJobId: null,
        errorCode: null,
        errorMessage: null,
        errorResponse: null,
        startTime: null,
        endTime: null,
        createdAt: expect.any(String),
      },
    ]);
  });

  test('is cancelled once, and then it has ended', async () => {
    const { id } = started(await start());
    const answer = await tenant.call('POST', `/core/syncs/${id}/cancel`);
    expect([answer.status, answer.body]).toEqual([200, { request_id: answer.headers.get('x-request-id') }]);
    expect(one(await tenant.call('GET', `/core/syncs/${id}`)).status).toBe('CANCELLED');
    expect((await tenant.call('POST', `/core/syncs/${id}/cancel`)).status).toBe(409);
  });

  test('is retried once it has ended, as a new sync', async () => {
    const { id } = started(await start({ dataModelsToSync: [{ dataModel: 'CURRENCY' }] }));
    const early = await tenant.call('POST', `/core/syncs/${id}/retry`);
    expect([early.status, errorOf(early).message]).toEqual([409, expect.stringMatching(/^The sync has not ended/)]);
    await tenant.call('POST', `/core/syncs/${id}/cancel`);
    const answer = await tenant.call('POST', `/core/syncs/${id}/retry`);
    expect([answer.status, started(answer)]).toEqual([
      201,
      { id: expect.stringMatching(/^[0-9a-f-]{36}$/), dataModelsSyncing: ['CURRENCY'] },
    ]);
    const [job] = one(await tenant.call('GET', `/core/syncs/${id}`)).jobs;
    const again = one(await tenant.call('GET', `/core/syncs/${started(answer).id}`));
    expect(again.jobs).toMatchObject([{ parentJobId: job?.id, status: 'CREATED' }]);
  });

  test("is not found when it is another organisation's, or none", async () => {
    const { id } = started(await start());
    const other = await makeTenant('Elsewhere');
    for (const path of [`/core/syncs/${id}`, '/core/syncs/11111111-1111-1111-1111-111111111111']) {
      expect((await other.call('GET', path)).status).toBe(404);
      expect((await other.call('POST', `${path}/cancel`)).status).toBe(404);
      expect((await other.call('POST', `${path}/retry`)).status).toBe(404);
    }
    const wrong = await tenant.call('GET', '/core/syncs/12');
    expect([wrong.status, errorOf(wrong).message]).toEqual([400, 'sync_id: must be a uuid']);
  });
});
