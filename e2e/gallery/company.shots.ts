import { signInElsewhere } from '../arrange/another-company.ts';
import { setFaults } from '../arrange/books.ts';
import { connect, invite } from '../arrange/companies.ts';
import { offerReferences } from '../arrange/profiles.ts';
import { allowWrites, writeContact } from '../arrange/writes.ts';
import { CompanyPage } from '../pages/company-page.ts';
import { test } from './shoot.ts';

test('a company that works, tab by tab', async ({ page, organisation, signInAs, visit, shoot }) => {
  await offerReferences(organisation);
  const company = await connect(organisation, 'Pemberton Tools');
  await allowWrites(organisation, company);
  await writeContact(organisation, company, 'Zebra Interiors');
  await signInAs('owner');
  for (const tab of ['', 'models', 'syncs', 'contacts', 'invoices', 'profile', 'access', 'audit']) {
    await visit(`/companies/${company.companyId}/${tab}`);
    await shoot('company', tab || 'overview');
  }
  for (const part of [
    'invoices/payments',
    'invoices/sent',
    'invoices/new-payment',
    'records/accounts',
    'records/bills',
  ]) {
    await visit(`/companies/${company.companyId}/${part}`);
    await shoot('company', part.replace('/', ' '));
  }
  await visit(`/companies/${company.companyId}/invoices?q=INV`);
  await shoot('company', 'invoices found');
  const shown = await CompanyPage.open(page, company);
  const contacts = await shown.openContacts();
  const name = (await contacts.table.names.first().textContent()) ?? '';
  await contacts.openContact(name);
  await shoot('company', 'contact', 'window');
  await page.keyboard.press('Escape');
  const invoices = await shown.openInvoices();
  await invoices.open((await invoices.table.names.first().textContent()) ?? '');
  await shoot('company', 'invoice', 'window');
  await page.keyboard.press('Escape');
  const models = await shown.openModels();
  await models.toggle('Contacts').click();
  await models.question('Contacts', 'off').getByText('all of them kept').waitFor();
  await shoot('company', 'switch', 'window');
  await page.keyboard.press('Escape');
  const syncs = await shown.openSyncs();
  await syncs.openNewest();
  await shoot('company', 'run');
  await shown.act('Disconnect');
  await shown.question('Disconnect Pemberton Tools?').waitFor();
  await shoot('company', 'question', 'window');
});

test('a company that fails', async ({ page, organisation, signInAs, shoot }) => {
  const company = await connect(organisation, 'Pemberton Tools');
  await setFaults(company.book, [{ kind: 'permission_denied', model: 'payments' }]);
  await signInAs('owner');
  const shown = await CompanyPage.open(page, company);
  await shown.syncNow();
  await shown.health.getByText('Your customer').first().waitFor({ timeout: 30_000 });
  await shoot('company', 'failing');
});

test('a company whose customer signed in to another one', async ({
  organisation,
  otherBrowser,
  signInAs,
  visit,
  shoot,
}) => {
  const company = await connect(organisation, 'Pemberton Tools');
  await signInElsewhere(await otherBrowser(), company);
  await signInAs('owner');
  await visit('/');
  await shoot('overview', 'to confirm');
  await visit(`/companies/${company.companyId}`);
  await shoot('company', 'to confirm');
});

test('a company that nobody connected', async ({ organisation, signInAs, visit, shoot }) => {
  const company = await invite(organisation, 'Pemberton Tools');
  await signInAs('owner');
  for (const tab of ['', 'models', 'syncs', 'contacts']) {
    await visit(`/companies/${company.companyId}/${tab}`);
    await shoot('company-unconnected', tab || 'overview');
  }
});

test('a company for who may only look', async ({ organisation, signInAs, visit, shoot }) => {
  const company = await connect(organisation, 'Pemberton Tools');
  await signInAs('viewer');
  for (const tab of ['', 'models', 'profile']) {
    await visit(`/companies/${company.companyId}/${tab}`);
    await shoot('company-viewer', tab || 'overview');
  }
});
