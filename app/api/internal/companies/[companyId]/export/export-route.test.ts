import { expect, test } from 'vitest';
import { createTestDatabase } from '@/db/testing/database.ts';
import { makeCompany, makeOrganisation } from '@/db/testing/factories.ts';
import { memberCookie } from '@/lib/http/testing/member-cookie.ts';
import { GET } from './route.ts';

await createTestDatabase();
const organisation = await makeOrganisation();
const { companyId } = await makeCompany(organisation.ctx);

const ask = async (role: 'operator' | 'admin', of = organisation) =>
  GET(new Request('http://localhost/', { headers: { cookie: await memberCookie(of, role) } }), {
    params: Promise.resolve({ companyId: String(companyId) }),
  });

test('the data of a company is a file for admins and owners of its organisation', async () => {
  const file = await ask('admin');
  expect(file.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8');
  expect(file.headers.get('content-disposition')).toMatch(/filename="company-\d+-\d{4}-\d\d-\d\d\.ndjson"$/);
  const lines = (await file.text()).trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line).type)).toEqual(['company', 'end']);
  expect((await ask('operator')).status).toBe(403);
  expect((await ask('admin', await makeOrganisation())).status).toBe(404);
});
