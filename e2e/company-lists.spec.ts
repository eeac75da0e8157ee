import { readFile } from 'node:fs/promises';
import { addContact, addInvoice, makeBook } from './arrange/books.ts';
import { connect } from './arrange/companies.ts';
import { allowWrites, writePayment, writesEnded } from './arrange/writes.ts';
import { expect, test } from './fixtures.ts';
import { CompanyPage } from './pages/company-page.ts';
import { DataTable } from './pages/data-table.ts';
import { ViewsMenu } from './pages/views-menu.ts';

/** The rows of a downloaded file, without its head. */
async function rowsOf(path: Promise<string>): Promise<string[]> {
  return (await readFile(await path, 'utf8')).trimEnd().split('\r\n').slice(1);
}

test('what is searched among invoices is marked, exported, and kept as a view for every company', async ({
  page,
  organisation,
  signInAs,
}) => {
  const book = await makeBook();
  await addInvoice(book, await addContact(book, { name: 'Zebra Interiors' }), '1200.50');
  const company = await connect(organisation, 'Pemberton Tools', { book });
  const other = await connect(organisation, 'Finch & Daughters');
  await signInAs('operator');
  const invoices = await (await CompanyPage.open(page, company)).openInvoices();
  await invoices.table.searchFor('zebra');
  await expect(invoices.table.count).toHaveText('1 invoice');
  await expect(page.getByRole('table').locator('mark')).toHaveText('Zebra');
  await invoices.table.filter('When', 'Last 30 days');
  await expect(invoices.table.chip('When', 'Last 30 days')).toBeVisible();
  await expect(invoices.table.count).toHaveText('1 invoice');
  await invoices.table.showColumn('Id on the platform', true);
  await expect(invoices.table.columnHead('Id on the platform')).toBeVisible();
  const rows = await rowsOf(invoices.table.export());
  expect(rows).toHaveLength(1);
  expect(rows[0]).toContain('Zebra Interiors');

  const views = new ViewsMenu(page);
  await views.save('Zebra only');
  await expect(views.button).toHaveText('Zebra only');
  const viewId = new URL(page.url()).searchParams.get('view');
  await page.goto(`/companies/${other.companyId}/invoices?view=${viewId}`);
  await expect(views.button).toHaveText('Zebra only');
  await expect(page.getByText('No invoices match')).toBeVisible();
  await page.goto(`/companies/${other.companyId}/invoices/payments`);
  await expect(views.button).toHaveText('Views');
});

test('records of any model have longer pages and a file, on a phone too', async ({ page, organisation, signInAs }) => {
  const company = await connect(organisation, 'Pemberton Tools');
  await signInAs('viewer');
  await page.setViewportSize({ width: 375, height: 800 });
  await page.goto(`/companies/${company.companyId}/records/accounts`);
  const table = new DataTable(page, 'accounts', 'Search accounts');
  await expect(table.names).toHaveCount(50);
  const all = await rowsOf(table.export());
  expect(all.length).toBeGreaterThan(50);
  await table.choosePageSize(200);
  await expect(table.names).toHaveCount(all.length);
  await page.reload();
  await expect(table.names).toHaveCount(all.length);
});

test('sent payments are found by invoice, sorted and exported', async ({ page, organisation, signInAs }) => {
  const book = await makeBook();
  const customer = await addContact(book, { name: 'Zebra Interiors' });
  const invoice = await addInvoice(book, customer, '1200.50');
  const company = await connect(organisation, 'Pemberton Tools', { book });
  await allowWrites(organisation, company);
  await writePayment(organisation, company, { invoiceId: invoice.id, amount: 100.25 });
  await writePayment(organisation, company, { invoiceId: invoice.id, amount: 200.5 });
  await writesEnded(organisation, company);
  await signInAs('operator');
  await page.goto(`/companies/${company.companyId}/invoices/sent`);
  const table = new DataTable(page, 'payments', 'Invoice, amount or id');
  await expect(table.names).toHaveText([/^Payment of 200\.50? /, /^Payment of 100\.25 /]);
  await table.sortBy('Asked for');
  await expect(table.names).toHaveText([/^Payment of 100\.25 /, /^Payment of 200\.50? /]);
  await table.searchFor('100.25');
  await expect(table.names).toHaveText([/^Payment of 100\.25 /]);
  await expect(table.names.locator('mark')).toHaveText('100.25');
  expect(await rowsOf(table.export())).toHaveLength(1);
});

test('contacts are narrowed to customers and sorted from Z to A', async ({ page, organisation, signInAs }) => {
  const book = await makeBook({ contacts: 0, invoices: 0 });
  await addContact(book, { name: 'Ada Ltd' });
  await addContact(book, { name: 'Zebra Interiors' });
  const company = await connect(organisation, 'Pemberton Tools', { book });
  await signInAs('viewer');
  const { table } = await (await CompanyPage.open(page, company)).openContacts();
  await expect(table.names).toHaveText(['Ada Ltd', 'Zebra Interiors']);
  await table.sortBy('Name');
  await expect(table.names).toHaveText(['Zebra Interiors', 'Ada Ltd']);
  await table.filter('Type', 'Customers');
  await expect(table.chip('Type', 'Customers')).toBeVisible();
  await expect(table.names).toHaveText(['Zebra Interiors', 'Ada Ltd']);
  await table.filter('Status', 'Archived');
  await expect(page.getByText('No contacts match')).toBeVisible();
  await page.reload();
  await expect(page.getByText('No contacts match')).toBeVisible();
});
