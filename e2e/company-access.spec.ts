import { readFile } from 'node:fs/promises';
import { connect } from './arrange/companies.ts';
import { expect, test } from './fixtures.ts';
import { CompanyPage } from './pages/company-page.ts';

test('a company’s data is downloaded, and then it is erased by who types its name', async ({
  page,
  organisation,
  signInAs,
}) => {
  const company = await connect(organisation, 'Pemberton Tools');
  await signInAs('owner');
  await (await CompanyPage.open(page, company)).openAccess();
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download all data' }).click();
  const lines = (await readFile(await (await downloading).path(), 'utf8')).trimEnd().split('\n');
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ type: 'company', data: { name: 'Pemberton Tools' } });
  expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ type: 'end', data: { counts: { CONTACT: 12, INVOICE: 20 } } });

  await page.getByRole('button', { name: 'Erase for good' }).click();
  const dialog = page.getByRole('dialog', { name: 'Erase Pemberton Tools for good?' });
  const erase = dialog.getByRole('button', { name: 'Erase for good' });
  await expect(erase).toBeDisabled();
  await dialog.getByLabel(/^Type/).fill('Pemberton Tools');
  await erase.click();
  await expect(page.getByText('Nothing is left')).toBeVisible({ timeout: 30_000 });
  const rows = page.getByRole('table', { name: 'Erased rows' });
  await expect(rows.getByRole('row').filter({ hasText: /^Invoices/ })).toContainText('20');
  await page.getByRole('link', { name: 'See it in the audit log' }).click();
  await expect(page.getByRole('link', { name: 'had every row of the company erased' })).toBeVisible();
});

test('an operator sees the connection and the audit log of a company, and neither keys nor the way out', async ({
  page,
  organisation,
  signInAs,
}) => {
  const company = await connect(organisation, 'Pemberton Tools');
  await signInAs('operator');
  const shown = await CompanyPage.open(page, company);
  await shown.openAccess();
  await expect(page.getByText('Keys and tokens are shown to the roles admin and owner.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Erase for good' })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Download all data' })).toHaveCount(0);
  await shown.openAudit();
  await expect(page.getByRole('table')).toContainText('connected it');
});
