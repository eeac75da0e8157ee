import { expect, test } from 'vitest';
import { sqlClient } from '../../../db/client.ts';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { makeCompany } from '../../../db/testing/factories.ts';
import type { Context } from '../../context.ts';
import { ownSandbox } from '../../worker/testing/books.ts';
import { listAudit } from '../audit/data.ts';
import { createInviteLink } from '../invite-links/mutations.ts';
import { makeWebhook } from '../webhooks/testing/listeners.ts';
import { makeWritingCompany, paymentBody } from '../writes/testing/writing-company.ts';
import { eraseLeftovers } from './erasing.ts';
import { companyErasure, erasurePreview } from './erasure-view.ts';
import { eraseCompany } from './mutations.ts';

await createTestDatabase();
const sql = sqlClient();
const company = await makeWritingCompany(await ownSandbox());
const { companyId } = company;
const owner: Context = { ...company.ctx, actor: { type: 'user', id: 'olga', label: 'Olga Owner', role: 'owner' } };

/** How many rows every table of the database has of a company, but those that keep the proof. */
async function rowsOf(id: number): Promise<Record<string, number>> {
  const tables = await sql<{ name: string }[]>`
    select c.table_name as name from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and c.column_name = 'company_id' and t.table_type = 'BASE TABLE'
      and c.table_name not in ('audit_log', 'company_erasures')`;
  const counts = await Promise.all(
    tables.map(async ({ name }) => {
      const [row] = await sql<
        { count: number }[]
      >`select count(*)::int as count from ${sql(name)} where company_id = ${id}`;
      return [name, row?.count ?? 0] as const;
    }),
  );
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

test('a company is erased from every table by who types its name, and the audit log says what is gone', async () => {
  await createInviteLink(company.ctx, { companyId, integration: 'SANDBOX' });
  await makeWebhook(company.ctx, { webhookType: 'DATA_MODEL_CHANGES' });
  const invoice = await company.addInvoice();
  expect((await company.call('POST', '/invoice_payments', { body: paymentBody(invoice.id) })).status).toBe(200);
  // The slot of the last call is given back a moment after it.
  await expect.poll(async () => (await rowsOf(companyId)).platform_call_slots).toBeUndefined();
  const before = await rowsOf(companyId);
  expect(Object.keys(before)).toEqual(
    expect.arrayContaining([
      'connections',
      'invite_links',
      'model_configs',
      'platform_calls',
      'record_invoices',
      'webhook_events',
      'writes',
    ]),
  );
  const [{ name } = { name: '' }] = await sql<{ name: string }[]>`select name from companies where id = ${companyId}`;
  expect((await erasurePreview(owner, { companyId })).tables).toEqual(before);

  await expect(eraseCompany(company.ctx, { companyId, name })).rejects.toMatchObject({ code: 'forbidden' });
  await expect(eraseCompany(owner, { companyId, name: 'Another' })).rejects.toMatchObject({ code: 'invalid' });
  expect(await rowsOf(companyId)).toEqual(before);

  await eraseCompany(owner, { companyId, name: ` ${name} ` });
  expect(await companyErasure(owner, { companyId })).toMatchObject({ name, by: 'Olga Owner', endedAt: null });
  await eraseLeftovers({ companyId, now: owner.now });
  await eraseLeftovers({ companyId, now: owner.now });
  expect(await rowsOf(companyId)).toEqual({});

  const [erased, deleted] = await listAudit(owner, { companyId, limit: 10 });
  expect([erased?.action, deleted?.action]).toEqual(['company.erased', 'company.deleted']);
  const tables = erased?.after?.tables as Record<string, number>;
  expect(erased).toMatchObject({ actorLabel: 'Olga Owner', before: { name } });
  expect(tables).toMatchObject({ companies: 1, record_invoices: before.record_invoices, writes: before.writes });
  const view = await companyErasure(owner, { companyId });
  expect(view).toMatchObject({ endedAt: owner.now.toISOString(), tables });
  expect(view.rowsErased).toBe(erased?.after?.rows);
  expect(view.rowsErased).toBeGreaterThanOrEqual(view.rowsFound);
});

test('a company that was not deleted has no erasure, and neither has another organisation’s', async () => {
  const other = await makeCompany(company.ctx);
  await expect(companyErasure(owner, other)).rejects.toMatchObject({ code: 'not-found' });
  await expect(erasurePreview(company.ctx, other)).rejects.toMatchObject({ code: 'forbidden' });
});
