import { connect, invite } from '../arrange/companies.ts';
import { expect, test } from '../fixtures.ts';
import { CompaniesPage } from '../pages/companies-page.ts';
import { DataTable } from '../pages/data-table.ts';
import { Keys } from '../pages/keys.ts';

test('a list is searched, filtered, sorted, arranged and kept as a view by keys', async ({
  page,
  organisation,
  signInAs,
}) => {
  await connect(organisation, 'Harbour Foods');
  for (const name of ['Harbour Tools', 'Quarry & Sons']) await invite(organisation, name);
  await signInAs('operator');
  const { table, views } = await CompaniesPage.open(page);
  const keys = new Keys(page);

  await keys.fill(table.search, 'harbour');
  await expect(table.count).toHaveText('2 companies');
  await keys.isAt(table.search);
  const health = page.getByRole('button', { name: /^Health( |$)/ });
  await keys.choose(health, /^Healthy$/, { stays: true });
  await expect(table.names).toHaveText(['Harbour Foods']);
  await keys.isAt(health);
  await keys.use(page.getByRole('button', { name: 'Remove filter Health' }));
  await expect(table.names).toHaveCount(2);
  await keys.isAt(health);

  const sort = page.getByRole('columnheader').getByRole('button', { name: 'Company', exact: true });
  await keys.use(sort);
  await expect(table.names).toHaveText(['Harbour Foods', 'Harbour Tools']);
  await keys.isAt(sort);
  await keys.press('Enter');
  await expect(table.names).toHaveText(['Harbour Tools', 'Harbour Foods']);
  await keys.isAt(sort);

  const display = page.getByRole('button', { name: 'Display', exact: true });
  await keys.backTo(display);
  await keys.choose(display, /^Platform$/, { stays: true });
  await expect(table.columnHead('Platform')).toHaveCount(0);
  await keys.choose(display, 'The usual columns');
  await expect(table.columnHead('Platform')).toBeVisible();
  await keys.isAt(display);

  await keys.backTo(views.button);
  await keys.choose(views.button, 'Save as a view…');
  const dialog = page.getByRole('dialog', { name: 'Save as a view' });
  await keys.fill(dialog.getByRole('textbox', { name: 'Name' }), 'Harbours');
  await keys.press('Enter');
  await expect(views.button).toHaveText('Harbours');
  await keys.isAt(views.button);
  await keys.choose(views.button, 'Delete');
  await keys.use(page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }));
  await expect(views.button).toHaveText('Views');
  await keys.isHeld();
});

test('rows are opened, chosen and acted on by keys, and a row that leaves does not take the focus along', async ({
  page,
  organisation,
  signInAs,
}) => {
  for (const name of ['Company A', 'Company B', 'Company C']) await invite(organisation, name);
  await signInAs('operator');
  const { table } = await CompaniesPage.open(page, '?sort=name');
  const keys = new Keys(page);

  await keys.use(table.names.first());
  await expect(page.getByRole('heading', { level: 1, name: 'Company A' })).toBeVisible();
  await keys.isHeld();
  await page.goBack();
  await expect(table.names).toHaveCount(3);

  await keys.use(page.getByRole('checkbox', { name: 'Choose Company B' }), 'Space');
  const bar = page.getByRole('region', { name: 'Chosen companies' });
  await expect(bar.getByRole('status')).toHaveText('1 company chosen');
  await keys.backTo(page.getByRole('checkbox', { name: 'Choose all on this page' }));
  await keys.press('Space');
  await expect(bar.getByRole('status')).toHaveText('3 companies chosen');
  await keys.use(page.getByRole('checkbox', { name: 'Choose Company C' }), 'Space');
  await expect(bar.getByRole('status')).toHaveText('2 companies chosen');
  await keys.use(bar.getByRole('button', { name: 'Archive', exact: true }));
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('2 companies will be archived.');
  await keys.use(dialog.getByRole('button', { name: 'Archive' }));
  await expect(dialog).toContainText('2 archived', { timeout: 30_000 });
  await keys.isShutIn(dialog);
  await keys.press('Escape');
  await expect(table.names).toHaveText(['Company C']);
  await expect(bar).toHaveCount(0);
  await keys.isHeld();

  await keys.choose(page.getByRole('button', { name: 'Actions for Company C' }), 'Archive');
  const question = page.getByRole('alertdialog', { name: 'Archive Company C?' });
  await keys.use(question.getByRole('button', { name: 'Archive' }));
  await expect(page.getByText('No companies yet')).toBeVisible();
  await keys.isHeld();
});

test('pages are turned by keys, to the last one and back', async ({ page, signInToDemo }) => {
  await signInToDemo();
  await page.goto('/syncs');
  const table = new DataTable(page, 'syncs', '');
  const keys = new Keys(page);
  const next = page.getByRole('button', { name: 'Next', exact: true });
  const previous = page.getByRole('button', { name: 'Previous', exact: true });
  await expect(table.count).toContainText('1–50 of');
  await keys.use(next);
  await expect(table.count).toContainText('51–');
  await keys.isHeld();
  await keys.backTo(previous);
  await keys.press('Enter');
  await expect(table.count).toContainText('1–50 of');
  await keys.isHeld();
});
