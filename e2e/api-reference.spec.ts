import { connect } from './arrange/companies.ts';
import { expect, test } from './fixtures.ts';
import { ApiKeysPage } from './pages/api-keys-page.ts';

test('the reference is searched, shows an operation with its example, and asks the API with a key', async ({
  page,
  organisation,
  signInAs,
}) => {
  const company = await connect(organisation, 'Pemberton Tools');
  await signInAs('admin');
  const key = await (await ApiKeysPage.open(page)).create('Try it', 'Read only');
  await page.goto('/api-reference');
  const operations = page.getByRole('navigation', { name: 'Operations' });
  await page.getByRole('searchbox', { name: 'Search operations' }).fill('get a company');
  await operations.getByRole('button', { name: 'Get a company' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Get a company' })).toBeVisible();
  await expect(page).toHaveURL(/operation=getCompany/);
  await expect(page.getByRole('region', { name: 'Command' })).toContainText('/v4/core/companies/496');

  await page.getByText('Try it').click();
  await page.getByLabel('Key').fill(key);
  await page.getByLabel('company_id').fill(String(company.companyId));
  await page.getByRole('button', { name: 'Ask' }).click();
  await expect(page.getByText('Answered 200')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Answer' })).toContainText('Pemberton Tools');
});

test('each API has its reference', async ({ page, signInAs }) => {
  await signInAs('admin');
  await page.goto('/api-reference');
  const apis = page.getByRole('navigation', { name: 'APIs' });
  const command = page.getByRole('region', { name: 'Command' });
  await apis.getByRole('link', { name: 'Connector API' }).click();
  await expect(command).toContainText('/api/connector/v1/companies/getAll');
  await apis.getByRole('link', { name: 'JSON:API' }).click();
  await expect(command).toContainText('/api/v2/companies');
  await expect(command).toContainText('X-Organization-Id: $ORGANIZATION_ID');
  await apis.getByRole('link', { name: 'Core API' }).click();
  await expect(command).toContainText('/v4/core/companies');
});
