import { makeBook, setFaults } from './arrange/books.ts';
import { connect, expire, invite } from './arrange/companies.ts';
import { expect, test } from './fixtures.ts';
import { CompanyPage } from './pages/company-page.ts';
import { ConnectPage, CredentialsForm } from './pages/connect-page.ts';
import { InviteLinksPage } from './pages/invite-links-page.ts';
import { OverviewPage } from './pages/overview-page.ts';

test('a link is made step by step: its models, its time, and where the customer goes on to', async ({
  page,
  signInAs,
  otherBrowser,
}) => {
  const book = await makeBook();
  await signInAs('operator');
  const dialog = await (await OverviewPage.open(page)).inviteCompany();
  await dialog.submit();
  await expect(dialog.companyName).toHaveAttribute('aria-invalid', 'true');
  const link = await dialog.create({
    companyName: 'Quarry Road Garage',
    platform: 'Sandbox',
    without: ['Invoices', 'Invoice payments'],
    worksFor: '7 days',
    redirectUrl: 'https://app.example.com/connected',
  });
  await expect(dialog.dialog.getByRole('img', { name: 'QR code of the link for Quarry Road Garage' })).toBeVisible();
  await expect(dialog.dialog.getByRole('link', { name: 'Save as picture' })).toHaveAttribute(
    'download',
    'Quarry-Road-Garage.svg',
  );
  await dialog.done();

  const customer = await otherBrowser();
  await ConnectPage.open(customer, link);
  const form = await new CredentialsForm(customer, 'Sandbox').shown();
  const { companyKey, secret } = book.credentials;
  await (await form.connect({ 'Company key': companyKey, Secret: secret })).done();
  await expect(customer.getByRole('link', { name: 'Continue' })).toHaveAttribute(
    'href',
    'https://app.example.com/connected',
  );
  const read = customer.getByRole('group').filter({ hasText: 'Kept up to date' });
  await read.getByText('Kept up to date').click();
  await expect(read.getByText('Contacts', { exact: true })).toBeVisible();
  await expect(read.getByText('Invoices', { exact: true })).toHaveCount(0);
});

test('an address that leads nowhere is refused where it was typed, and what was filled in stays', async ({
  page,
  signInAs,
}) => {
  await signInAs('operator');
  const dialog = await (await OverviewPage.open(page)).inviteCompany();
  const form = { companyName: 'Quarry Road Garage', syncFrom: '2026-01-01' };
  await dialog.fillCompany(form);
  await dialog.fillData(form);
  const goOn = dialog.dialog.getByLabel('Go on to');
  await goOn.fill('not an address');
  await dialog.submit();
  await expect(goOn).toHaveAttribute('aria-invalid', 'true');
  await dialog.dialog.getByRole('button', { name: 'Back' }).click();
  await expect(dialog.dialog.getByLabel('Sync from')).toHaveValue('2026-01-01');
});

test('a company that is there gets a link too, once it has none that works', async ({
  page,
  organisation,
  signInAs,
}) => {
  const company = await invite(organisation, 'Tidewater Boatyard');
  await signInAs('operator');
  const links = await InviteLinksPage.open(page);
  const dialog = await links.inviteCompany();
  const form = { companyName: 'Tidewater Boatyard', existing: true };
  await dialog.fillCompany(form);
  await dialog.fillData(form);
  await dialog.submit();
  await expect(dialog.dialog.getByRole('alert')).toContainText('has a live invite link already');
  await page.keyboard.press('Escape');

  await links.revoke('Tidewater Boatyard');
  const again = await links.inviteCompany();
  const url = await again.create(form);
  expect(url).not.toBe(company.url);
});

test('a link that has expired is given more time and works again, the same one', async ({
  page,
  organisation,
  signInAs,
  otherBrowser,
}) => {
  const company = await invite(organisation, 'Westlake Storage');
  await expire(company);
  const customer = await otherBrowser();
  const connectPage = await ConnectPage.open(customer, company.url);
  await expect(connectPage.heading('This link has expired')).toBeVisible();

  await signInAs('operator');
  const links = await InviteLinksPage.open(page);
  await expect(links.table.row('Westlake Storage')).toContainText('Expired');
  await links.extend('Westlake Storage', '7 days');
  await expect(links.table.row('Westlake Storage')).toContainText('Waiting');
  await expect(links.table.row('Westlake Storage')).toContainText('in 7 days');
  await customer.reload();
  await new CredentialsForm(customer, 'Sandbox').shown();
});

test('the overview says how far customers come, and each number leads to its links', async ({
  page,
  organisation,
  signInAs,
  otherBrowser,
}) => {
  await invite(organisation, 'Never opened');
  const stuck = await invite(organisation, 'Refused by the platform');
  await connect(organisation, 'Came through');
  const customer = await otherBrowser();
  await ConnectPage.open(customer, stuck.url);
  const form = await new CredentialsForm(customer, 'Sandbox').shown();
  await form.submit({ 'Company key': 'nobody', Secret: 'nothing' });
  await expect(customer.getByRole('alert').first()).toBeVisible();

  await signInAs('operator');
  const overview = await OverviewPage.open(page);
  const funnel = overview.funnel;
  await expect(funnel.getByRole('listitem').filter({ hasText: 'Made' })).toContainText('3');
  await expect(funnel.getByRole('listitem').filter({ hasText: 'First record' })).toContainText('1');
  await expect(funnel.getByRole('listitem').filter({ hasText: 'Sign-in refused' })).toContainText('Sandbox');
  await funnel
    .getByRole('listitem')
    .filter({ hasText: 'Platform chosen' })
    .getByRole('link', { name: '1 went no further' })
    .click();
  const links = await new InviteLinksPage(page).shown();
  await expect(links.table.names).toHaveText(['Refused by the platform']);
  await expect(links.table.chip('Came to', 'Platform chosen')).toBeVisible();
});

test('who disconnected is told that nothing is read any more', async ({
  page,
  organisation,
  signInAs,
  otherBrowser,
}) => {
  const company = await connect(organisation, 'Pemberton Tools');
  const customer = await otherBrowser();
  const connectPage = await ConnectPage.open(customer, company.url);
  await expect(connectPage.heading('Sandbox is connected')).toBeVisible();
  await customer.getByRole('button', { name: 'Disconnect' }).click();
  await customer.getByRole('alertdialog').getByRole('button', { name: 'Disconnect' }).click();
  await expect(customer.getByText('The stored sign-in was erased and nothing more is read.')).toBeVisible();
  await signInAs('operator');
  const shown = await CompanyPage.open(page, company);
  await expect(shown.health).toContainText('The stored sign-in was erased.');
});

test('a customer takes the access back while their books are read', async ({ page, organisation }) => {
  const book = await makeBook();
  // Longer than the test waits: only a cancelled sync ends in time.
  await setFaults(book, [{ kind: 'slow', delayMs: 120_000, model: 'payments' }]);
  const company = await invite(organisation, 'Pemberton Tools');
  await ConnectPage.open(page, company.url);
  const form = await new CredentialsForm(page, 'Sandbox').shown();
  const { companyKey, secret } = book.credentials;
  const firstSync = await (await form.connect({ 'Company key': companyKey, Secret: secret })).shown();
  await expect(firstSync.model('Invoice payments').getByRole('img', { name: 'Reading' })).toBeVisible();
  await page.getByRole('button', { name: 'Disconnect' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Disconnect' }).click();
  await expect(page.getByText('The stored sign-in was erased and nothing more is read.')).toBeVisible({
    timeout: 30_000,
  });
  await expect(page.getByRole('heading', { level: 1, name: 'Connect Sandbox' })).toBeVisible();
});
