import { describe, expect, test } from 'vitest';
import { sqlClient } from '@/db/client.ts';
import { createTestDatabase } from '@/db/testing/database.ts';
import { makeCompany, makeConnection, makeOrganisation, type TestOrganisation } from '@/db/testing/factories.ts';
import { canonicalRecord, startTestRun, type TestCompany } from '@/db/testing/records.ts';
import { archiveCompany } from '@/lib/domain/companies/mutations.ts';
import { createInviteLink } from '@/lib/domain/invite-links/mutations.ts';
import { storePage } from '@/lib/domain/records/mutations.ts';
import { preparedRecord } from '@/lib/domain/records/record-hash.ts';
import type { Canonical, RecordModel } from '@/lib/domain/records/registry.ts';
import { startSync } from '@/lib/domain/syncs/mutations.ts';
import { exportPageSize } from '@/lib/http/csv-route.ts';
import { memberCookie } from '@/lib/http/testing/member-cookie.ts';
import { GET as audit } from './audit/export/route.ts';
import { GET as contacts } from './companies/[companyId]/contacts/export/route.ts';
import { GET as sentPayments } from './companies/[companyId]/payment-writes/export/route.ts';
import { GET as records } from './companies/[companyId]/records/[model]/export/route.ts';
import { GET as companies } from './companies/export/route.ts';
import { GET as inviteLinks } from './invite-links/export/route.ts';
import { GET as projects } from './projects/export/route.ts';
import { GET as syncs } from './syncs/export/route.ts';
import { GET as deliveries } from './webhook-deliveries/export/route.ts';

await createTestDatabase();

type Route = (request: Request, route: { params: Promise<{ companyId: string; model: string }> }) => Promise<Response>;
const routes: Record<string, Route> = {
  audit,
  companies,
  contacts,
  deliveries,
  inviteLinks,
  projects,
  records,
  sentPayments,
  syncs,
};
const ofCompany = [contacts, records, sentPayments] as readonly Route[];

const ask = (route: Route, { cookie = '', query = '', companyId = 0, model = 'invoices' }) =>
  route(new Request(`http://localhost/?${query}`, { headers: cookie ? { cookie } : {} }), {
    params: Promise.resolve({ companyId: String(companyId), model }),
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

/** A company with one customer and invoices of theirs, as a sync stores them. */
async function withInvoices(
  organisation: TestOrganisation,
  invoices: ({ id: string } & Partial<Canonical<'INVOICE'>['fields']>)[],
): Promise<{ companyId: number }> {
  const company = await makeCompany(organisation.ctx, { integration: 'SANDBOX' });
  await storeRecords({ ...organisation, ...company }, 'CONTACT', [
    canonicalRecord('CONTACT', 'ada', { name: 'Ada Ltd' }),
  ]);
  const made = invoices.map(({ id, ...fields }) => canonicalRecord('INVOICE', id, { contact_id: 'ada', ...fields }));
  await storeRecords({ ...organisation, ...company }, 'INVOICE', made);
  return company;
}

async function storeRecords<M extends RecordModel>(
  company: TestCompany,
  model: M,
  records: Canonical<M>[],
): Promise<void> {
  const run = await startTestRun(sqlClient(), company, model);
  const prepared = records.map((record) => preparedRecord(record, {}));
  await storePage({ ...run, model, full: false, now: new Date(), checkpoint: null, records: prepared, rejected: [] });
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
    if (ofCompany.includes(route)) expect(response.status).toBe(404);
    else {
      const [head, ...rows] = await table(response);
      expect(head?.length).toBeGreaterThan(3);
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

describe('the export of records', () => {
  test('holds what matches and only that, in the order of the table, with the names of what a record refers to', async () => {
    const organisation = await makeOrganisation();
    const cookie = await memberCookie(organisation);
    const { companyId } = await withInvoices(organisation, [
      { id: 'i1', document_number: '=RE-1', total_amount: '-12.50', status: 'paid' },
      { id: 'i2', document_number: 'RE-2', total_amount: '7.00', status: 'draft' },
    ]);
    const [head, ...rows] = await table(await ask(records, { cookie, companyId, query: 'sort=-total_amount' }));
    const column = (name: string) => rows.map((row) => row[head?.indexOf(name) ?? -1]);
    expect(new Set(head).size).toBe(head?.length);
    expect(column('Id on the platform')).toEqual(['i2', 'i1']);
    expect(column('Number')).toEqual(['RE-2', "'=RE-1"]);
    expect(column('Total')).toEqual(['7.00', '-12.50']);
    expect(column('Contact')).toEqual(['Ada Ltd', 'Ada Ltd']);
    expect(column('Contact (id on the platform)')).toEqual(['ada', 'ada']);
    const drafts = await table(await ask(records, { cookie, companyId, query: 'status=draft&q=re-' }));
    expect(drafts).toHaveLength(2);
    const odd = await ask(records, { cookie, companyId, query: 'sort=nonsense' });
    expect(odd.status).toBe(400);
    expect((await ask(records, { cookie, companyId, model: 'nonsense' })).status).toBe(404);
  });

  test('is read a page at a time, and to its end', async () => {
    const organisation = await makeOrganisation();
    const invoices = Array.from({ length: exportPageSize + 1 }, (_, at) => ({
      id: `i${at}`,
      document_number: `N${at}`,
    }));
    const { companyId } = await withInvoices(organisation, invoices);
    const [, ...rows] = await table(await ask(records, { cookie: await memberCookie(organisation), companyId }));
    expect(new Set(rows.map((row) => row[1])).size).toBe(exportPageSize + 1);
  });
});

test('runs are exported of one company and one kind, where that is asked for', async () => {
  const organisation = await makeOrganisation();
  const [one, other] = [
    await makeCompany(organisation.ctx, { integration: 'SANDBOX' }),
    await makeCompany(organisation.ctx),
  ];
  await makeConnection(organisation.ctx, one);
  const { id } = await startSync(organisation.ctx, one);
  const cookie = await memberCookie(organisation);
  const ids = async (query: string) =>
    (await table(await ask(syncs, { cookie, query }))).slice(1).map(([first]) => first);
  expect(await ids(`company=${one.companyId}&kind=reads`)).toEqual([id]);
  expect(await ids(`company=${one.companyId}&kind=writes`)).toEqual([]);
  expect(await ids(`company=${other.companyId}`)).toEqual([]);
});
