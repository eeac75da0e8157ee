import { connect, invite } from './arrange/companies.ts';
import { expect, test } from './fixtures.ts';
import { CompanyPage } from './pages/company-page.ts';
import { FaultLabPage } from './pages/fault-lab-page.ts';

test('a fault that is switched on is met by the next sync, told with who must act and what next, and gone once it is off', async ({
  page,
  organisation,
  signInAs,
}) => {
  test.slow();
  const company = await connect(organisation, 'Pemberton Tools');
  await signInAs('admin');
  const lab = await FaultLabPage.open(page);
  await expect(page.getByText('No fault is on')).toBeVisible();
  const dialog = await lab.choose();
  await dialog.pick(company.name);
  await dialog.fault('Expired sign-in');
  await expect(dialog.dialog).toContainText('Your customer');
  await dialog.switchOn();
  await expect(lab.company(company.name)).toContainText('Sign-in refused');
  await expect(lab.company(company.name)).toContainText('Send your customer the link again');

  await lab.company(company.name).getByRole('link', { name: company.name }).click();
  const shown = await new CompanyPage(page, company.name).shown();
  await shown.syncNow();
  // The sign-in is tried a second time after a while.
  await expect(shown.health).toContainText('Your customer', { timeout: 45_000 });
  await expect(shown.health).toContainText('Sandbox no longer accepts the sign-in of this connection.');
  await expect(shown.health).toContainText('Send your customer the link again');
  await expect(shown.changes).toContainText('made the sandbox fail: expired sign-in');

  await (await FaultLabPage.open(page)).switchOff(company.name);
  await CompanyPage.open(page, company);
  await shown.syncNow();
  await shown.syncDone();
  await expect(shown.health).toContainText('the last sync went well');
  await expect(shown.health).toContainText('Nobody');
});

test('a page that fails is chosen by its number, and what is wrong with a form is said at its field', async ({
  page,
  organisation,
  signInAs,
}) => {
  const company = await connect(organisation, 'Pemberton Tools');
  await invite(organisation, 'Never connected');
  await signInAs('owner');
  const lab = await FaultLabPage.open(page);
  const form = await lab.choose();
  await form.submit();
  await expect(form.dialog).toContainText('Choose the company that is to meet it');
  await form.pick('Never connected');
  await form.submit();
  await expect(form.dialog).toContainText('Never connected is not connected, so there is nothing to fail');
  await form.pick(company.name);
  await form.fault('Error on a page');
  await form.dialog.getByLabel('Page', { exact: true }).fill('0');
  await form.submit();
  await expect(form.dialog.getByLabel('Page', { exact: true })).toHaveAccessibleDescription(/must be a page, from 1/);
  await form.dialog.getByLabel('Page', { exact: true }).fill('7');
  await form.switchOn();
  await expect(lab.company(company.name)).toContainText('Page 7.');
  await lab.switchOff(company.name);
  await expect(page.getByText('No fault is on')).toBeVisible();
});

test('who is no admin is told who can, and finds no button', async ({ page, signInAs }) => {
  await signInAs('operator');
  await FaultLabPage.open(page);
  await expect(page.getByText("Your role can't see the fault lab")).toBeVisible();
  await expect(page.getByRole('button', { name: 'Switch on a fault' })).toHaveCount(0);
});
