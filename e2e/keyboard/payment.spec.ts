import { addContact, addInvoice, makeBook } from '../arrange/books.ts';
import { connect } from '../arrange/companies.ts';
import { allowWrites } from '../arrange/writes.ts';
import { expect, test } from '../fixtures.ts';
import { Keys } from '../pages/keys.ts';
import { PaymentPage } from '../pages/payment-page.ts';

test('a payment finds its invoice, is checked and sent by keys', async ({ page, organisation, signInAs }) => {
  const book = await makeBook();
  await addInvoice(book, await addContact(book, { name: 'Zebra Interiors' }), '1200.50');
  const company = await connect(organisation, 'Pemberton Tools', { book });
  await allowWrites(organisation, company);
  await signInAs('operator');
  await page.goto(`/companies/${company.companyId}/invoices/new-payment`);
  const payment = await new PaymentPage(page).shown();
  const keys = new Keys(page);

  const invoice = page.getByLabel('Invoice', { exact: true });
  await keys.use(invoice);
  const panel = page.getByRole('dialog', { name: /^Choose an/ });
  await keys.isAt(panel.getByRole('searchbox'));
  await keys.press('Escape');
  await expect(panel).toHaveCount(0);
  await keys.isAt(invoice);
  await keys.press('Enter');
  await keys.fill(panel.getByRole('searchbox'), 'zebra');
  const found = panel.getByRole('listitem').getByRole('button');
  await expect(found).toHaveCount(1);
  await keys.use(found);
  await expect(panel).toHaveCount(0);
  await keys.isAt(invoice);
  await keys.fill(payment.amount, '200.25');
  await keys.use(payment.check);
  await expect(page.getByText('What Sandbox would be sent')).toBeVisible();
  await keys.isHeld();
  await keys.use(payment.send);
  await expect(payment.progress).toContainText('Written', { timeout: 30_000 });
  await keys.isHeld();
});
