import { randomUUID } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { createTestDatabase } from '../../db/testing/database.ts';
import { makeCompany, makeConnection, makeOrganisation } from '../../db/testing/factories.ts';
import { openBusinessCentral } from '../../sandbox/testing/business-central.ts';
import { startTestSandbox } from '../../sandbox/testing/sandbox.ts';
import { sandboxTenant } from '../../sandbox/wires/business-central/token-endpoint.ts';
import { openInviteLink } from '../auth/invite-link-gate.ts';
import { msDynamics365Definition } from '../connectors/ms-dynamics-365/definition.ts';
import { connectCompany } from '../domain/connections/mutations.ts';
import { createInviteLink } from '../domain/invite-links/mutations.ts';
import { getSync } from '../domain/syncs/data.ts';
import { startSync } from '../domain/syncs/mutations.ts';
import { resetEnv } from '../env.ts';
import { runSync } from './run-sync.ts';
import { storedRows } from './testing/books.ts';

await createTestDatabase();
const sandbox = await startTestSandbox();
process.env.SANDBOX_URL = sandbox.url;
process.env.BUSINESS_CENTRAL_URL = `${sandbox.url}/business-central`;
resetEnv();
afterAll(() => sandbox.stop());

const models = msDynamics365Definition.models.map(({ model }) => model);

async function connected() {
  const { ctx } = await makeOrganisation();
  const { companyId } = await makeCompany(ctx, { integration: 'MS_DYNAMICS_365' });
  const { companyId: entityId } = await openBusinessCentral(sandbox);
  const credentials = {
    tenantId: sandboxTenant,
    environment: 'Production',
    companyId: entityId,
    clientId: 'acme',
    clientSecret: 'acme-secret',
  };
  const requested = models.map((dataModel) => ({ dataModel, enabled: true }));
  await makeConnection(ctx, { companyId }, { integration: 'MS_DYNAMICS_365', credentials, entityId, requested });
  return { ctx, companyId };
}

async function sync({ ctx, companyId }: Awaited<ReturnType<typeof connected>>) {
  const { id: syncId } = await startSync(ctx, { companyId });
  await runSync({ syncId, retryDelaysMs: [0, 0, 0] });
  return await getSync(ctx, { syncId });
}

const signIns = async () =>
  (await sandbox.call('GET', '/_admin/calls')).json.data.filter(({ path }: { path: string }) =>
    path.endsWith('/token'),
  );

test('a first sync stores every model, a second one finds nothing new, and both share a token', async () => {
  const company = await connected();
  await sandbox.call('DELETE', '/_admin/calls');
  const first = await sync(company);
  expect([first.status, first.failureClass]).toEqual(['SUCCESS', null]);
  expect(first.jobs.map(({ dataModel }) => dataModel)).toEqual(models);
  expect(await storedRows(company.companyId, 'record_invoices')).toHaveLength(60);
  const again = await sync(company);
  expect(again.records).toMatchObject({ created: 0, updated: 0, deleted: 0, failed: 0 });
  expect(await signIns()).toHaveLength(1);
});

test('a customer connects by their link, and the first sync waits', async () => {
  const { ctx } = await makeOrganisation();
  const link = await createInviteLink(ctx, { companyName: 'Acme', integration: 'MS_DYNAMICS_365' });
  const access = await openInviteLink(link.id, { requestId: randomUUID(), now: new Date() });
  if (access.state !== 'open') throw new Error(`The link is ${access.state}`);
  const { companyId: entityId } = await openBusinessCentral(sandbox);
  const credentials = {
    tenantId: sandboxTenant,
    environment: 'Production',
    companyId: ` ${entityId.toUpperCase()} `,
    clientId: 'acme',
    clientSecret: 'wrong',
  };
  const connect = (form: Record<string, string>) =>
    connectCompany(access.ctx, { integration: 'MS_DYNAMICS_365', credentials: form });
  expect(await connect(credentials)).toMatchObject({ connected: false, field: 'clientSecret' });
  const outcome = await connect({ ...credentials, clientSecret: 'acme-secret' });
  if (!outcome.connected) throw new Error('It is connected');
  expect(outcome.entityName).toBe('Acme Ltd');
  await runSync({ syncId: outcome.syncId ?? '', retryDelaysMs: [0, 0, 0] });
  expect((await getSync(ctx, { syncId: outcome.syncId ?? '' })).status).toBe('SUCCESS');
});

test('a change arrives with the next sync', async () => {
  const company = await connected();
  await sync(company);
  await sandbox.call('PATCH', '/_admin/books/acme/contacts/con_1', { body: { name: 'Renamed Ltd' } });
  expect((await sync(company)).records).toMatchObject({ updated: 1, created: 0 });
});

test('a limit puts the sync to sleep and costs nothing', async () => {
  const company = await connected();
  await sandbox.setFaults('acme', [{ kind: 'rate_limited', retryAfterSeconds: 1, model: 'invoices', times: 1 }]);
  const sleeping = await sync(company);
  expect([sleeping.status, sleeping.failureClass]).toEqual(['QUEUED', null]);
});
