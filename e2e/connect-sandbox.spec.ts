import { makeBook, setFaults } from './arrange/books.ts';
import { connect, invite, syncEnded } from './arrange/companies.ts';
import { expect, test } from './fixtures.ts';
import { CompanyPage } from './pages/company-page.ts';
import { ConnectedPage, ConnectPage, CredentialsForm } from './pages/connect-page.ts';
import { OverviewPage } from './pages/overview-page.ts';
import { Shell } from './pages/shell.ts';

test('an operator makes a link and copies it; a customer connects with it; the console shows the books', async ({
  page,
  organisation,
  signInAs,
  otherBrowser,
}) => {
  const book = await makeBook({ name: 'Alder Creek Dairy Ltd', contacts: 14 });
  await signInAs('operator');
  const overview = await OverviewPage.open(page);
  const dialog = await overview.inviteCompany();
  const link = await dialog.create({
    companyName: 'Alder Creek Dairy',
    platform: 'Any accounting platform',
    syncFrom: '2020-01-01',
  });
  expect(await dialog.copy()).toBe(link);
  await dialog.done();

  const customer = await otherBrowser();
  const connectPage = await ConnectPage.open(customer, link);
  await expect(customer.getByText(organisation.name)).toBeVisible();
  await expect(customer.getByText('for Alder Creek Dairy')).toBeVisible();
  const form = await connectPage.choosePlatform('Sandbox');
  await expect(customer.getByText('Contacts with their addresses')).toBeVisible();
  const firstSync = await form.connect({ 'Company key': book.credentials.companyKey, Secret: book.credentials.secret });
  await (await firstSync.done()).shown();

  const companies = await new Shell(page).companies();
  const company = await companies.openCompany('Alder Creek Dairy');
  await expect(company.health).toContainText('Sandbox is connected and the last sync went well.');
  await expect(company.freshness('Contacts')).toContainText('14');
  await expect(company.freshness('Contacts')).toContainText('On time');
  await expect(page.getByRole('main').getByText('1 Jan 2020')).toBeVisible();
  // However often the page refreshed itself.
  await expect(page.getByText('Opened 1 time', { exact: false })).toBeVisible();
});

test('a link for one platform goes straight to its form', async ({ page, signInAs, otherBrowser }) => {
  await signInAs('operator');
  const dialog = await (await OverviewPage.open(page)).inviteCompany();
  await dialog.submit();
  await expect(dialog.companyName).toHaveAttribute('aria-invalid', 'true');
  const link = await dialog.create({ companyName: 'Birchwood Joinery', platform: 'Sandbox', worksFor: '7 days' });
  await dialog.done();

  const customer = await otherBrowser();
  await ConnectPage.open(customer, link);
  await new CredentialsForm(customer, 'Sandbox').shown();
  await expect(customer.getByRole('link', { name: 'Choose another platform' })).toHaveCount(0);

  const links = await new Shell(page).inviteLinks();
  await expect(links.table.row('Birchwood Joinery')).toContainText('Waiting');
  await expect(links.table.row('Birchwood Joinery')).toContainText('in 7 days');
});

test('a wrong secret is said under its field, nothing is stored, and what was typed stays', async ({
  page,
  organisation,
  otherBrowser,
  signInAs,
}) => {
  const book = await makeBook();
  const company = await invite(organisation, 'Pemberton Tools');
  const customer = await otherBrowser();
  await ConnectPage.open(customer, company.url);
  const form = await new CredentialsForm(customer, 'Sandbox').shown();

  await form.submit({ 'Company key': book.credentials.companyKey, Secret: 'not the secret' });
  await form.problemOf('Secret', /does not accept this company key and secret/);
  await expect(form.field('Secret')).toBeFocused();
  await expect(form.field('Company key')).toHaveValue(book.credentials.companyKey);
  await expect(form.field('Secret')).toHaveValue('not the secret');

  await form.submit({ Secret: '' });
  await form.problemOf('Secret', /required/i);

  await signInAs('operator');
  const shown = await CompanyPage.open(page, company);
  await expect(shown.health).toContainText('The link was opened, but nothing was connected yet.');

  const firstSync = await form.connect({ Secret: book.credentials.secret });
  await firstSync.done();
});

test('a first sync that may not read everything says so, and what was read is kept', async ({ page, organisation }) => {
  const book = await makeBook();
  const company = await invite(organisation, 'Pemberton Tools');
  await setFaults(book, [{ kind: 'permission_denied', model: 'payments' }]);
  const connectPage = await ConnectPage.open(page, company.url);
  const form = await new CredentialsForm(page, 'Sandbox').shown();
  await form.submit({ 'Company key': book.credentials.companyKey, Secret: book.credentials.secret });
  await expect(connectPage.heading('Connected, with a problem')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('What was read so far is kept.')).toBeVisible();
  await expect(page.getByText('may not read everything that is switched on')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Sign in again' })).toBeVisible();
});

test('the first sync is followed model by model, also when the page is closed and opened again', async ({
  page,
  organisation,
}) => {
  const book = await makeBook({ contacts: 14 });
  // Long enough to be seen on a busy machine.
  await setFaults(book, [{ kind: 'slow', delayMs: 8000, model: 'payments' }]);
  const company = await invite(organisation, 'Pemberton Tools');
  await ConnectPage.open(page, company.url);
  const form = await new CredentialsForm(page, 'Sandbox').shown();
  const { companyKey, secret } = book.credentials;
  const firstSync = await (await form.connect({ 'Company key': companyKey, Secret: secret })).shown();
  await expect(firstSync.model('Contacts')).toContainText('14');
  await expect(firstSync.model('Contacts').getByRole('img', { name: 'Done' })).toBeVisible();
  await expect(firstSync.model('Invoice payments').getByRole('img', { name: 'Reading' })).toBeVisible();

  await page.reload();
  await firstSync.shown();
  const done = await firstSync.done();
  await expect(done.fact('Company in Sandbox')).toHaveText(book.name);
});

test('a customer who comes back sees the state, connects again, and takes the access back', async ({
  page,
  organisation,
  otherBrowser,
  signInAs,
}) => {
  const company = await connect(organisation, 'Pemberton Tools');
  const { companyKey, secret } = company.book.credentials;
  const customer = await otherBrowser();
  await ConnectPage.open(customer, company.url);
  const connected = await new ConnectedPage(customer, 'Sandbox').shown();
  await expect(connected.fact('Last read')).toContainText(/now|ago/);
  await expect(customer.getByText('What is read')).toBeVisible();

  // With the books of somebody else nothing changes.
  const otherBook = await makeBook({ name: 'Another Company Ltd' });
  const form = await connected.signInAgain();
  await form.submit({ 'Company key': otherBook.credentials.companyKey, Secret: otherBook.credentials.secret });
  await expect(customer.getByText(/leads to Another Company Ltd, not to the company/)).toBeVisible();
  await (await form.connect({ 'Company key': companyKey, Secret: secret })).done();
  await syncEnded(organisation, company);

  const disconnected = await connected.disconnect();
  await signInAs('operator');
  const shown = await CompanyPage.open(page, company);
  await expect(shown.health).toContainText('The stored sign-in was erased.');

  await (await disconnected.connect({ 'Company key': companyKey, Secret: secret })).done();
  await page.reload();
  await expect(shown.health).toContainText('the last sync went well');
});

test('the done page leads to where the link was told to', async ({ page, organisation }) => {
  const book = await makeBook();
  const company = await invite(organisation, 'Pemberton Tools', { redirectUrl: 'https://app.example.com/done?x=1' });
  await ConnectPage.open(page, company.url);
  const form = await new CredentialsForm(page, 'Sandbox').shown();
  await (await form.connect({ 'Company key': book.credentials.companyKey, Secret: book.credentials.secret })).done();
  await expect(page.getByRole('link', { name: 'Continue' })).toHaveAttribute(
    'href',
    'https://app.example.com/done?x=1',
  );
});
