import { readFile } from 'node:fs/promises';
import { connect, invite } from './arrange/companies.ts';
import { makePerson, openSessionOf } from './arrange/organisations.ts';
import { expect, test } from './fixtures.ts';
import { BulkBar } from './pages/bulk-bar.ts';
import { choose } from './pages/choose.ts';
import { CompaniesPage } from './pages/companies-page.ts';
import { Shell } from './pages/shell.ts';
import { toasts } from './pages/toasts.ts';

test('what the search found is marked, as it is written', async ({ page, signInToDemo }) => {
  await signInToDemo();
  const { table } = await CompaniesPage.open(page);
  await table.searchFor('lindqvist mob');
  await expect(table.names).toHaveText(['Lindqvist Möbler']);
  await expect(table.names.locator('mark')).toHaveText(['Lindqvist Möb']);
});

test('columns and the height of rows are chosen, and stay through reload, a page and Back', async ({
  page,
  organisation,
  signInAs,
}) => {
  const company = await invite(organisation, 'Columned Ltd');
  await signInAs('viewer');
  const companies = await CompaniesPage.open(page);
  const { table } = companies;
  await table.showColumn('Platform', false);
  await table.showColumn('Company code', true);
  await expect(table.columnHead('Platform')).toHaveCount(0);
  await expect(table.columnHead('Company code')).toBeVisible();
  await page.reload();
  await expect(table.columnHead('Company code')).toBeVisible();
  await expect(table.columnHead('Platform')).toHaveCount(0);

  await companies.openCompany(company.name);
  await page.goBack();
  await expect(table.columnHead('Company code')).toBeVisible();
  await table.usualColumns();
  await expect(table.columnHead('Platform')).toBeVisible();

  const row = table.row(company.name);
  const before = (await row.boundingBox())?.height ?? 0;
  await table.chooseHeight('Compact');
  await expect.poll(async () => (await row.boundingBox())?.height).toBeLessThan(before);
  const compact = (await row.boundingBox())?.height ?? 0;
  const links = await new Shell(page).inviteLinks();
  await expect.poll(async () => (await links.table.row(company.name).boundingBox())?.height).toBe(compact);
  await page.reload();
  await expect.poll(async () => (await links.table.row(company.name).boundingBox())?.height).toBe(compact);
});

test('a long page draws what stands in the window, to its end', async ({ page, organisation, signInAs }) => {
  test.slow();
  for (let number = 1; number <= 120; number += 1) {
    await invite(organisation, `Company ${String(number).padStart(3, '0')}`);
  }
  await signInAs('operator');
  const { table } = await CompaniesPage.open(page, '?sort=name&rows=200');
  await expect(table.count).toHaveText('120 companies');
  await expect(table.row('Company 001')).toBeVisible();
  await expect(table.row('Company 120')).toHaveCount(0);
  await page.keyboard.press('End');
  await expect(table.row('Company 120')).toBeInViewport();
  await expect(table.row('Company 001')).toHaveCount(0);
  await page.keyboard.press('Home');
  await expect(table.row('Company 001')).toBeInViewport();
});

test('the whole filtered list is exported, whatever page is shown', async ({ page, organisation, signInAs }) => {
  await invite(organisation, 'Harbour One');
  await invite(organisation, 'Harbour Two');
  await invite(organisation, '=Formula');
  await signInAs('viewer');
  const { table } = await CompaniesPage.open(page, '?q=harbour');
  await expect(table.names).toHaveCount(2);
  expect(await lines(table.export())).toHaveLength(3);
  await table.searchFor('formula');
  await expect(table.names).toHaveText(['=Formula']);
  expect((await lines(table.export()))[1]).toContain("'=Formula");
});

/** The lines of a downloaded file, its head first. */
async function lines(path: Promise<string>): Promise<string[]> {
  return (await readFile(await path, 'utf8')).trimEnd().split('\r\n');
}

test('a view is saved, shared by its link, changed and deleted', async ({
  page,
  organisation,
  signInAs,
  otherBrowser,
}) => {
  await connect(organisation, 'Healthy Foods');
  await invite(organisation, 'Not Yet Ltd');
  await signInAs('operator');
  const { table, views } = await CompaniesPage.open(page, '?health=NONE');
  await expect(table.names).toHaveText(['Not Yet Ltd']);
  await views.save('Never connected', { forAll: true });
  await expect(views.button).toHaveText('Never connected');
  const viewId = new URL(page.url()).searchParams.get('view');

  const colleague = await otherBrowser();
  const { cookie } = await openSessionOf(await makePerson(organisation, 'viewer'));
  await colleague.context().addCookies([{ ...cookie, url: page.url() }]);
  await colleague.goto(`/companies?view=${viewId}`);
  const theirs = new CompaniesPage(colleague);
  await expect(theirs.table.names).toHaveText(['Not Yet Ltd']);
  await expect(theirs.views.button).toHaveText('Never connected');

  await table.removeFilter('Health');
  await expect(table.names).toHaveCount(2);
  await expect(views.button).toContainText('changed');
  await choose(views.button, 'Save the changes');
  await expect(toasts(page)).toContainText('Never connected is saved as it is shown');
  await expect(views.button).toHaveText('Never connected');
  await choose(views.button, 'Delete');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page).toHaveURL('/companies');
  await expect(views.button).toHaveText('Views');
});

test('all that match are tagged after a dry count, and taken back', async ({ page, organisation, signInAs }) => {
  for (const name of ['Harbour One', 'Harbour Two', 'Elsewhere']) await invite(organisation, name);
  await signInAs('operator');
  const { table } = await CompaniesPage.open(page, '?q=harbour');
  await expect(table.names).toHaveCount(2);
  const bar = new BulkBar(page);
  await bar.choosePage();
  await expect(bar.count).toHaveText('2 companies chosen');
  const dialog = await bar.ask('Add tags');
  await dialog.getByRole('textbox', { name: 'Tags' }).fill('Coast, vip');
  await expect(dialog).toContainText('2 companies will be tagged.');
  await dialog.getByRole('button', { name: 'Add tags' }).click();
  await expect(dialog).toContainText('2 tagged', { timeout: 30_000 });
  await dialog.getByRole('button', { name: 'Close' }).first().click();
  await expect(table.row('Harbour One')).toContainText('Coast');
  await expect(bar.count).toHaveCount(0);

  await page.getByRole('link', { name: 'Bulk actions' }).click();
  await page.getByRole('link', { name: 'Add tags, 2 companies (Coast, vip)' }).click();
  await expect(table.row('Harbour Two')).toContainText('Done');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Undo');
  await expect(page.getByText('2 without the tags')).toBeVisible({ timeout: 30_000 });
  await new Shell(page).companies();
  await expect(table.row('Harbour One')).not.toContainText('Coast');
});

test('what can not be done is said before, and what was not done is listed with its reason', async ({
  page,
  organisation,
  signInAs,
}) => {
  await connect(organisation, 'Can Sync');
  await invite(organisation, 'Can Not');
  await signInAs('operator');
  await CompaniesPage.open(page);
  const bar = new BulkBar(page);
  await bar.choosePage();
  const dialog = await bar.ask('Pause');
  await expect(dialog).toContainText('1 of 2 companies will be paused.');
  await expect(dialog).toContainText('1 is not connected');
  await dialog.getByRole('button', { name: 'Pause' }).click();
  await expect(dialog).toContainText('Partly done', { timeout: 30_000 });
  await dialog.getByRole('link', { name: 'What came of each company' }).click();
  const results = page.getByRole('table');
  await expect(results.getByRole('row').filter({ hasText: 'Can Not' })).toContainText('not connected yet');
  await expect(results.getByRole('row').filter({ hasText: 'Can Sync' })).toContainText('Done');
});

test('more than a page is chosen at once, and archived', async ({ page, organisation, signInAs }) => {
  test.slow();
  for (let number = 1; number <= 51; number += 1) await invite(organisation, `Company ${number}`);
  await signInAs('operator');
  const { table } = await CompaniesPage.open(page);
  await expect(table.count).toHaveText('1–50 of 51 companies');
  const bar = new BulkBar(page);
  await bar.choosePage();
  await page.getByRole('button', { name: 'Choose all 51 companies that match' }).click();
  await expect(bar.count).toHaveText('All 51 companies that match');
  const dialog = await bar.ask('Archive');
  await expect(dialog).toContainText('51 companies will be archived.');
  await dialog.getByRole('button', { name: 'Archive' }).click();
  await expect(dialog).toContainText('51 archived', { timeout: 45_000 });
  await dialog.getByRole('button', { name: 'Close' }).first().click();
  await expect(page.getByText('No companies yet')).toBeVisible();
});

test('on a phone rows are chosen and tagged as at a desk', async ({ page, organisation, signInAs }) => {
  for (const name of ['Harbour One', 'Harbour Two', 'Elsewhere']) await invite(organisation, name);
  await signInAs('operator');
  await page.setViewportSize({ width: 375, height: 800 });
  const { table } = await CompaniesPage.open(page, '?sort=name');
  await expect(table.names).toHaveText(['Elsewhere', 'Harbour One', 'Harbour Two']);
  const bar = new BulkBar(page);
  await page.getByRole('checkbox', { name: 'Choose Harbour One' }).click();
  await page.getByRole('checkbox', { name: 'Choose Harbour Two' }).click();
  await expect(bar.count).toHaveText('2 companies chosen');
  for (const action of ['Sync', 'Pause', 'Add tags', 'Archive', 'More', 'Choose nothing']) {
    await expect(bar.button(action)).toBeInViewport({ ratio: 1 });
  }
  const dialog = await bar.ask('Add tags');
  await dialog.getByRole('textbox', { name: 'Tags' }).fill('Coast');
  await expect(dialog).toContainText('2 companies will be tagged.');
  await dialog.getByRole('button', { name: 'Add tags' }).click();
  await expect(dialog).toContainText('2 tagged', { timeout: 30_000 });
  await dialog.getByRole('button', { name: 'Close' }).first().click();
  await expect(table.row('Harbour One')).toContainText('Coast');
  await expect(table.row('Elsewhere')).not.toContainText('Coast');
});

test('a viewer chooses nothing', async ({ page, organisation, signInAs }) => {
  await invite(organisation, 'Only Looked At');
  await signInAs('viewer');
  const { table } = await CompaniesPage.open(page);
  await expect(table.names).toHaveText(['Only Looked At']);
  await expect(page.getByRole('checkbox')).toHaveCount(0);
});
