import type { Page } from '@playwright/test';
import { signInElsewhere } from './arrange/another-company.ts';
import { connect, syncEnded } from './arrange/companies.ts';
import { expect, test } from './fixtures.ts';
import { CompanyPage } from './pages/company-page.ts';
import { OverviewPage } from './pages/overview-page.ts';

const keepButton = (page: Page) => page.getByRole('main').getByRole('button', { name: 'Keep the one before' });

test('another company is confirmed from the list of what needs attention, and its books are read instead', async ({
  page,
  organisation,
  otherBrowser,
  signInAs,
}) => {
  const company = await connect(organisation, 'Pemberton Tools');
  const proposed = await signInElsewhere(await otherBrowser(), company);

  await signInAs('operator');
  const overview = await OverviewPage.open(page);
  const main = page.getByRole('main');
  await expect(main).toContainText(`${company.name} signed in to ${proposed}`);
  await expect(main).toContainText('Check with your customer which company is meant');
  await main.getByRole('button', { name: `Confirm ${proposed}` }).click();
  const shown = new CompanyPage(page, company.name);
  await expect(shown.question(`Connect ${company.name} to ${proposed}?`)).toContainText('everything is read anew');
  await shown.confirm(`Connect ${company.name} to ${proposed}?`, `Connect ${proposed}`);
  await expect(page.getByText(`${company.name} is connected to ${proposed}`)).toBeVisible();
  await overview.shown();
  await syncEnded(organisation, company);

  await CompanyPage.open(page, company);
  await expect(shown.health).toContainText('the last sync went well');
  await expect(shown.freshness('Contacts').getByRole('cell', { name: '3', exact: true })).toBeVisible();
  await expect(main.getByText(proposed).first()).toBeVisible();
});

test('the company before is kept from the health strip, and goes on being read', async ({
  page,
  organisation,
  otherBrowser,
  signInAs,
}) => {
  const company = await connect(organisation, 'Pemberton Tools');
  const proposed = await signInElsewhere(await otherBrowser(), company);

  await signInAs('operator');
  const shown = await CompanyPage.open(page, company);
  await expect(shown.health).toContainText('The sign-in leads to another company in Sandbox than before.');
  await expect(shown.health.getByRole('button', { name: `Confirm ${proposed}` })).toBeVisible();
  await keepButton(page).click();
  await expect(page.getByText(`${company.name} stays with the company that was connected before`)).toBeVisible();
  await expect(shown.health).toContainText('the last sync went well');
  await shown.syncNow();
  await shown.syncDone();
});

test('who may only look sees which company is asked about, and no button to decide', async ({
  page,
  organisation,
  otherBrowser,
  signInAs,
}) => {
  const company = await connect(organisation, 'Pemberton Tools');
  const proposed = await signInElsewhere(await otherBrowser(), company);

  await signInAs('viewer');
  const shown = await CompanyPage.open(page, company);
  await expect(shown.health).toContainText('Check with your customer which company is meant');
  await expect(keepButton(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: `Confirm ${proposed}` })).toHaveCount(0);
});
