import { invite } from './arrange/companies.ts';
import { expect, test } from './fixtures.ts';
import { CompanyPage } from './pages/company-page.ts';
import { ConnectPage, CredentialsForm } from './pages/connect-page.ts';

const { TRYTON_URL, TRYTON_DB, TRYTON_USER, TRYTON_PASSWORD } = process.env;

test.describe('Tryton', () => {
  test.skip(
    !TRYTON_URL || !TRYTON_DB || !TRYTON_USER || !TRYTON_PASSWORD,
    'TRYTON_URL, TRYTON_DB, TRYTON_USER and TRYTON_PASSWORD name no Tryton to connect to',
  );

  const right = {
    Address: TRYTON_URL ?? '',
    Database: TRYTON_DB ?? '',
    User: TRYTON_USER ?? '',
    Password: TRYTON_PASSWORD ?? '',
  };

  test('each thing that can be wrong is said under its own field; the right ones connect and bring the contacts', async ({
    page,
    organisation,
    signInAs,
    otherBrowser,
  }) => {
    test.setTimeout(120_000);
    const company = await invite(organisation, 'Old Mill Ironworks', { integrationCategory: 'ACCOUNTING' });
    const customer = await otherBrowser();
    const form = await (await ConnectPage.open(customer, company.url)).choosePlatform('Tryton');

    await form.submit({ ...right, Address: 'old mill' });
    await form.problemOf('Address', /whole address/i);
    await form.submit({ Address: 'http://127.0.0.1:9' });
    await form.problemOf('Address', /private network|No server answers/);
    await form.submit({ Address: right.Address, Database: 'no_such_books' });
    await form.problemOf('Database', /no database of this name/);
    // A made-up name: a real one would be locked out by wrong passwords.
    await form.submit({ Database: right.Database, User: `nobody-${company.companyId}` });
    await form.problemOf('Password', /does not accept this user and password/);
    await expect(form.field('Address')).toHaveValue(right.Address);
    await expect(form.field('Password')).toHaveValue(right.Password);

    await signInAs('operator');
    const shown = await CompanyPage.open(page, company);
    await expect(shown.health).toContainText('nothing was connected yet');

    const firstSync = await form.connect({ User: right.User });
    await firstSync.done();
    await page.reload();
    await expect(shown.health).toContainText('Tryton is connected and the last sync went well.');
    const contacts = await shown.openContacts();
    await expect(contacts.table.names.first()).toBeVisible();
  });

  test('a link for Tryton asks for nothing else', async ({ page, organisation }) => {
    const company = await invite(organisation, 'Old Mill Ironworks', { integration: 'TRYTON' });
    await ConnectPage.open(page, company.url);
    const form = await new CredentialsForm(page, 'Tryton').shown();
    await form.submit();
    for (const field of ['Address', 'Database', 'User', 'Password']) await form.problemOf(field, /required/i);
    await expect(form.field('Address')).toBeFocused();
  });
});
