import { connect } from './arrange/companies.ts';
import { expect, test } from './fixtures.ts';
import { CompanyPage } from './pages/company-page.ts';
import { toasts } from './pages/toasts.ts';

test('disconnecting asks once, erases the sign-in and keeps the records', async ({ page, organisation, signInAs }) => {
  const company = await connect(organisation, 'Pemberton Tools');
  await signInAs('operator');
  const shown = await CompanyPage.open(page, company);
  await shown.act('Disconnect');
  await shown.question('Disconnect Pemberton Tools?').getByRole('button', { name: 'Cancel' }).click();
  await expect(shown.health).toContainText('the last sync went well');

  await shown.act('Disconnect');
  await shown.confirm('Disconnect Pemberton Tools?', 'Disconnect');
  await expect(toasts(page)).toContainText('Pemberton Tools is disconnected');
  await expect(shown.health).toContainText('The stored sign-in was erased. Records read before are kept.');
  await expect(page.getByRole('button', { name: 'Sync now' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Copy reconnect link' })).toBeVisible();
  const contacts = await shown.openContacts();
  await expect(contacts.table.count).toHaveText('12 contacts');
});

test('a company is archived, brought back by Undo, archived again and restored from its page', async ({
  page,
  organisation,
  signInAs,
}) => {
  const company = await connect(organisation, 'Pemberton Tools');
  await signInAs('operator');
  const shown = await CompanyPage.open(page, company);
  await shown.act('Archive');
  await shown.confirm('Archive Pemberton Tools?', 'Archive');
  await expect(shown.health).toContainText('Put away with its link and connection.');
  await toasts(page).getByRole('button', { name: 'Undo' }).click();
  await expect(shown.health).toContainText('Records read before are kept.');

  await shown.act('Archive');
  await shown.confirm('Archive Pemberton Tools?', 'Archive');
  await expect(shown.health).toContainText('Put away with its link and connection.');
  await shown.restore();
  await expect(shown.health).toContainText('The stored sign-in was erased.');
});

test('a company is renamed; an empty name is refused under the field', async ({ page, organisation, signInAs }) => {
  const company = await connect(organisation, 'Pemberton Tools');
  const person = await signInAs('operator');
  const shown = await CompanyPage.open(page, company);
  await page.getByRole('button', { name: 'Rename' }).click();
  const dialog = page.getByRole('dialog', { name: 'Rename Pemberton Tools' });
  await dialog.getByLabel('Company name').fill('  ');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByLabel('Company name')).toHaveAttribute('aria-invalid', 'true');
  await page.keyboard.press('Escape');

  const renamed = await shown.rename('Pemberton & Daughters');
  await expect(page.getByText(`${person.name} renamed it from Pemberton Tools to Pemberton & Daughters`)).toBeVisible();
  await expect(page).toHaveTitle(/Pemberton & Daughters/);
  await renamed.openModels();
});
