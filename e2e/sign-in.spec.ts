import { connect } from './arrange/companies.ts';
import { makePerson, revoke } from './arrange/organisations.ts';
import { askedWithoutSession, expect, test } from './fixtures.ts';
import { CompaniesPage } from './pages/companies-page.ts';
import { CompanyPage } from './pages/company-page.ts';
import { OverviewPage } from './pages/overview-page.ts';
import { Shell } from './pages/shell.ts';
import { SignInPage } from './pages/sign-in-page.ts';

test('a wrong password is refused, the e-mail stays; the right one leads to the overview and out again', async ({
  page,
  organisation,
}) => {
  const person = await makePerson(organisation, 'operator');
  const signIn = await SignInPage.open(page);

  await signIn.submit({ email: person.email, password: 'not the password' });
  await expect(page.getByText('The e-mail address or the password is not right.')).toBeVisible();
  await expect(signIn.email).toHaveValue(person.email);

  await signIn.signIn(person);
  await expect(page.getByText(`${organisation.name}: what needs somebody now`)).toBeVisible();

  await new Shell(page).signOut();
  await page.goto('/companies');
  await new SignInPage(page).shown();
});

test('what is missing in the form is said under its field', async ({ page }) => {
  const signIn = await SignInPage.open(page);
  await signIn.submit({ email: 'nobody', password: '' });
  await expect(signIn.email).toHaveAccessibleDescription(/^Must be an e-mail address/);
  await expect(signIn.email).toBeFocused();
  await expect(signIn.password).toHaveAccessibleDescription('Must not be empty.');
});

test('the demo sign-in that the page shows works', async ({ page }) => {
  await SignInPage.open(page);
  await page.getByRole('button', { name: 'Fill in' }).click();
  await page.getByRole('button', { name: 'Sign in' }).click();
  await new OverviewPage(page).shown();
});

test('a page behind the sign-in is where one comes to afterwards', async ({ page, organisation }) => {
  const person = await makePerson(organisation, 'operator');
  await page.goto('/companies?status=archived');
  await (await new SignInPage(page).shown()).submit(person);
  await new CompaniesPage(page).shown();
  await expect(page).toHaveURL('/companies?status=archived');
});

test('a session that was ended elsewhere is signed out', async ({ page, organisation, signIn, expectedErrors }) => {
  expectedErrors.push(askedWithoutSession);
  const person = await makePerson(organisation, 'operator');
  const session = await signIn(person);
  await OverviewPage.open(page);
  await revoke(session);
  await new Shell(page).main.getByRole('link', { name: 'Companies' }).click();
  await new SignInPage(page).shown();
});

test('a viewer sees everything and can change nothing', async ({ page, organisation, signInAs }) => {
  const company = await connect(organisation, 'Pemberton Tools');
  await signInAs('viewer');
  await OverviewPage.open(page);
  await expect(page.getByRole('button', { name: 'Invite a company' })).toHaveCount(0);

  const companies = await new Shell(page).companies();
  await expect(companies.table.row(company.name)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Invite a company' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Actions for/ })).toHaveCount(0);

  const one = await companies.openCompany(company.name);
  await expect(one.health).toContainText('the last sync went well');
  for (const name of ['Sync now', 'Actions', 'Rename']) {
    await expect(page.getByRole('button', { name, exact: true })).toHaveCount(0);
  }
  const models = await one.openModels();
  await expect(models.toggle('Contacts')).toBeDisabled();
  await expect(page.getByRole('button', { name: /^Actions for|^Edit/ })).toHaveCount(0);

  const links = await new Shell(page).inviteLinks();
  await expect(links.table.row(company.name)).toBeVisible();
  await expect(page.getByRole('menuitem', { name: 'Revoke' })).toHaveCount(0);
  await new Shell(page).apiKeys();
  await expect(page.getByText("Your role can't see API keys")).toBeVisible();
  await expect(page.getByRole('button', { name: 'Create key' })).toHaveCount(0);
});

test('what belongs to another organisation is not found', async ({ page, organisation, signInAs, expectedErrors }) => {
  // The browser itself reports the 404 of a page.
  expectedErrors.push(/status of 404/);
  const company = await connect(organisation, 'Pemberton Tools');
  await signInAs('operator');
  await CompanyPage.open(page, company);
  const answer = await page.goto('/companies/1');
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { name: 'There is no such company' })).toBeVisible();
});
