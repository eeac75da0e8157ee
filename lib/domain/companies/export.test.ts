import { expect, test } from 'vitest';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { contextFor } from '../../../db/testing/factories.ts';
import { ownSandbox } from '../../worker/testing/books.ts';
import { makeWritingCompany, paymentBody } from '../writes/testing/writing-company.ts';
import { companyExport, type ExportedLine } from './export.ts';
import { archiveCompany } from './mutations.ts';

await createTestDatabase();
const company = await makeWritingCompany(await ownSandbox());
const { companyId } = company;
const admin = contextFor(company.ctx.organisationId, { role: 'admin' });

async function exported(): Promise<ExportedLine[]> {
  const lines: ExportedLine[] = [];
  for await (const page of companyExport(admin, { companyId })) lines.push(...page);
  return lines;
}

test('everything of a company comes line by line, and the last line counts the others', async () => {
  const invoice = await company.addInvoice('12345678901234.10');
  await company.call('POST', '/invoice_payments', { body: paymentBody(invoice.id) });
  const lines = await exported();
  const of = (type: string) => lines.filter((line) => line.type === type).map(({ data }) => data as never);
  const counts = Object.fromEntries(
    [...Map.groupBy(lines, ({ type }) => type)].map(([type, all]) => [type, all.length]),
  );
  const { end, ...others } = counts;
  expect(end).toBe(1);
  expect(lines.at(-1)).toMatchObject({ type: 'end', data: { counts: others } });
  expect(others).toMatchObject({ company: 1, connection: 1, write: 1, INVOICE: 5 });
  for (const type of ['model_config', 'CONTACT', 'CURRENCY', 'sync', 'audit']) expect(others[type]).toBeGreaterThan(0);
  const own = of('INVOICE').find(({ platform_id: id }) => id === invoice.id);
  expect(own).toMatchObject({ line_items: [{ description: 'Goods' }], raw_data: { id: invoice.id } });
  expect(JSON.stringify(lines)).not.toContain(`${company.book}-secret`);
});

test('an archived company can be exported before it is erased', async () => {
  const before = (await exported()).filter(({ type }) => type === 'INVOICE').length;
  await archiveCompany(company.ctx, { companyId });
  expect((await exported()).filter(({ type }) => type === 'INVOICE')).toHaveLength(before);
});
