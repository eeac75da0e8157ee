import { setFaults } from '../arrange/books.ts';
import { connect } from '../arrange/companies.ts';
import { CompanyPage } from '../pages/company-page.ts';
import { test } from './shoot.ts';

test('overview of a lived-in organisation', async ({ page, signInToDemo, visit, shoot }) => {
  await signInToDemo();
  await visit('/');
  await page.locator('[data-slot=chart-bar]').first().waitFor();
  await shoot('overview', 'much');
});

test('overview of a new organisation', async ({ signInAs, visit, shoot }) => {
  await signInAs('owner');
  await visit('/');
  await shoot('overview', 'empty');
});

test('overview with one company that fails', async ({ page, organisation, signInAs, visit, shoot }) => {
  const company = await connect(organisation, 'Pemberton Tools');
  await setFaults(company.book, [{ kind: 'permission_denied', model: 'payments' }]);
  await signInAs('owner');
  const shown = await CompanyPage.open(page, company);
  await shown.syncNow();
  await shown.health.getByText('Your customer').first().waitFor({ timeout: 30_000 });
  await visit('/');
  await shoot('overview', 'little');
  await visit('/incidents');
  await shoot('incidents', 'little');
});

test('incidents of a lived-in organisation', async ({ page, signInToDemo, visit, shoot }) => {
  await signInToDemo();
  await visit('/incidents');
  await shoot('incidents', 'much');
  await page.getByRole('main').getByRole('table').getByRole('link').first().click();
  await page.waitForURL(/\/incidents\/.+/);
  await shoot('incident', 'open');
});
