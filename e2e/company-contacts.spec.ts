import { addContact, addInvoice, makeBook } from './arrange/books.ts';
import { connect } from './arrange/companies.ts';
import { expect, test } from './fixtures.ts';
import { CompanyPage } from './pages/company-page.ts';

test('a contact is searched for and opened; its drawer has an address and closes by Escape', async ({
  page,
  organisation,
  signInAs,
}) => {
  const book = await makeBook({ contacts: 12 });
  await addContact(book, {
    name: 'Zebra Interiors',
    emails: ['zoe@zebra.example'],
    phones: [{ kind: 'office', number: '+44 20 7946 0991' }],
  });
  const company = await connect(organisation, 'Pemberton Tools', { book });
  await signInAs('operator');
  const contacts = await (await CompanyPage.open(page, company)).openContacts();
  await expect(contacts.table.count).toHaveText('13 contacts');
  await contacts.table.searchFor('zebra');
  await expect(contacts.table.count).toHaveText('1 contact');

  const drawer = await contacts.openContact('Zebra Interiors');
  await expect(drawer.getByRole('link', { name: 'zoe@zebra.example' })).toBeVisible();
  await expect(drawer.getByRole('link', { name: '+44 20 7946 0991' })).toBeVisible();
  await expect(page).toHaveURL(/contact=\d+/);
  await page.reload();
  await expect(contacts.drawer('Zebra Interiors')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(contacts.drawer('Zebra Interiors')).toHaveCount(0);
  await expect(page).not.toHaveURL(/contact=/);
  await expect(contacts.table.search).toHaveValue('zebra');
});

test('a contact with invoices shows what is open', async ({ page, organisation, signInAs }) => {
  const book = await makeBook();
  const customer = await addContact(book, { name: 'Zebra Interiors' });
  await addInvoice(book, customer, '1200.50');
  await addInvoice(book, customer, '99.50');
  const company = await connect(organisation, 'Pemberton Tools', { book });
  await signInAs('operator');
  const contacts = await (await CompanyPage.open(page, company)).openContacts();
  const drawer = await contacts.openContact('Zebra Interiors');
  await expect(drawer.getByText('1,300.00')).toHaveCount(2);
  await expect(drawer.getByRole('list', { name: 'Latest invoices' }).getByRole('listitem')).toHaveCount(2);
});
