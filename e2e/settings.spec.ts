import { createCompany } from '../lib/domain/companies/mutations.ts';
import { createCustomField } from '../lib/domain/custom-fields/mutations.ts';
import { createReference } from '../lib/domain/reference-data/mutations.ts';
import { connect, nowIn } from './arrange/companies.ts';
import { expect, test } from './fixtures.ts';
import { CompanyPage } from './pages/company-page.ts';
import { SettingsPage } from './pages/settings-page.ts';
import { SyncDefaultsPage } from './pages/sync-defaults-page.ts';
import { toasts } from './pages/toasts.ts';

test('a chain is added, renamed, leads to its companies, and is deleted once it has none', async ({
  page,
  organisation,
  signInAs,
}) => {
  await signInAs('admin');
  const chains = await (await SettingsPage.open(page)).part('Chains');
  await expect(chains.row(organisation.name)).toContainText('Default');

  const form = await chains.add('Add a chain');
  await form.submit();
  await expect(form.name).toHaveAttribute('aria-invalid', 'true');
  await expect(form.dialog).toContainText('The name must not be empty');
  await form.name.fill('North');
  await form.save();
  await expect(toasts(page)).toContainText('North is added');
  const renaming = await chains.edit('North', 'Rename');
  await renaming.name.fill('Far north');
  await renaming.save();
  await expect(chains.row('Far north')).toBeVisible();

  await createCompany(nowIn(organisation), { name: 'Elsewhere' });
  await page.reload();
  await expect(chains.row(organisation.name).getByRole('cell').nth(1)).toHaveText('1');
  await page.getByRole('link', { name: `Companies of ${organisation.name}: 1` }).click();
  await expect(page.getByRole('button', { name: `Chain ${organisation.name}` })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Elsewhere' })).toBeVisible();
  await page.goBack();

  await expect(await chains.delete('Far north')).toHaveCount(0);
  await expect(chains.row('Far north')).toHaveCount(0);
});

test('a list that companies refer to is kept, and an entry in use says by how many it is used', async ({
  page,
  organisation,
  signInAs,
}) => {
  await signInAs('owner');
  const rates = await (await SettingsPage.open(page)).part('Tax rates');
  await expect(page.getByText('No tax rates yet')).toBeVisible();
  const form = await rates.add('Add a tax rate');
  await form.name.fill('Standard rate');
  await form.dialog.getByLabel('Percentage').fill('190');
  await form.submit();
  await expect(form.dialog).toContainText('It must be a number from 0 to 100');
  await expect(form.name).toHaveValue('Standard rate');
  await form.dialog.getByLabel('Percentage').fill('7,7');
  await form.save();
  await expect(rates.row('Standard rate')).toContainText('7.7 %');

  const again = await rates.add('Add a tax rate');
  await again.name.fill('Standard rate');
  await again.dialog.getByLabel('Percentage').fill('19');
  await again.submit();
  await expect(again.dialog).toContainText('The name has already been taken');
  await page.keyboard.press('Escape');

  const { id } = await createReference(nowIn(organisation), { kind: 'tax-rate', name: 'Reduced', percentage: '5' });
  await createCompany(nowIn(organisation), { name: 'Refers', defaultTaxRateId: id });
  await page.reload();
  const question = await rates.delete('Reduced');
  await expect(question).toContainText('It is the default of 1 company');
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(await rates.delete('Standard rate')).toHaveCount(0);
  await page.getByRole('link', { name: 'Companies with Reduced: 1' }).click();
  await expect(page.getByRole('button', { name: 'Tax rate Reduced' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Refers' })).toBeVisible();
});

test('a project is added to a company, found by it, renamed and deleted', async ({ page, organisation, signInAs }) => {
  const ctx = nowIn(organisation);
  await createCompany(ctx, { name: 'Pemberton Tools' });
  await createCompany(ctx, { name: 'Quarry & Sons' });
  await signInAs('operator');
  const projects = await (await SettingsPage.open(page)).part('Projects');
  const form = await projects.add('Add a project');
  await form.name.fill('New roof');
  await form.submit();
  await expect(form.dialog).toContainText('Choose the company that it is for');
  await form.dialog.getByRole('searchbox', { name: 'Search companies' }).fill('pemb');
  await form.dialog.getByRole('radio', { name: 'Pemberton Tools' }).check();
  await form.save();
  await expect(projects.row('New roof')).toContainText('Pemberton Tools');

  const search = page.getByRole('searchbox', { name: 'Search projects' });
  await search.fill('quarry');
  await expect(page.getByText('No projects match')).toBeVisible();
  await search.fill('pemberton');
  await expect(projects.row('New roof')).toBeVisible();
  const renaming = await projects.edit('New roof', 'Rename');
  await renaming.name.fill('Flat roof');
  await renaming.save();
  await expect(projects.row('Flat roof')).toBeVisible();
  await expect(await projects.delete('Flat roof')).toHaveCount(0);
  await expect(projects.row('Flat roof')).toHaveCount(0);
});

test('a custom field gets options in their order, is archived and restored, and is deleted only without values', async ({
  page,
  organisation,
  signInAs,
}) => {
  const note = await createCustomField(nowIn(organisation), { name: 'Note', type: 'TEXT' });
  await createCompany(nowIn(organisation), { name: 'Writer', customFields: { [note.id]: 'text' } });
  await signInAs('admin');
  const fields = await (await SettingsPage.open(page)).part('Custom fields');
  const form = await fields.add('Add a field');
  await form.name.fill('Segment');
  await form.dialog.getByLabel('Type').selectOption({ label: 'One of a list' });
  await form.submit();
  await expect(form.dialog).toContainText('Options are needed');
  await form.dialog.getByLabel('Option 1', { exact: true }).fill('Small');
  await form.dialog.getByRole('button', { name: 'Add an option' }).click();
  await form.dialog.getByLabel('Option 2', { exact: true }).fill('Large');
  await form.dialog.getByRole('button', { name: 'Move option 2 up' }).click();
  await form.save();
  await expect(fields.row('Segment')).toContainText('Large, Small');

  await fields.act('Segment', 'Archive');
  await expect(fields.row('Segment')).toContainText('Archived');
  await fields.act('Segment', 'Restore');
  await expect(fields.row('Segment')).toContainText('Active');

  const question = await fields.delete('Note');
  await expect(question).toContainText('1 company has a value of it');
  await expect(question).toContainText('archive the field instead');
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(await fields.delete('Segment')).toHaveCount(0);
  await expect(fields.row('Segment')).toHaveCount(0);
});

test('a default is changed for companies to come, then passed on after a count, and what was set at a company stays', async ({
  page,
  organisation,
  signInAs,
}) => {
  const plain = await connect(organisation, 'Pemberton Tools');
  const own = await connect(organisation, 'Quarry & Sons');
  await signInAs('operator');
  const ownModels = await (await CompanyPage.open(page, own)).openModels();
  const schedule = await ownModels.edit('Invoices');
  await schedule.fill({ every: '6', unit: 'Hours' });
  await schedule.save();
  await schedule.saved();

  const defaults = await SyncDefaultsPage.open(page, 'Sandbox');
  const dialog = await defaults.edit('Invoices');
  await dialog.fill({ every: '0', unit: 'Days' });
  await dialog.proceed();
  await expect(dialog.interval).toHaveAttribute('aria-invalid', 'true');
  await dialog.fill({ every: '3', unit: 'Days' });
  await dialog.proceed();
  await expect(dialog.audience('Connected companies too')).toBeVisible();
  await expect(dialog.dialog).toContainText('Changes 1 company. 1 setting made at a company stays.');
  await dialog.dialog.getByRole('button', { name: 'Back' }).click();
  await expect(dialog.interval).toHaveValue('3');
  await dialog.proceed();
  await expect(dialog.audience('Companies that connect from now on')).toBeChecked();
  await dialog.save();
  await expect(defaults.row('Invoices')).toContainText('Every 3 days');
  const models = await (await CompanyPage.open(page, plain)).openModels();
  await expect(models.row('Invoices')).not.toContainText('Every 3 days');

  await SyncDefaultsPage.open(page, 'Sandbox');
  const question = await defaults.passOn('Sandbox');
  await expect(question).toContainText('Changes 1 company. 1 setting made at a company stays.');
  await question.getByRole('button', { name: 'Pass on' }).click();
  await expect(toasts(page)).toContainText('The defaults of Sandbox are passed on');
  await (await CompanyPage.open(page, plain)).openModels();
  await expect(models.row('Invoices')).toContainText('Every 3 days');
  await expect(models.row('Invoices')).toContainText('Default');
  await (await CompanyPage.open(page, own)).openModels();
  await expect(models.row('Invoices')).toContainText('Every 6 hours');
});

test('who may only look sees the settings without a way to change them', async ({ page, signInAs }) => {
  await signInAs('viewer');
  const settings = await SettingsPage.open(page);
  await settings.part('Sync defaults');
  await expect(page.getByText('Changing them needs the role operator, admin or owner.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^(Edit|Pass on)/ })).toHaveCount(0);
  await settings.part('Chains');
  await expect(page.getByText('Changing them needs the role admin or owner.')).toBeVisible();
  for (const part of ['Subsidiaries', 'Tax rates', 'Document types', 'Projects', 'Custom fields'] as const) {
    await settings.part(part);
    await expect(page.getByText(`No ${part.toLowerCase()} yet`)).toBeVisible();
    await expect(page.getByRole('button', { name: /^(Add a|Actions for)/ })).toHaveCount(0);
  }
});

test('an organisation gets another name and time zone; a viewer reads them', async ({ page, signInAs }) => {
  await signInAs('admin');
  await (await SettingsPage.open(page)).part('Organisation');
  const name = page.getByLabel('Name', { exact: true });
  await name.fill(' ');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(name).toHaveAccessibleDescription(/^The name must not be empty/);
  await name.fill('Fernwood Books');
  await page.getByLabel('Time zone').selectOption({ label: 'Europe/Vienna' });
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(toasts(page)).toContainText('The organisation is saved');
  await page.reload();
  await expect(name).toHaveValue('Fernwood Books');
  await expect(page.getByLabel('Time zone')).toHaveValue('Europe/Vienna');

  await signInAs('viewer');
  await (await SettingsPage.open(page)).part('Organisation');
  await expect(page.getByText('Europe/Vienna')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save' })).toHaveCount(0);
});
