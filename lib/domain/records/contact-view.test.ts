import { beforeAll, expect, test } from 'vitest';
import { sqlClient } from '../../../db/client.ts';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { contextFor } from '../../../db/testing/factories.ts';
import { canonicalRecord, makeTestCompany, startTestRun, type TestCompany } from '../../../db/testing/records.ts';
import { walked } from '../../http/testing/walked.ts';
import { contactCount, contactDetail, contactListInput, contactPage } from './contact-view.ts';
import { contactsFrom } from './data.ts';
import { storePage } from './mutations.ts';
import { preparedRecord } from './record-hash.ts';
import type { Canonical, RecordModel } from './registry.ts';

await createTestDatabase();
const sql = sqlClient();
const now = new Date('2026-03-01T10:00:00.000Z');
let company: TestCompany;
const ctx = () => contextFor(company.organisationId, { now });

async function store<M extends RecordModel>(model: M, records: Canonical<M>[]) {
  const run = await startTestRun(sql, company, model);
  const prepared = records.map((record) => preparedRecord(record, { id: record.platformId }));
  await storePage({ ...run, model, full: false, now, checkpoint: null, records: prepared, rejected: [] });
}

const contactId = async (platformId: string) => {
  const [row] = await sql`
    select rootfi_id from record_contacts where company_id = ${company.companyId} and platform_id = ${platformId}`;
  return String(row?.rootfi_id);
};
const detail = async (platformId: string) =>
  contactDetail(ctx(), { companyId: company.companyId, contactId: await contactId(platformId) });
const page = (query: Record<string, string> = {}) =>
  contactPage(ctx(), { companyId: company.companyId }, new URLSearchParams(query));

const invoice = (id: string, day: string, currency: string, total: string, due: string) =>
  canonicalRecord('INVOICE', id, {
    contact_id: 'ada',
    document_number: id,
    currency_id: currency,
    posted_date: `2026-01-${day}T00:00:00.000Z`,
    total_amount: total,
    amount_due: due,
  });

beforeAll(async () => {
  company = await makeTestCompany(sql);
  const base = { platform_id: null, updated_at: null };
  await store('CURRENCY', [
    canonicalRecord('CURRENCY', 'cur-1', { code: 'EUR', name: 'Euro' }),
    canonicalRecord('CURRENCY', 'cur-2', { code: 'GBP', name: 'Pound Sterling' }),
  ]);
  await store('CONTACT', [
    canonicalRecord(
      'CONTACT',
      'ada',
      { name: 'Ada Ltd', contact_name: 'Ada', contact_type: 'vendor', currency_id: 'cur-1', status: 'active' },
      {
        addresses: [
          {
            ...base,
            type: 'BILLING',
            street: '1 Mill Lane\nUnit 4',
            locality: null,
            city: 'Leeds',
            state: null,
            country: 'GB',
            pincode: 'LS1',
          },
        ],
        phone_numbers: [{ ...base, type: 'MOBILE', number: '+44 1' }],
        external_links: [{ ...base, type: 'EMAIL', link: 'ada@example.com' }],
      },
    ),
    canonicalRecord('CONTACT', 'gone', { name: 'Gone GmbH', contact_type: 'both', status: 'inactive' }),
    canonicalRecord('CONTACT', 'bare', {}),
  ]);
  await store('INVOICE', [
    invoice('i1', '01', 'cur-1', '0.1', '0'),
    invoice('i2', '02', 'EUR', '0.2', '0.2'),
    invoice('i3', '03', 'cur-2', '12.50', '-2.50'),
    ...['04', '05', '06'].map((day) => invoice(`i${day}`, day, 'XYZ', '1', '1')),
    invoice('void', '07', 'cur-1', '99', '99'),
  ]);
  for (const [table, id] of [
    ['record_contacts', 'gone'],
    ['record_invoices', 'void'],
  ] as const) {
    await sql`update ${sql(table)} set rootfi_deleted_at = ${now} where company_id = ${company.companyId} and platform_id = ${id}`;
  }
});

test('shows a contact with its address as one writes it, and how to reach it', async () => {
  expect(await detail('ada')).toMatchObject({
    name: 'Ada Ltd',
    contactName: 'Ada',
    currency: { code: 'EUR', name: 'Euro' },
    addresses: [{ type: 'BILLING', lines: ['1 Mill Lane', 'Unit 4', 'LS1 Leeds', 'GB'] }],
    phones: [{ type: 'MOBILE', number: '+44 1' }],
    links: [{ type: 'EMAIL', link: 'ada@example.com' }],
    deletedAt: null,
  });
});

test('sums invoices by currency to the last digit, whether they name it by id or code, without deleted ones', async () => {
  const { invoices } = await detail('ada');
  expect(invoices.totals).toEqual([
    { currency: 'XYZ', count: 3, total: '3', due: '3' },
    { currency: 'EUR', count: 2, total: '0.3', due: '0.2' },
    { currency: 'GBP', count: 1, total: '12.50', due: '-2.50' },
  ]);
  expect(invoices.latest.map((one) => [one.documentNumber, one.currency])).toEqual([
    ['i06', 'XYZ'],
    ['i05', 'XYZ'],
    ['i04', 'XYZ'],
    ['i3', 'GBP'],
    ['i2', 'EUR'],
  ]);
  expect(invoices.latest[0]?.postedDate).toBe('2026-01-06T00:00:00.000Z');
});

test('shows a contact that has nothing, and one that is gone on the platform', async () => {
  expect(await detail('bare')).toMatchObject({
    name: null,
    currency: null,
    addresses: [],
    invoices: { totals: [], latest: [] },
  });
  expect((await detail('gone')).deletedAt).toBe(now.toISOString());
});

test('lists deleted contacts only when asked', async () => {
  expect((await page()).rows.map((row) => row.name)).toEqual([null, 'Ada Ltd']);
  expect((await page({ show: 'all' })).rows).toHaveLength(3);
  const count = (query: string) => contactCount(ctx(), { companyId: company.companyId }, new URLSearchParams(query));
  expect([await count(''), await count('show=all'), await count('q=ada')]).toEqual([2, 3, 1]);
  expect((await page({ q: '  ADA ' })).rows).toMatchObject([{ email: 'ada@example.com', city: 'Leeds' }]);
});

test('finds no contact by a wrong id, nor for another organisation', async () => {
  const { companyId } = company;
  for (const id of ['0', 'x', '1.5', '99999999']) {
    await expect(contactDetail(ctx(), { companyId, contactId: id })).rejects.toMatchObject({ code: 'not-found' });
  }
  const stranger = contextFor((await makeTestCompany(sql)).organisationId);
  const adas = await contactId('ada');
  await expect(contactDetail(stranger, { companyId, contactId: adas })).rejects.toMatchObject({ code: 'not-found' });
});

test('contacts are narrowed by type and status, and who is both is found under either', async () => {
  const names = async (query: Record<string, string>) =>
    (await page({ show: 'all', ...query })).rows.map(({ name }) => name);
  expect(await names({ type: 'customer' })).toEqual(['Gone GmbH']);
  expect(await names({ type: 'vendor' })).toEqual(['Ada Ltd', 'Gone GmbH']);
  expect(await names({ type: 'vendor', status: 'active,archived' })).toEqual(['Ada Ltd']);
  expect(await names({ type: 'nonsense' })).toHaveLength(3);
});

test.each(['name', '-name'])('every contact is on one page, sorted by %s', async (sort) => {
  const query = new URLSearchParams({ sort, show: 'all' });
  const contacts = await walked(async (after) => {
    const input = contactListInput({ companyId: company.companyId }, query, { after, limit: 1 });
    const page = await contactsFrom(ctx(), input);
    return { rows: page.contacts, next: page.next };
  });
  const seen = contacts.map(({ name }) => name);
  expect(seen).toEqual((await page({ sort, show: 'all' })).rows.map(({ name }) => name));
  expect(seen[sort === 'name' ? 2 : 0]).toBe('Gone GmbH');
});
