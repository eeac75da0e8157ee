import { createChain } from '../lib/domain/chains/mutations.ts';
import { createCompany, updateCompany } from '../lib/domain/companies/mutations.ts';
import { getCompanyProfile } from '../lib/domain/companies/profiles.ts';
import { connectorApi, jsonApi } from './arrange/apis.ts';
import { connect, invite, nowIn } from './arrange/companies.ts';
import { offerReferences } from './arrange/profiles.ts';
import { allowWrites, writeContact, writePayment } from './arrange/writes.ts';
import { expect, test } from './fixtures.ts';
import { CompaniesPage } from './pages/companies-page.ts';
import { CompanyPage } from './pages/company-page.ts';
import { toasts } from './pages/toasts.ts';

test('each section is saved by itself; what was stored is shown, and the timeline says who changed what', async ({
  page,
  organisation,
  signInAs,
}) => {
  await offerReferences(organisation);
  const company = await invite(organisation, 'Pemberton Tools');
  const person = await signInAs('operator');
  const shown = await CompanyPage.open(page, company);
  const profile = await shown.openProfile();

  const identity = profile.section('Identity');
  await identity.field('Domain').fill('Pemberton.Example');
  await identity.field('Tax identifier').fill('GB123456789');
  const billing = profile.section('Billing');
  await billing.field('Currency').selectOption({ label: 'GBP · British Pound' });
  await billing.field('Subsidiary').selectOption('Nordic branch');
  await billing.field('Tax rate').selectOption('Standard (19 %)');
  await billing.field('Term of payment').fill('P2DT23H');
  await expect(billing.field('Days to pay')).toHaveValue('2');
  await identity.save();
  await expect(identity.field('Domain')).toHaveValue('pemberton.example');
  // Saving one section takes nothing from another that is still being filled in.
  await expect(billing.field('Term of payment')).toHaveValue('P2DT23H');
  await billing.field('May be invoiced').click();
  await billing.save();

  await page.reload();
  await expect(billing.field('Term of payment')).toHaveValue('P2DT23H');
  await expect(billing.field('Subsidiary')).toHaveValue(/\d+/);
  await expect(billing.field('May be invoiced')).not.toBeChecked();
  await expect(identity.field('Tax identifier')).toHaveValue('GB123456789');
  await billing.field('Days to pay').fill('15');
  await expect(billing.field('Term of payment')).toHaveValue('P15D');
  await billing.field('Days to pay').fill('2');
  await expect(billing.field('Term of payment')).toHaveValue('P2DT23H');
  await billing.field('Days to pay').fill('15');
  await billing.save();

  await shown.openOverview();
  await expect(page.getByText(`${person.name} changed tax identifier and domain`)).toBeVisible();
});

test('what the domain refuses stands under its field, and what was typed stays', async ({
  page,
  organisation,
  signInAs,
}) => {
  const ctx = nowIn(organisation);
  await createCompany(ctx, { name: 'Other', companyCode: 'TAKEN', domain: 'taken.example' });
  const company = await invite(organisation, 'Pemberton Tools');
  await signInAs('operator');
  const profile = await (await CompanyPage.open(page, company)).openProfile();
  const identity = profile.section('Identity');
  await identity.field('Company code').fill('TAKEN');
  await identity.field('Domain').fill('taken.example');
  await identity.send();
  await expect(identity.problem('Company code has already been taken.')).toBeVisible();
  await expect(identity.problem('Domain already taken.')).toBeVisible();
  await expect(identity.field('Company code')).toBeFocused();
  await expect(identity.field('Company code')).toHaveValue('TAKEN');

  await identity.field('Company code').fill('PEMB');
  await identity.press('Discard');
  await expect(identity.field('Domain')).toHaveValue('');
  await expect(identity.problem('Domain')).toHaveCount(0);

  const codes = profile.section('Codes');
  await codes.field('DUNS number').fill('12');
  await codes.send();
  await expect(codes.problem('DUNS number must have 9 digits.')).toBeVisible();
  await codes.field('DUNS number').fill('123456789');
  await codes.save();

  const references = profile.section('References');
  await references.field('Settings').fill('{ "colour": ');
  await references.send();
  await expect(references.problem('Settings is no JSON object')).toBeVisible();
  await references.field('Settings').fill('{ "colour": "blue" }');
  await references.save();
  expect(await getCompanyProfile(ctx, company)).toMatchObject({
    companyCode: expect.not.stringContaining('TAKEN'),
    dunsNumber: '123456789',
    settings: { colour: 'blue' },
  });
});

test('contact data is added, put in another order and removed; the first of each kind is the primary', async ({
  page,
  organisation,
  signInAs,
}) => {
  const company = await invite(organisation, 'Pemberton Tools');
  await signInAs('operator');
  const profile = await (await CompanyPage.open(page, company)).openProfile();
  const contact = profile.section('Contact');
  await contact.press('Add a phone');
  await contact.field('Phone 1').fill('+44 1');
  await contact.press('Add a phone');
  await contact.field('Label of phone 2').fill('Mobile');
  await contact.field('Phone 2').fill('+44 2');
  await contact.press('Add an e-mail');
  await contact.field('E-mail 1').fill('billing@pemberton.example');
  await contact.press('Add an address');
  await contact.field('Street').fill('12 Wharf Road');
  await contact.field('City').fill('Leeds');
  await contact.save();
  const before = (await getCompanyProfile(nowIn(organisation), company)).contact;

  await contact.press('Move phone 2 up');
  await expect(contact.field('Phone 1')).toHaveValue('+44 2');
  await contact.press('Remove e-mail 1');
  await contact.save();
  const after = (await getCompanyProfile(nowIn(organisation), company)).contact;
  expect(after.phones).toEqual(before.phones.toReversed());
  expect(after.emails).toEqual([]);
  expect(after.addresses).toMatchObject([{ billingAddress: '12 Wharf Road', city: 'Leeds' }]);
});

test('tags and custom fields classify a company, and the table of companies is filtered by its tags', async ({
  page,
  organisation,
  signInAs,
}) => {
  await offerReferences(organisation);
  const company = await invite(organisation, 'Pemberton Tools');
  await invite(organisation, 'Untagged');
  await signInAs('operator');
  const profile = await (await CompanyPage.open(page, company)).openProfile();
  const section = profile.section('Classification');
  await section.field('Tags').fill('VIP');
  await section.field('Tags').press('Enter');
  await section.field('Tags').fill('North, vip,');
  await section.field('Region').fill('Yorkshire');
  await section.field('Seats').fill('many');
  await section.field('Plan').selectOption('Payroll');
  await section.field('Books').click();
  await section.field('Customer since').fill('2024-05-01');
  await section.send();
  await expect(section.problem('must be a number')).toBeVisible();
  await section.field('Seats').fill('12');
  await section.save();
  // The same tag in another case is the same tag.
  await expect(section.region.getByRole('list', { name: 'Tags of the company' }).getByRole('listitem')).toHaveText([
    'VIP',
    'North',
  ]);

  const { table } = await CompaniesPage.open(page);
  await expect(table.row('Pemberton Tools')).toContainText('North');
  await table.filter('Tag', 'VIP');
  await expect(table.names).toHaveText(['Pemberton Tools']);
});

test('a mother company is looked for among those of the chain', async ({ page, organisation, signInAs }) => {
  const ctx = nowIn(organisation);
  const chain = await createChain(ctx, { name: 'Elsewhere' });
  await createCompany(ctx, { name: 'Zebra Holding' });
  await createCompany(ctx, { name: 'Zebra Abroad', chainId: chain.id });
  const company = await invite(organisation, 'Pemberton Tools');
  await signInAs('operator');
  const profile = await (await CompanyPage.open(page, company)).openProfile();
  const identity = profile.section('Identity');
  await identity.field('Mother company').click();
  await page.getByRole('searchbox', { name: 'Search companies of the chain' }).fill('zebra');
  const found = page.getByRole('list', { name: 'Companies of the chain' });
  await expect(found.getByRole('button')).toHaveCount(1);
  await found.getByRole('button', { name: 'Zebra Holding' }).click();
  await identity.save();
  await page.reload();
  await expect(identity.field('Mother company')).toHaveText('Zebra Holding');
  await identity.press('Remove the mother company');
  await identity.save();
  await expect(identity.field('Mother company')).toHaveText('None');
});

test('every field says what the APIs call it, and a viewer reads the profile without a form', async ({
  page,
  organisation,
  signInAs,
}) => {
  const company = await invite(organisation, 'Pemberton Tools');
  await updateCompany(nowIn(organisation), {
    companyId: company.companyId,
    changes: { vat: 'GB1', tagList: ['VIP'], contact: { phones: [{ name: 'Office', value: '+44 1' }] } },
  });
  await signInAs('viewer');
  const profile = await (await CompanyPage.open(page, company)).openProfile();
  const identity = profile.section('Identity');
  await expect(identity.region).toContainText('JSON:API vat · Connector API TaxIdentifier');
  await expect(identity.region).toContainText('Core API companyName');
  await expect(identity.region.getByText('GB1')).toBeVisible();
  await expect(profile.section('Contact').region).toContainText('+44 1 · Office');
  await expect(page.getByText('Changing it needs the role operator, admin or owner.')).toBeVisible();
  await expect(page.getByRole('main').getByRole('textbox')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Save' })).toHaveCount(0);
});

test('archive, restore and a change through each API say so in the timeline, with their token', async ({
  page,
  organisation,
  signInAs,
  baseURL,
}) => {
  const company = await invite(organisation, 'Pemberton Tools');
  const { uuid } = await getCompanyProfile(nowIn(organisation), company);
  const jsonapi = await jsonApi(organisation, baseURL ?? '', 'Billing portal');
  const connector = await connectorApi(organisation, baseURL ?? '', 'Front desk');
  await jsonapi.changeCompany(company.companyId, { vat: 'GB1' });
  await connector('delete', { CompanyIds: [uuid] });
  await jsonapi.restoreCompany(company.companyId);
  await signInAs('viewer');
  const shown = await CompanyPage.open(page, company);
  const entry = (words: string) => shown.changes.getByRole('listitem').filter({ hasText: words });
  await expect(entry('Billing portal changed tax identifier')).toContainText('an access token, through the JSON:API');
  await expect(entry('Front desk archived the company')).toContainText('an access token, through the Connector API');
  await expect(entry('Billing portal restored the company')).toContainText('an access token, through the JSON:API');
});

test('the syncs of a company are its reads and its writes; a write says what became of each record', async ({
  page,
  organisation,
  signInAs,
}) => {
  const company = await connect(organisation, 'Pemberton Tools');
  await allowWrites(organisation, company);
  await writeContact(organisation, company, 'Zebra Interiors');
  await writePayment(organisation, company, { invoiceId: 'no-such-invoice', amount: 25.5 });
  await signInAs('operator');
  const syncs = await (await CompanyPage.open(page, company)).openSyncs();
  await expect(syncs.runs.filter({ hasText: 'Write' })).toHaveCount(2);
  await expect(syncs.runs.filter({ hasText: 'Done' })).toHaveCount(2, { timeout: 30_000 });
  await syncs.filterBy('Reads');
  await expect(syncs.runs).toHaveCount(1);
  await syncs.filterBy('Writes');
  await expect(syncs.runs).toHaveCount(2);
  await page.reload();
  await expect(syncs.runs).toHaveCount(2);

  const refused = await syncs.openNewest();
  await expect(refused.written).toHaveCount(1);
  await expect(refused.written.first()).toContainText('Payment of 25.5 for invoice no-such-invoice');
  await expect(refused.written.first()).toContainText('Failed');
  await page.goBack();
  await syncs.runs.nth(1).getByRole('link').click();
  await expect(refused.written.first()).toContainText('New contact Zebra Interiors');
  await expect(refused.written.first()).toContainText('Written');
  await refused.written.first().getByText('What was done').click();
  await expect(refused.written.first()).toContainText('Sandbox took it.');
});

test('archive and restore in the console say so in the timeline, and the profile can be filled in again', async ({
  page,
  organisation,
  signInAs,
}) => {
  const company = await invite(organisation, 'Pemberton Tools');
  const person = await signInAs('operator');
  const companies = await CompaniesPage.open(page);
  await companies.archive(company.name);
  await expect(toasts(page)).toContainText('Pemberton Tools is archived');
  const shown = await CompanyPage.open(page, company);
  await expect(page.getByText(`${person.name} archived the company`)).toBeVisible();
  await shown.restore();
  await expect(page.getByText(`${person.name} restored the company`)).toBeVisible();
  await (await shown.openProfile()).section('Codes').field('IATA').fill('LBA');
});
