import { createAccessToken } from '../lib/domain/access-tokens/mutations.ts';
import { createCompany } from '../lib/domain/companies/mutations.ts';
import { connect, invite, nowIn } from './arrange/companies.ts';
import { makeOrganisation } from './arrange/organisations.ts';
import { expect, test } from './fixtures.ts';
import { CompanyPage } from './pages/company-page.ts';
import { ConnectPage, CredentialsForm } from './pages/connect-page.ts';

test('a company’s facts say how many calls its platform got, and how many are left of its limits', async ({
  page,
  organisation,
  otherBrowser,
  signInAs,
  baseURL,
}) => {
  // Another organisation of this installation is the platform: its API has limits.
  const agency = await makeOrganisation();
  await createCompany(nowIn(agency), { name: 'Northern Ropes' });
  const made = await createAccessToken(nowIn(agency), { dialect: 'jsonapi', name: 'Reader' });
  if (made.dialect !== 'jsonapi') throw new Error('It is a token of another API');
  const company = await invite(organisation, 'Agency', { integration: 'PRODUCTIVE' });
  const customer = await otherBrowser();
  await ConnectPage.open(customer, company.url);
  const form = await new CredentialsForm(customer, 'Productive').shown();
  const address = baseURL ?? '';
  const signIn = { 'API token': made.token, 'Organization id': String(made.organizationId), Address: address };
  await (await form.connect(signIn)).done();

  await signInAs('operator');
  const shown = await CompanyPage.open(page, company);
  await expect(shown.fact('Calls in 10 s')).toHaveText(/^\d+ of 100, \d+ left$/);
  await expect(shown.fact('Calls in 30 min')).toHaveText(/^[1-9] of 4,000, 3,99\d left$/);
});

test('where a platform sets no limit the calls of the last hour are counted', async ({
  page,
  organisation,
  signInAs,
}) => {
  const company = await connect(organisation, 'Pemberton Tools');
  await signInAs('viewer');
  const shown = await CompanyPage.open(page, company);
  await expect(shown.fact('Calls in 1 h')).toHaveText(/^[1-9]\d*$/);
});
