import { connect, invite } from './arrange/companies.ts';
import { expect, test } from './fixtures.ts';
import { CompaniesPage } from './pages/companies-page.ts';
import { Shell } from './pages/shell.ts';
import { toasts } from './pages/toasts.ts';

test('search finds parts of names, whatever the case and the accents', async ({ page, signInToDemo }) => {
  await signInToDemo();
  const { table } = await CompaniesPage.open(page);
  await table.searchFor('lindqvist mob');
  await expect(table.names).toHaveText(['Lindqvist Möbler']);
  await expect(table.count).toHaveText('1 company');

  await table.searchFor('no such company');
  await expect(page.getByText('No companies match')).toBeVisible();
  await page.getByRole('button', { name: 'Clear search and filters' }).click();
  await expect(table.search).toHaveValue('');
  await expect(table.names.nth(20)).toBeVisible();
});

test('filters narrow together, stand in the address, and survive reload and Back', async ({ page, signInToDemo }) => {
  await signInToDemo();
  const { table } = await CompaniesPage.open(page);
  await expect(table.names.first()).toBeVisible();
  await table.filter('Health', 'Disconnected');
  await expect(table.chip('Health', 'Disconnected')).toBeVisible();
  await expect(table.names).toHaveCount(3);
  await table.searchFor('tama');
  await expect(table.names).toHaveText(['Tamarind Catering']);

  await page.reload();
  await expect(table.search).toHaveValue('tama');
  await expect(table.names).toHaveText(['Tamarind Catering']);

  await page.getByRole('link', { name: 'Tamarind Catering' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Tamarind Catering' })).toBeVisible();
  await page.goBack();
  await expect(table.chip('Health', 'Disconnected')).toBeVisible();
  await expect(table.names).toHaveText(['Tamarind Catering']);

  await table.removeFilter('Health');
  await expect(page).toHaveURL('/companies?q=tama');
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await expect(page).toHaveURL('/companies');
});

test('what was put away is shown when asked for', async ({ page, signInToDemo }) => {
  await signInToDemo();
  const { table } = await CompaniesPage.open(page);
  await table.searchFor('zollinger');
  await expect(page.getByText('No companies match')).toBeVisible();
  await table.filter('Show', 'Archived');
  await expect(table.names).toHaveText(['Zollinger Uhren']);
  await expect(table.row('Zollinger Uhren')).toContainText('Archived');
});

test('a click on a column sorts by it, another one the other way round', async ({ page, signInToDemo }) => {
  await signInToDemo();
  const { table } = await CompaniesPage.open(page, '?status=all');
  await table.sortBy('Company');
  await expect(table.columnHead('Company')).toHaveAttribute('aria-sort', 'ascending');
  await expect(table.names.first()).toHaveText(/^A/);
  // Å stands with A, not behind Z.
  await expect(table.names.nth(4)).not.toHaveText(/^Z/);
  await table.sortBy('Company');
  await expect(table.columnHead('Company')).toHaveAttribute('aria-sort', 'descending');
  await expect(table.names.first()).toHaveText('Zollinger Uhren');
  await expect(page).toHaveURL(/sort=-name/);
});

test('pages lead forth and back, and say where one is', async ({ page, organisation, signInAs }) => {
  for (let number = 1; number <= 51; number += 1) {
    await invite(organisation, `Company ${String(number).padStart(3, '0')}`);
  }
  await signInAs('operator');
  const { table } = await CompaniesPage.open(page, '?sort=name');
  await expect(table.count).toHaveText('1–50 of 51 companies');
  await expect(page.getByRole('button', { name: 'Previous' })).toBeDisabled();

  await table.next();
  await expect(table.names).toHaveText(['Company 051']);
  await expect(table.count).toHaveText('51–51 of 51 companies');
  await expect(page.getByRole('button', { name: 'Next' })).toBeDisabled();
  await page.reload();
  await expect(table.names).toHaveText(['Company 051']);

  await table.previous();
  await expect(table.names.first()).toHaveText('Company 001');
  await expect(table.count).toHaveText('1–50 of 51 companies');
});

test('a row archives after one question and restores; the link comes and goes with it', async ({
  page,
  organisation,
  signInAs,
}) => {
  const company = await invite(organisation, 'Farrow Machinery');
  await invite(organisation, 'Stays Here');
  await signInAs('operator');
  const companies = await CompaniesPage.open(page);
  await companies.archive(company.name);
  await expect(toasts(page)).toContainText('Farrow Machinery is archived');
  await expect(companies.table.names).toHaveText(['Stays Here']);
  const links = await new Shell(page).inviteLinks();
  await expect(links.table.row(company.name)).toContainText('Revoked');

  await new Shell(page).companies();
  await companies.table.filter('Show', 'Archived');
  await companies.act(company.name, 'Restore');
  await expect(toasts(page)).toContainText('Farrow Machinery is back');
  await companies.table.removeFilter('Show');
  await expect(companies.table.names).toHaveText(['Stays Here', 'Farrow Machinery']);
  await new Shell(page).inviteLinks();
  await expect(links.table.row(company.name)).toContainText('Waiting');
});

test('a sync started from the row shows in the list until it has ended', async ({ page, organisation, signInAs }) => {
  const company = await connect(organisation, 'Copperfield Books');
  await signInAs('operator');
  const companies = await CompaniesPage.open(page);
  await companies.act(company.name, 'Sync now');
  await expect(toasts(page)).toContainText('Copperfield Books: the sync is queued');
  await expect(companies.table.row(company.name)).toContainText('Idle', { timeout: 30_000 });
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Syncs' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Syncs' })).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'By hand' })).toContainText('Done');
});
