import { expire, invite, revokeLink } from './arrange/companies.ts';
import { expect, test } from './fixtures.ts';
import { ConnectPage, CredentialsForm } from './pages/connect-page.ts';
import { InviteLinksPage } from './pages/invite-links-page.ts';

test('a link that has expired says so and whom to ask', async ({ page, organisation }) => {
  const company = await invite(organisation, 'Westlake Storage');
  await expire(company);
  const connectPage = await ConnectPage.open(page, company.url);
  await expect(connectPage.heading('This link has expired')).toBeVisible();
  await expect(page.getByText(`Nothing was connected. Ask ${organisation.name} for a new link.`)).toBeVisible();
});

test('a link that was withdrawn says so', async ({ page, organisation }) => {
  const company = await invite(organisation, 'Yellowfin Seafood');
  await revokeLink(organisation, company);
  const connectPage = await ConnectPage.open(page, company.url);
  await expect(connectPage.heading('This link was withdrawn')).toBeVisible();
});

for (const [what, id] of [
  ['unknown', '0b8f4f36-60c7-4f3c-9c8e-2f7c1a0b9d11'],
  ['cut off', '0b8f4f36-60c7'],
]) {
  test(`an ${what} link says that it leads nowhere`.replace('an cut', 'a cut'), async ({ page }) => {
    const connectPage = await ConnectPage.open(page, `/connect/${id}`);
    await expect(connectPage.heading('This link does not exist')).toBeVisible();
  });
}

test('a link that is withdrawn while the customer fills the form in connects nothing', async ({
  page,
  organisation,
  otherBrowser,
  signInAs,
}) => {
  const company = await invite(organisation, 'Tidewater Boatyard');
  const customer = await otherBrowser();
  await ConnectPage.open(customer, company.url);
  const form = await new CredentialsForm(customer, 'Sandbox').shown();

  await signInAs('operator');
  const links = await InviteLinksPage.open(page);
  await expect(links.table.row('Tidewater Boatyard')).toContainText('Waiting');
  await links.revoke('Tidewater Boatyard');
  await expect(links.table.row('Tidewater Boatyard')).toContainText('Revoked');

  await form.submit({ 'Company key': 'harbour-lane', Secret: 'harbour-demo-secret' });
  await expect(customer.getByText(/no longer|withdrawn/).first()).toBeVisible();
});
