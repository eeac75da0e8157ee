import { describe, expect, test } from 'vitest';
import { createTestDatabase } from '@/db/testing/database.ts';
import { makeCompany, makeConnection, makeOrganisation, type TestOrganisation } from '@/db/testing/factories.ts';
import { archiveCompany } from '@/lib/domain/companies/mutations.ts';
import { createInviteLink } from '@/lib/domain/invite-links/mutations.ts';
import { startSync } from '@/lib/domain/syncs/mutations.ts';
import { memberCookie } from '@/lib/http/testing/member-cookie.ts';
import { GET as audit } from './audit/export/route.ts';
import { GET as contacts } from './companies/[companyId]/contacts/export/route.ts';
import { GET as companies } from './companies/export/route.ts';
import { GET as inviteLinks } from './invite-links/export/route.ts';
import { GET as syncs } from './syncs/export/route.ts';
import { GET as deliveries } from './webhook-deliveries/export/route.ts';

await createTestDatabase();

type Route = (request: Request, route: { params: Promise<{ companyId: string }> }) => Promise<Response>;
const routes: Record<string, Route> = { audit, companies, contacts, deliveries, inviteLinks, syncs };

const ask = (route: Route, { cookie = '', query = '', companyId = 0 }) =>
  route(new Request(`http://localhost/?${query}`, { headers: cookie ? { cookie } : {} }), {
    params: Promise.resolve({ companyId: String(companyId) }),
  });

/** The lines of a file, cell by cell; enough for values without quotes. */
async function table(response: Response): Promise<string[][]> {
  expect(response.status).toBe(200);
  const lines = (await response.text()).trimEnd().split('\r\n');
  return lines.map((line) => line.split(','));
}

async function withCompanies(organisation: TestOrganisation, count: number): Promise<void> {
  for (let number = 1; number <= count; number++) {
    await makeCompany(organisation.ctx, { name: `Company ${number}` });
  }
}

describe.each(Object.entries(routes))('the export of %s', (_name, route) => {
  test('is for who is signed in', async () => {
    expect((await ask(route, {})).status).toBe(401);
  });

  test('has a head, and of another organisation nothing', async () => {
    const { ctx } = await makeOrganisation();
    const company = await makeCompany(ctx, { integration: 'SANDBOX' });
    await makeConnection(ctx, company);
    await startSync(ctx, company);
    const stranger = await makeOrganisation();
    const response = await ask(route, { ...company, cookie: await memberCookie(stranger) });
    if (route === contacts) expect(response.status).toBe(404);
    else {
      const [head, ...rows] = await table(response);
      expect(head?.length).toBeGreaterThan(5);
      expect(rows.flat()).not.toContain(String(company.companyId));
    }
  });
});

test('holds every page of what matches, in the order of the list', async () => {
  const organisation = await makeOrganisation();
  await withCompanies(organisation, 60);
  const { companyId } = await makeCompany(organisation.ctx, { name: 'Put away' });
  await archiveCompany(organisation.ctx, { companyId });
  const cookie = await memberCookie(organisation);
  const [head, ...rows] = await table(await ask(companies, { cookie, query: 'sort=name&after=ignored' }));
  expect(head?.slice(0, 3)).toEqual(['Id', 'Company code', 'Company']);
  expect(rows).toHaveLength(60);
  expect(rows.slice(0, 2).map((row) => row[2])).toEqual(['Company 1', 'Company 10']);
  const archived = await table(await ask(companies, { cookie, query: 'status=archived' }));
  expect(archived.slice(1).map((row) => row[2])).toEqual(['Put away']);
  const found = await table(await ask(companies, { cookie, query: 'q=company 7' }));
  expect(found.slice(1).map((row) => row[2])).toEqual(['Company 7']);
});

test('guards what somebody typed against being run as a formula', async () => {
  const organisation = await makeOrganisation();
  await createInviteLink(organisation.ctx, { companyName: '=1+1', integrationCategory: 'ACCOUNTING' });
  const [, row] = await table(await ask(inviteLinks, { cookie: await memberCookie(organisation) }));
  expect(row?.[2]).toBe("'=1+1");
});
