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

  await models.switch('Contacts', 'off');
  await expect(models.toggle('Contacts')).not.toBeChecked();
  await expect(toasts(page)).toContainText('Contacts are no longer synced; stored ones are kept');
  await expect(models.row('Contacts')).toContainText('Override');
  await page.reload();
  await expect(models.toggle('Contacts')).not.toBeChecked();

  await models.switch('Contacts', 'on');
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

  await models.switch('Invoices', 'off');
  await expect(toasts(page)).toContainText('Invoices stay on. The server did not answer');
  await expect(models.toggle('Invoices')).toBeChecked();

  await page.unroute('**/models');
  await page.reload();
  await expect(models.toggle('Invoices')).toBeChecked();
});

test('a switch shows what it touches, and is undone from the corner and from the timeline', async ({
  page,
  organisation,
  signInAs,
}) => {
  const company = await connect(organisation, 'Pemberton Tools');
  await signInAs('operator');
  const shown = await CompanyPage.open(page, company);
  const models = await shown.openModels();
  const due = await models.row('Contacts').getByRole('cell').nth(8).textContent();

  await models.toggle('Contacts').click();
  const touched = models.question('Contacts', 'off');
  await expect(touched).toContainText('12 contacts, all of them kept');
  await expect(touched).toContainText('Not by itself');
  await expect(touched).toContainText('Sandbox sets no limit');
  await expect(touched).toContainText('No webhook is told of changes');
  await touched.getByRole('button', { name: 'Switch off' }).click();
  await expect(models.toggle('Contacts')).not.toBeChecked();
  await toasts(page).getByRole('button', { name: 'Undo' }).click();
  await expect(models.toggle('Contacts')).toBeChecked();
  await expect(models.row('Contacts').getByRole('cell').nth(8)).toHaveText(due ?? '');

  await models.switch('Invoices', 'off');
  await expect(models.toggle('Invoices')).not.toBeChecked();
  await shown.openOverview();
  await page.getByRole('list', { name: 'Timeline' }).getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('list', { name: 'Timeline' })).toContainText('undid a change: switched invoices on');
  await shown.openModels();
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

test('a model is paused apart from its switch, and resumed', async ({ page, organisation, signInAs }) => {
  const company = await connect(organisation, 'Pemberton Tools');
  await signInAs('operator');
  const models = await (await CompanyPage.open(page, company)).openModels();

  await models.act('Invoices', 'Pause invoices');
  await expect(models.row('Invoices')).toContainText(/Paused since .+ by Robin Operator/);
  await expect(models.row('Invoices')).toContainText('When resumed');
  await expect(models.toggle('Invoices')).toBeChecked();
  await expect(models.row('Contacts')).not.toContainText('Paused');
  await page.reload();
  await expect(models.row('Invoices')).toContainText('Paused since');

  await models.act('Invoices', 'Resume invoices');
  await expect(models.row('Invoices')).not.toContainText('Paused');
});

test('a paused company says since when and by whom, starts no sync, and goes on when it is resumed', async ({
  page,
  organisation,
  signInAs,
}) => {
  const company = await connect(organisation, 'Pemberton Tools');
  await signInAs('operator');
  const shown = await CompanyPage.open(page, company);

  await shown.act('Pause syncs');
  await expect(shown.health).toContainText('Robin Operator paused its syncs.');
  await expect(page.getByText('Paused', { exact: true }).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Sync now' })).toHaveCount(0);
  await expect(shown.freshness('Contacts')).toContainText('Paused');
  await expect(shown.changes).toContainText('paused all syncs');

  await page.getByRole('button', { name: 'Resume', exact: true }).click();
  await expect(shown.health).toContainText('the last sync went well');
  await expect(shown.changes).toContainText('resumed all syncs');
  await shown.syncNow();
  await shown.syncDone();
});
