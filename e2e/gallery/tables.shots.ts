import { connect, invite } from '../arrange/companies.ts';
import { BulkBar } from '../pages/bulk-bar.ts';
import { CompaniesPage } from '../pages/companies-page.ts';
import { test } from './shoot.ts';

test('the audit log, and one entry of it', async ({ page, signInToDemo, visit, shoot }) => {
  await signInToDemo();
  await visit('/audit');
  await shoot('audit', 'much');
  await page.getByRole('table').locator('td:first-child').getByRole('link').first().click();
  await page.getByRole('dialog').getByText('Request').waitFor();
  await shoot('audit', 'entry', 'window');
  await visit('/audit?q=zzzz');
  await shoot('audit', 'no-match');
});

test('companies that are still being counted, and that could not be', async ({
  page,
  organisation,
  signInAs,
  visit,
  shoot,
  upset,
  expectedErrors,
}) => {
  expectedErrors.push(/status of 500/);
  for (let number = 1; number <= 51; number++) await invite(organisation, `Company ${number}`);
  await signInAs('operator');
  const counts = '**/api/internal/companies/count?*';
  const pages = page.getByRole('navigation', { name: 'Pages of companies' });
  await visit('/companies');
  await upset(counts, 'hold');
  await page.getByRole('searchbox').first().fill('company');
  await page.getByText('companies, counting').waitFor();
  await pages.scrollIntoViewIfNeeded();
  await shoot('companies', 'counting', 'window');
  await page.unrouteAll();
  await visit('/companies');
  await upset(counts, 'fail');
  await page.getByRole('searchbox').first().fill('company');
  await page.getByRole('button', { name: 'Count again' }).waitFor();
  await pages.scrollIntoViewIfNeeded();
  await shoot('companies', 'not-counted', 'window');
});

test('how a list is displayed, and its views', async ({ page, organisation, signInAs, visit, shoot }) => {
  await invite(organisation, 'Pemberton Tools');
  await signInAs('operator');
  await visit('/companies');
  await page.getByRole('button', { name: 'Display', exact: true }).click();
  await page.getByRole('menuitemradio', { name: 'Compact' }).waitFor();
  await shoot('companies', 'display', 'window');
  await page.keyboard.press('Escape');
  const { views } = new CompaniesPage(page);
  await views.save('Everything', { forAll: true });
  await views.button.click();
  await page.getByRole('menuitem', { name: 'Copy link' }).waitFor();
  await shoot('companies', 'views', 'window');
});

test('a bulk action from the choice to its results', async ({ page, organisation, signInAs, visit, shoot }) => {
  await connect(organisation, 'Pemberton Tools');
  await invite(organisation, 'Finch & Daughters');
  await signInAs('operator');
  await visit('/companies');
  const bar = new BulkBar(page);
  await bar.choosePage();
  await shoot('companies', 'chosen', 'window');
  const dialog = await bar.ask('Pause');
  await dialog.getByText('companies will be paused').waitFor();
  await shoot('bulk-action', 'question', 'window');
  await dialog.getByRole('button', { name: 'Pause' }).click();
  await dialog.getByText('It has ended.').waitFor({ timeout: 30_000 });
  await shoot('bulk-action', 'ended', 'window');
  await dialog.getByRole('link', { name: 'What came of each company' }).click();
  await page.getByRole('heading', { level: 1, name: 'Pause, 2 companies' }).waitFor();
  await shoot('bulk-action', 'results');
  await visit('/companies/bulk-actions');
  await shoot('bulk-actions', 'little');
});
