import { describe, expect, test } from 'vitest';
import { createTestDatabase } from '@/db/testing/database.ts';
import { makeCompany, makeConnection, makeOrganisation } from '@/db/testing/factories.ts';
import { createInviteLink } from '@/lib/domain/invite-links/mutations.ts';
import { createProject } from '@/lib/domain/reference-data/projects.ts';
import { startSync } from '@/lib/domain/syncs/mutations.ts';
import { memberCookie } from '@/lib/http/testing/member-cookie.ts';
import { GET as audit } from './audit/count/route.ts';
import { GET as companies } from './companies/count/route.ts';
import { GET as inviteLinks } from './invite-links/count/route.ts';
import { GET as projects } from './projects/count/route.ts';
import { GET as syncs } from './syncs/count/route.ts';
import { GET as deliveries } from './webhook-deliveries/count/route.ts';

await createTestDatabase();

type Route = (request: Request, route: { params: Promise<Record<never, string>> }) => Promise<Response>;
const routes: Record<string, Route> = { audit, companies, deliveries, inviteLinks, projects, syncs };

const ask = (route: Route, { cookie = '', query = '' }) =>
  route(new Request(`http://localhost/?${query}`, { headers: cookie ? { cookie } : {} }), {
    params: Promise.resolve({}),
  });

async function counted(route: Route, cookie: string, query = ''): Promise<number> {
  const response = await ask(route, { cookie, query });
  expect(response.status).toBe(200);
  expect(response.headers.get('cache-control')).toBe('no-store');
  return response.json();
}

describe.each(Object.entries(routes))('the count of %s', (_name, route) => {
  test('is for who is signed in', async () => {
    expect((await ask(route, {})).status).toBe(401);
  });
});

test('counts what matches in the organisation that one looks at, wherever in the list one is', async () => {
  const organisation = await makeOrganisation();
  const { ctx } = organisation;
  const company = await makeCompany(ctx, { name: 'Harbour', integration: 'SANDBOX' });
  await makeConnection(ctx, company);
  await startSync(ctx, company);
  await createInviteLink(ctx, { companyName: 'Meadow', integrationCategory: 'ACCOUNTING' });
  await createProject(ctx, { companyId: company.companyId, name: 'Roof' });
  const cookie = await memberCookie(organisation);
  const stranger = await memberCookie(await makeOrganisation());
  expect(await counted(companies, cookie)).toBe(2);
  expect(await counted(companies, cookie, 'q=harbour&sort=name&after=anywhere&rows=200')).toBe(1);
  expect(await counted(companies, cookie, 'q=nothing')).toBe(0);
  expect(await counted(inviteLinks, cookie, 'q=meadow')).toBe(1);
  expect(await counted(syncs, cookie, 'q=harbour')).toBe(1);
  expect(await counted(projects, cookie)).toBe(1);
  expect(await counted(audit, cookie, 'about=invite-links')).toBe(1);
  for (const route of [companies, inviteLinks, syncs, projects, deliveries]) {
    expect(await counted(route, stranger)).toBe(0);
  }
});
