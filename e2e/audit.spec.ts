import { readFile } from 'node:fs/promises';
import { renameCompany } from '../lib/domain/companies/mutations.ts';
import { invite, nowIn } from './arrange/companies.ts';
import { expect, test } from './fixtures.ts';
import { DataTable } from './pages/data-table.ts';

const said = 'Browser test renamed it from Old Wharf to New Wharf';

test('the log says who did what, and what it was before', async ({ page, organisation, signInAs }) => {
  await signInAs('viewer');
  const company = await invite(organisation, 'Old Wharf');
  await renameCompany(nowIn(organisation), { companyId: company.companyId, name: 'New Wharf' });
  await page.goto('/audit');
  const table = new DataTable(page, 'entries', 'Company, person or id');
  await expect(table.names.first()).toHaveText(said);
  await expect(table.row(said)).toContainText('Old Wharf → New Wharf');

  await table.names.first().click();
  const drawer = page.getByRole('dialog', { name: said });
  await expect(drawer.getByRole('row').filter({ hasText: 'Name' })).toContainText('Old Wharf');
  await page.goBack();
  await expect(drawer).toHaveCount(0);
  await page.goForward();
  await page.reload();
  await expect(drawer.getByRole('row').filter({ hasText: 'Name' })).toContainText('New Wharf');
  await page.keyboard.press('Escape');
  await expect(drawer).toHaveCount(0);

  await table.filter('About', 'Invite links');
  await expect(table.names).toHaveText(['Browser test made an invite link']);
  const path = await table.export();
  const [head, ...rows] = (await readFile(path, 'utf8')).trimEnd().split('\r\n');
  expect(head).toContain('Before,After');
  expect(rows).toHaveLength(1);
  await table.removeFilter('About');
  await table.searchFor('new wharf');
  // The same entry stood first before: the search has come when the address says so.
  await expect(page).toHaveURL('/audit?q=new+wharf');
  await expect(table.row(said).locator('mark')).toHaveText('New Wharf');
  await table.row(said).getByRole('link', { name: 'New Wharf', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'New Wharf' })).toBeVisible();
});
