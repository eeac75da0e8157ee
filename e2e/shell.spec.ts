import { expect, test } from './fixtures.ts';
import { CompaniesPage } from './pages/companies-page.ts';
import { OverviewPage } from './pages/overview-page.ts';

test('the theme follows the system until one is chosen, and the choice stays', async ({ page, signInAs }) => {
  await signInAs('viewer');
  await page.emulateMedia({ colorScheme: 'dark' });
  await OverviewPage.open(page);
  const html = page.locator('html');
  await expect(html).toHaveClass(/\bdark\b/);
  await page.getByRole('button', { name: 'Switch between light and dark' }).click();
  await expect(html).toHaveClass(/\blight\b/);
  await page.reload();
  await expect(html).toHaveClass(/\blight\b/);
});

test('the sidebar folds to icons, which keep their names, and stays so', async ({ page, signInAs }) => {
  await signInAs('viewer');
  await OverviewPage.open(page);
  await page.getByRole('button', { name: 'Fold sidebar' }).click();
  await expect(page.getByRole('button', { name: 'Unfold sidebar' })).toHaveAttribute('aria-expanded', 'false');
  await page.reload();
  await expect(page.getByRole('button', { name: 'Unfold sidebar' })).toBeVisible();
  await page.getByRole('link', { name: 'Companies' }).click();
  await new CompaniesPage(page).shown();
});

test('on a phone the menu is a sheet that leads on and closes', async ({ page, signInToDemo }) => {
  await page.setViewportSize({ width: 375, height: 800 });
  await signInToDemo();
  await OverviewPage.open(page);
  await page.getByRole('button', { name: 'Open menu' }).click();
  const sheet = page.getByRole('dialog', { name: 'Menu' });
  await sheet.getByRole('link', { name: 'Companies' }).click();
  const { table } = await new CompaniesPage(page).shown();
  await expect(sheet).toHaveCount(0);
  await table.searchFor('tamarind');
  await expect(table.names).toHaveText(['Tamarind Catering']);
});
