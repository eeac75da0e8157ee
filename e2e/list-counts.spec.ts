import type { Page } from '@playwright/test';
import { invite } from './arrange/companies.ts';
import type { Organisation } from './arrange/organisations.ts';
import { expect, test } from './fixtures.ts';
import { BulkBar } from './pages/bulk-bar.ts';
import { CompaniesPage } from './pages/companies-page.ts';

async function inviteMany(organisation: Organisation, count: number): Promise<void> {
  for (let number = 1; number <= count; number++) {
    await invite(organisation, `Company ${String(number).padStart(2, '0')}`);
  }
}

const isCount = (url: URL) => url.pathname.endsWith('/companies/count');

/** Holds every count that the browser asks for back until it is released. */
async function holdCounts(page: Page): Promise<{ release: () => void }> {
  const released = Promise.withResolvers<void>();
  await page.route(isCount, async (route) => {
    await released.promise;
    await route.continue();
  });
  return { release: released.resolve };
}

/**
 * Leaves a page alone: it hears of nothing that moves, by the stream or by asking. What moves has the server render the
 * page anew, with a count of its own, and when that comes is nobody's to say.
 */
async function leaveAlone(page: Page): Promise<void> {
  await page.route(
    ({ pathname }) => pathname === '/api/events' || pathname === '/readyz',
    () => {},
  );
}

test.beforeEach(({ page }) => leaveAlone(page));

test('rows and pages do not wait for their count', async ({ page, organisation, signInAs }) => {
  await inviteMany(organisation, 52);
  await signInAs('operator');
  const { table } = await CompaniesPage.open(page, '?sort=name');
  await expect(table.count).toHaveText('1–50 of 52 companies');

  const { release } = await holdCounts(page);
  await table.searchFor('company');
  await expect(page).toHaveURL(/q=company/);
  await expect(table.count).toHaveText('1–50 of companies, counting');
  await table.next();
  await expect(table.names).toHaveText(['Company 51', 'Company 52']);
  await expect(table.count).toHaveText('51–52 of companies, counting');
  release();
  await expect(table.count).toHaveText('51–52 of 52 companies');
});

test('pages and orders of a list share one count, and a page that holds all that match needs none', async ({
  page,
  organisation,
  signInAs,
}) => {
  await inviteMany(organisation, 52);
  await signInAs('operator');
  const { table } = await CompaniesPage.open(page, '?sort=name');
  await expect(table.count).toHaveText('1–50 of 52 companies');
  await holdCounts(page);
  await table.next();
  await expect(table.count).toHaveText('51–52 of 52 companies');
  await table.previous();
  await expect(table.count).toHaveText('1–50 of 52 companies');
  await table.sortBy('Company');
  await expect(table.names.first()).toHaveText('Company 52');
  await expect(table.count).toHaveText('1–50 of 52 companies');
  await table.searchFor('company 07');
  await expect(table.count).toHaveText('1 company');
});

test('all that match can be chosen before it is known how many they are', async ({ page, organisation, signInAs }) => {
  await inviteMany(organisation, 51);
  await signInAs('operator');
  const { table } = await CompaniesPage.open(page);
  await expect(table.count).toHaveText('1–50 of 51 companies');
  const { release } = await holdCounts(page);
  await table.searchFor('company');
  await expect(page).toHaveURL(/q=company/);
  await expect(table.count).toHaveText('1–50 of companies, counting');
  const bar = new BulkBar(page);
  await bar.choosePage();
  await page.getByRole('button', { name: 'Choose all companies that match' }).click();
  await expect(bar.count).toHaveText('All companies that match');
  release();
  await expect(bar.count).toHaveText('All 51 companies that match');
});

test.describe('a count that fails', () => {
  test.use({ expectedErrors: [/status of 500/] });

  test('leaves the rows, says so, and is asked for again', async ({ page, organisation, signInAs }) => {
    await inviteMany(organisation, 51);
    await signInAs('viewer');
    const { table } = await CompaniesPage.open(page);
    await expect(table.count).toHaveText('1–50 of 51 companies');
    const { release } = await holdCounts(page);
    await page.route(isCount, (route) => route.fulfill({ status: 500, json: { message: 'Something went wrong' } }));
    await table.searchFor('company');
    await expect(table.count).toContainText('All companies that match could not be counted.');
    await expect(table.names).toHaveCount(50);
    await page.unroute(isCount);
    release();
    await page.getByRole('button', { name: 'Count again' }).click();
    await expect(table.count).toHaveText('1–50 of 51 companies');
  });
});

test('a row that is clicked while one still types opens, and Back leads to what was typed', async ({
  page,
  organisation,
  signInAs,
}) => {
  await invite(organisation, 'Harbour Lights');
  await invite(organisation, 'Harbour Watch');
  await invite(organisation, 'Meadow Farm');
  await signInAs('viewer');
  const companies = await CompaniesPage.open(page);
  const { table } = companies;
  await expect(table.names).toHaveCount(3);
  await table.searchFor('harbour');
  await companies.openCompany('Harbour Lights');
  await expect(page).toHaveURL(/\/companies\/\d+$/);
  await page.goBack();
  await companies.shown();
  await expect(table.search).toHaveValue('harbour');
  await expect(table.names).toHaveText(['Harbour Watch', 'Harbour Lights']);
});

test('a row opens under a finger that stays down for longer than the search waits', async ({
  page,
  organisation,
  signInAs,
}) => {
  const { name } = await invite(organisation, 'Meadow Farm');
  await invite(organisation, 'Harbour Lights');
  await signInAs('viewer');
  const { table } = await CompaniesPage.open(page);
  await table.row(name).getByRole('link', { name, exact: true }).hover();
  await table.searchFor('harbour');
  await page.mouse.down();
  // By the browser's own clock, on which the search would have begun long before, and taken the row from the finger.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 600)));
  expect(page.url()).not.toContain('q=');
  await page.mouse.up();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
});
