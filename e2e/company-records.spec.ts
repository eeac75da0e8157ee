import { addContact, addInvoice, makeBook } from './arrange/books.ts';
import { connect } from './arrange/companies.ts';
import { expect, test } from './fixtures.ts';
import { CompanyPage } from './pages/company-page.ts';

test('an invoice is found by its customer, opened, and leads to what it refers to', async ({
  page,
  organisation,
  signInAs,
}) => {
  const book = await makeBook();
  const customer = await addContact(book, { name: 'Zebra Interiors' });
  await addInvoice(book, customer, '1200.50');
  const company = await connect(organisation, 'Pemberton Tools', { book });
  await signInAs('operator');
  const invoices = await (await CompanyPage.open(page, company)).openInvoices();
  await expect(invoices.table.count).toHaveText('21 invoices');
  await invoices.table.searchFor('zebra');
  await expect(invoices.table.count).toHaveText('1 invoice');

  const number = (await invoices.table.names.first().textContent()) ?? '';
  const drawer = await invoices.open(number);
  await expect(drawer.getByRole('table', { name: 'Line items' })).toContainText('Services');
  await expect(drawer).toContainText('1,200.50');
  await expect(drawer).toContainText('Raw data is shown to the roles admin and owner');
  await page.reload();
  await drawer.getByRole('link', { name: 'Zebra Interiors' }).click();
  await expect(page.getByRole('dialog', { name: 'Zebra Interiors' })).toBeVisible();
  await expect(page).toHaveURL(/\/contacts\?contact=\d+$/);
});

test('every other model is listed, and an admin sees what the platform sent', async ({
  page,
  organisation,
  signInAs,
}) => {
  const company = await connect(organisation, 'Pemberton Tools');
  await signInAs('admin');
  const shown = await CompanyPage.open(page, company);
  const models = page.getByRole('navigation', { name: 'Models' });
  const accounts = await shown.openRecords('Accounts');
  await expect(models.getByRole('link')).toHaveCount(16);

  const name = (await accounts.table.names.first().textContent()) ?? '';
  const drawer = await accounts.open(name);
  await drawer.getByText('Raw data from Sandbox').click();
  await expect(drawer.getByRole('region', { name: 'Raw data' })).toContainText('"id"');
  await page.keyboard.press('Escape');
  await expect(drawer).toHaveCount(0);
  await accounts.table.filter('Status', 'Archived');
  await expect(page.getByText('No accounts match')).toBeVisible();
});
