import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { db, sqlClient } from '../../../db/client.ts';
import type { WriteState } from '../../../db/schema/enums.ts';
import { writes } from '../../../db/schema/writes.ts';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { contextFor } from '../../../db/testing/factories.ts';
import { canonicalRecord, makeTestCompany, startTestRun, type TestCompany } from '../../../db/testing/records.ts';
import { walked } from '../../http/testing/walked.ts';
import { storePage } from '../records/mutations.ts';
import { preparedRecord } from '../records/record-hash.ts';
import { paymentWriteCount, paymentWriteItems, paymentWritePage } from './write-page.ts';

await createTestDatabase();
let company: TestCompany;

const page = async (query: Record<string, string> = {}) => {
  const asked = new URLSearchParams(query);
  const ctx = contextFor(company.organisationId);
  const [{ rows }, total] = await Promise.all([
    paymentWritePage(ctx, company, asked),
    paymentWriteCount(ctx, company, asked),
  ]);
  return { amounts: rows.map(({ fields }) => fields.amount), total };
};

async function makeWrite(minute: number, amount: string, over: { invoice: string; state: WriteState }): Promise<void> {
  await db()
    .insert(writes)
    .values({
      id: randomUUID(),
      organisationId: company.organisationId,
      companyId: company.companyId,
      integration: 'SANDBOX',
      syncId: randomUUID(),
      jobId: randomUUID(),
      dataModel: 'INVOICE_PAYMENT',
      operation: 'create',
      platformId: `pay_${minute}`,
      fields: { amount, invoice_id: over.invoice, payment_date: '2026-03-04T00:00:00.000Z' },
      rawData: {},
      marker: randomUUID(),
      state: over.state,
      requestId: randomUUID(),
      createdAt: new Date(Date.UTC(2026, 2, 1, 0, minute)),
    });
}

beforeAll(async () => {
  company = await makeTestCompany(sqlClient());
  const run = await startTestRun(sqlClient(), company, 'INVOICE');
  const invoice = preparedRecord(canonicalRecord('INVOICE', 'inv_1', { document_number: 'RE_2026-1' }), {});
  await storePage({
    ...run,
    model: 'INVOICE',
    full: false,
    now: new Date(),
    checkpoint: null,
    records: [invoice],
    rejected: [],
  });
  await makeWrite(1, '120.50', { invoice: 'inv_1', state: 'CONFIRMED' });
  await makeWrite(2, '30.00', { invoice: 'inv_1', state: 'FAILED' });
  await makeWrite(3, '30.25', { invoice: 'inv_2', state: 'CONFIRMED' });
});

test('sent payments stand newest first, or oldest first where that is asked for', async () => {
  expect(await page()).toEqual({ amounts: ['30.25', '30.00', '120.50'], total: 3 });
  expect((await page({ sort: 'createdAt' })).amounts).toEqual(['120.50', '30.00', '30.25']);
  expect((await page({ state: 'written' })).amounts).toEqual(['30.25', '120.50']);
});

test('a payment is found by its amount, by its id on the platform, and by what its invoice is known by', async () => {
  expect(await page({ q: ' 30.' })).toEqual({ amounts: ['30.25', '30.00'], total: 2 });
  expect((await page({ q: 'pay_3' })).amounts).toEqual(['30.25']);
  expect((await page({ q: 're_2026' })).amounts).toEqual(['30.00', '120.50']);
  expect((await page({ q: 'inv_2' })).amounts).toEqual(['30.25']);
  expect((await page({ q: '%' })).amounts).toEqual([]);
});

test.each([undefined, 'createdAt', '-createdAt'])('every payment is on one page, sorted by %s', async (sort) => {
  const query = new URLSearchParams(sort ? { sort } : {});
  const ctx = contextFor(company.organisationId);
  const rows = await walked((after) => paymentWriteItems(ctx, company, query, { after, limit: 1 }));
  const seen = rows.map(({ fields }) => fields.amount);
  expect(seen).toEqual((await page(Object.fromEntries(query))).amounts);
});
