import { expect, test } from 'vitest';
import { createTestDatabase } from '@/db/testing/database.ts';
import { makeCompany, makeConnection, makeOrganisation, type TestOrganisation } from '@/db/testing/factories.ts';
import { startSync } from '@/lib/domain/syncs/mutations.ts';
import { memberCookie } from '@/lib/http/testing/member-cookie.ts';
import { GET as contact } from './contacts/[contactId]/route.ts';
import { GET as contactCount } from './contacts/count/route.ts';
import { GET as contacts } from './contacts/route.ts';
import { GET as motherCandidates } from './mother-candidates/route.ts';
import { GET as paymentWriteCount } from './payment-writes/count/route.ts';
import { GET as paymentWrites } from './payment-writes/route.ts';
import { GET as progress } from './progress/route.ts';
import { GET as rawData } from './records/[model]/[rootfiId]/raw/route.ts';
import { GET as record } from './records/[model]/[rootfiId]/route.ts';
import { GET as recordCount } from './records/[model]/count/route.ts';
import { GET as records } from './records/[model]/route.ts';
import { GET as run } from './syncs/[syncId]/route.ts';
import { GET as writes } from './syncs/[syncId]/writes/route.ts';
import { GET as runCount } from './syncs/count/route.ts';
import { GET as runs } from './syncs/route.ts';

await createTestDatabase();

interface Params {
  companyId: string;
  syncId: string;
  contactId: string;
  model: string;
  rootfiId: string;
}
type Route = (request: Request, route: { params: Promise<Params> }) => Promise<Response>;
const routes: Record<string, Route> = {
  progress,
  runs,
  run,
  contacts,
  contact,
  motherCandidates,
  writes,
  paymentWrites,
  records,
  record,
  runCount,
  contactCount,
  paymentWriteCount,
  recordCount,
};

const ask = (route: Route, params: Params, cookie?: string) =>
  route(new Request('http://localhost/', { headers: cookie ? { cookie } : {} }), { params: Promise.resolve(params) });

async function companyWithRun(organisation: TestOrganisation): Promise<Params> {
  const company = await makeCompany(organisation.ctx, { integration: 'SANDBOX' });
  await makeConnection(organisation.ctx, company);
  const { id } = await startSync(organisation.ctx, company);
  return { companyId: String(company.companyId), syncId: id, contactId: '1', model: 'invoices', rootfiId: '1' };
}

test('a viewer reads a company, its runs and its contacts, never from a cache', async () => {
  const organisation = await makeOrganisation();
  const [params, cookie] = [await companyWithRun(organisation), await memberCookie(organisation)];
  const read = async (name: string) => {
    const response = await ask(routes[name] as Route, params, cookie);
    expect(response.status, name).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    return response.json();
  };
  expect(await read('progress')).toMatchObject({ syncId: params.syncId, isActive: true });
  expect(await read('runs')).toMatchObject({ rows: [{ id: params.syncId, requestedBy: 'Robin Operator' }] });
  expect(await read('runCount')).toBe(1);
  expect((await read('run')).jobs).toHaveLength(5);
  expect(await read('contacts')).toEqual({ rows: [], next: null });
  expect(await read('records')).toEqual({ rows: [], next: null });
  for (const name of ['contactCount', 'recordCount', 'paymentWriteCount']) expect(await read(name), name).toBe(0);
});

test('a model that there is not has no records, and raw data is not for a viewer', async () => {
  const organisation = await makeOrganisation();
  const [params, cookie] = [await companyWithRun(organisation), await memberCookie(organisation)];
  expect((await ask(records as Route, { ...params, model: 'nonsense' }, cookie)).status).toBe(404);
  expect((await ask(rawData as Route, params, cookie)).status).toBe(403);
});

test.each(Object.entries(routes))('another organisation finds nothing under %s', async (_name, route) => {
  const params = await companyWithRun(await makeOrganisation());
  const response = await ask(route, params, await memberCookie(await makeOrganisation()));
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({ requestId: expect.any(String) });
});

test.each(Object.entries(routes))('%s asks for a sign-in, and takes no id that is none', async (_name, route) => {
  const organisation = await makeOrganisation();
  const params = await companyWithRun(organisation);
  expect((await ask(route, params)).status).toBe(401);
  expect((await ask(route, { ...params, companyId: 'x' }, await memberCookie(organisation))).status).toBe(404);
});
