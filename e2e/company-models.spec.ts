import { connect } from './arrange/companies.ts';
import { expect, test } from './fixtures.ts';
import { CompanyPage } from './pages/company-page.ts';
import { toasts } from './pages/toasts.ts';

test('a model is switched off and on again, and the switch survives a reload', async ({
  page,
  organisation,
  signInAs,
}) => {
  const company = await connect(organisation, 'Pemberton Tools');
  await signInAs('operator');
  const models = await (await CompanyPage.open(page, company)).openModels();
  await expect(models.toggle('Contacts')).toBeChecked();
  await expect(models.row('Contacts')).toContainText('Default');

  await models.toggle('Contacts').click();
  await expect(models.toggle('Contacts')).not.toBeChecked();
  await expect(toasts(page)).toContainText('Contacts are no longer synced; stored ones are kept');
  await expect(models.row('Contacts')).toContainText('Override');
  await page.reload();
  await expect(models.toggle('Contacts')).not.toBeChecked();

  await models.toggle('Contacts').click();
  await expect(toasts(page)).toContainText('Contacts are synced, beginning with the next sync');
  await expect(models.toggle('Contacts')).toBeChecked();
});

test('a switch that the server could not store goes back and says so', async ({
  page,
  organisation,
  signInAs,
  expectedErrors,
}) => {
  expectedErrors.push(/net::ERR_FAILED/);
  const company = await connect(organisation, 'Pemberton Tools');
  await signInAs('operator');
  const models = await (await CompanyPage.open(page, company)).openModels();
  await page.route('**/models', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()));

  await models.toggle('Invoices').click();
  await expect(toasts(page)).toContainText('Invoices stay on. The server did not answer');
  await expect(models.toggle('Invoices')).toBeChecked();

  await page.unroute('**/models');
  await page.reload();
  await expect(models.toggle('Invoices')).toBeChecked();
});

test('how often a model is read is edited, marked as an override, and reset to the default', async ({
  page,
  organisation,
  signInAs,
}) => {
  const company = await connect(organisation, 'Pemberton Tools');
  await signInAs('operator');
  const models = await (await CompanyPage.open(page, company)).openModels();
  const before = await models.row('Invoices').getByRole('cell').nth(3).textContent();

  const dialog = await models.edit('Invoices');
  await dialog.fill({ every: '0', unit: 'Hours' });
  await dialog.save();
  await expect(dialog.interval).toHaveAttribute('aria-invalid', 'true');
  await dialog.fill({ every: '6', unit: 'Hours' });
  await dialog.save();
  await dialog.saved();
  await expect(models.row('Invoices')).toContainText('Every 6 h');
  await expect(models.row('Invoices')).toContainText('Override');
  await expect(models.row('Contacts')).toContainText('Default');

  await models.act('Invoices', 'Reset to the default');
  await expect(models.row('Invoices')).toContainText('Default');
  await expect(models.row('Invoices').getByRole('cell').nth(3)).toHaveText(before ?? '');
});
