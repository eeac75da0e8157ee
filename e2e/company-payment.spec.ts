import { addContact, addInvoice, makeBook } from './arrange/books.ts';
import { connect } from './arrange/companies.ts';
import { allowWrites } from './arrange/writes.ts';
import { expect, test } from './fixtures.ts';
import { CompanyPage } from './pages/company-page.ts';
import { PaymentPage } from './pages/payment-page.ts';

test('a payment is typed, checked with the platform, sent, and seen written', async ({
  page,
  organisation,
  signInAs,
}) => {
  const book = await makeBook();
  const customer = await addContact(book, { name: 'Zebra Interiors' });
  await addInvoice(book, customer, '1200.50');
  const company = await connect(organisation, 'Pemberton Tools', { book });
  await allowWrites(organisation, company);
  await signInAs('operator');
  const invoices = await (await CompanyPage.open(page, company)).openInvoices();
  await invoices.table.searchFor('zebra');
  await expect(invoices.table.count).toHaveText('1 invoice');
  const number = (await invoices.table.names.first().textContent()) ?? '';

  await page.getByRole('link', { name: 'New payment', exact: true }).click();
  const payment = await new PaymentPage(page).shown();
  await payment.check.click();
  await expect(page.getByText('Please choose an invoice')).toBeVisible();
  await payment.choose('Invoice', number);
  await expect(payment.amount).toHaveValue('1200.50');
  await payment.amount.fill('200.25');
  await expect(payment.balance).toContainText('1,000.25');
  await payment.check.click();
  await expect(page.getByText('What Sandbox would be sent')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Body of call 1' })).toContainText('"200.25"');

  // What was checked is what is sent: a change asks for another look.
  await payment.amount.fill('200.50');
  await expect(payment.send).toHaveCount(0);
  await payment.check.click();
  await payment.send.click();
  await expect(payment.progress).toContainText('Written', { timeout: 30_000 });

  await page.getByRole('link', { name: 'Open the invoice' }).click();
  const drawer = page.getByRole('dialog', { name: number });
  await expect(drawer).toContainText('1,000.00');
  await expect(drawer.getByRole('list', { name: 'Invoice payments' })).toContainText('200.50');
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Sent from here' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'Payment of 200.50' })).toContainText('Written');
});

test('why no payment can be written is said, and where that is changed', async ({ page, organisation, signInAs }) => {
  const company = await connect(organisation, 'Pemberton Tools');
  await signInAs('operator');
  await page.goto(`/companies/${company.companyId}/invoices/new-payment`);
  await expect(page.getByText('No payment can be written now')).toBeVisible();
  await page.getByRole('link', { name: 'Go to models' }).click();
  await expect(page.getByRole('table', { name: 'Models' })).toBeVisible();
});
