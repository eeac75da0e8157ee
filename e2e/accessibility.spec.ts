import { createCompany } from '../lib/domain/companies/mutations.ts';
import { createMemberInvitation } from '../lib/domain/member-invitations/mutations.ts';
import { createResetLink } from '../lib/domain/passwords/mutations.ts';
import { createReference } from '../lib/domain/reference-data/mutations.ts';
import { createWebhook } from '../lib/domain/webhooks/mutations.ts';
import { sendTestEvent } from '../lib/domain/webhooks/sending.ts';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.ts';
import { signInElsewhere } from './arrange/another-company.ts';
import { makeBook, setFaults } from './arrange/books.ts';
import { brand } from './arrange/branding.ts';
import { connect, invite, nowIn } from './arrange/companies.ts';
import { makePerson } from './arrange/organisations.ts';
import { offerReferences } from './arrange/profiles.ts';
import { fail } from './arrange/troubles.ts';
import { allowWrites, writeContact } from './arrange/writes.ts';
import { expect, test } from './fixtures.ts';
import { AccessTokensPage } from './pages/access-tokens-page.ts';
import { BulkBar } from './pages/bulk-bar.ts';
import { choose } from './pages/choose.ts';
import { CommandMenu } from './pages/command-menu.ts';
import { CompanyPage } from './pages/company-page.ts';
import { ConnectPage } from './pages/connect-page.ts';
import { FaultLabPage } from './pages/fault-lab-page.ts';
import { MembersPage } from './pages/members-page.ts';
import { OverviewPage } from './pages/overview-page.ts';
import { SettingsPage } from './pages/settings-page.ts';
import { SyncDefaultsPage } from './pages/sync-defaults-page.ts';
import { WebhooksPage } from './pages/webhooks-page.ts';

// Each page is looked at several times over.
test.slow();

test('sign-in and its errors', async ({ page }) => {
  await page.goto('/sign-in');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByLabel('E-mail')).toHaveAttribute('aria-invalid', 'true');
  await expectAccessible(page);
});

// A few rows are as good as fifty, and quicker to look through.
for (const [path, heading] of [
  ['/', 'Overview'],
  ['/companies?q=ha', 'Companies'],
  ['/invite-links?q=ha', 'Invite links'],
  ['/syncs?status=PARTIAL_SUCCESS', 'Syncs'],
  ['/api-keys', 'API keys'],
  ['/audit?about=organisation', 'Audit'],
  ['/webhooks', 'Webhooks'],
  ['/access-tokens', 'Access tokens'],
  ['/settings/sync-defaults/tryton', 'Settings'],
  ['/settings/chains', 'Settings'],
  ['/settings/branding', 'Settings'],
] as const) {
  test(`${heading} of the demo: ${path}`, async ({ page, signInToDemo }) => {
    await signInToDemo();
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
    await expect(page.getByRole('status', { name: 'Loading' })).toHaveCount(0);
    if (path === '/') await expect(page.locator('[data-slot=chart-bar]').first()).toBeVisible();
    await expectAccessible(page);
    await page.setViewportSize({ width: 375, height: 800 });
    await expectAccessible(page, ['light']);
    await expectNoSidewaysScroll(page);
  });
}

for (const path of ['/api-reference', '/api-reference/jsonapi', '/api-reference/connector']) {
  test(`the reference of an API: ${path}`, async ({ page, signInToDemo }) => {
    await signInToDemo();
    await page.goto(path);
    await expect(page.getByRole('navigation', { name: 'Operations' }).getByRole('button').first()).toBeVisible();
    await expectAccessible(page);
    await page.setViewportSize({ width: 375, height: 800 });
    await expectAccessible(page, ['light']);
    await expectNoSidewaysScroll(page);
  });
}

test('the command menu: before anything is typed, with what was found, and with requests to copy', async ({
  page,
  signInToDemo,
}) => {
  await signInToDemo();
  await page.goto('/companies');
  const menu = await CommandMenu.open(page);
  await expectAccessible(page);
  await menu.input.fill('harbour');
  await expect(menu.option('Harbour & Lane Trading Sandbox')).toBeVisible();
  await expectAccessible(page);
  await menu.run('curl', 'Copy as curl…');
  await expect(menu.option(/^List companies/).first()).toBeVisible();
  await expectAccessible(page);
});

test('every tab of a company', async ({ page, organisation, signInAs }) => {
  const company = await connect(organisation, 'Pemberton Tools');
  await setFaults(company.book, [{ kind: 'permission_denied', model: 'payments' }]);
  await signInAs('owner');
  const shown = await CompanyPage.open(page, company);
  await shown.syncNow();
  await expect(shown.health).toContainText('Who must act?');
  await expect(shown.health).toContainText('Your customer', { timeout: 30_000 });
  await expectAccessible(page);
  await shown.openModels();
  await expectAccessible(page);
  const syncs = await shown.openSyncs();
  await expectAccessible(page);
  await syncs.openNewest();
  await expectAccessible(page);
  const contacts = await shown.openContacts();
  await expectAccessible(page);
  const name = (await contacts.table.names.first().textContent()) ?? '';
  await expect(await contacts.openContact(name)).toContainText('Changed');
  await expectAccessible(page);
});

test('the records of a company, its access and audit, and what a switch touches', async ({
  page,
  organisation,
  signInAs,
}) => {
  const company = await connect(organisation, 'Pemberton Tools');
  await allowWrites(organisation, company);
  await signInAs('owner');
  const shown = await CompanyPage.open(page, company);
  const invoices = await shown.openInvoices();
  await expectAccessible(page);
  await expect(await invoices.open((await invoices.table.names.first().textContent()) ?? '')).toContainText(
    'First read',
  );
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'New payment', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Check with Sandbox' })).toBeVisible();
  await expectAccessible(page);
  await shown.openRecords('Accounts');
  await expectAccessible(page);
  await shown.openAccess();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Erase for good' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await shown.openAudit();
  await expectAccessible(page);
  const models = await shown.openModels();
  await models.toggle('Contacts').click();
  await expect(models.question('Contacts', 'off')).toContainText('all of them kept');
  await expectAccessible(page);
});

test('another company that is to be confirmed, on the overview and at the company', async ({
  page,
  organisation,
  otherBrowser,
  signInAs,
}) => {
  const company = await connect(organisation, 'Pemberton Tools');
  const proposed = await signInElsewhere(await otherBrowser(), company);
  await signInAs('operator');
  const confirm = page.getByRole('main').getByRole('button', { name: `Confirm ${proposed}` });
  for (const path of ['/', `/companies/${company.companyId}`]) {
    await page.goto(path);
    await expect(confirm).toBeVisible();
    await expectAccessible(page);
  }
  await confirm.click();
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await expectAccessible(page);
});

test('the fault lab, its form, and a fault that is on', async ({ page, organisation, signInAs }) => {
  const company = await connect(organisation, 'Pemberton Tools');
  await signInAs('admin');
  const lab = await FaultLabPage.open(page);
  await expect(page.getByText('No fault is on')).toBeVisible();
  await expectAccessible(page);
  const form = await lab.choose();
  await form.submit();
  await expect(form.dialog).toContainText('Choose the company that is to meet it');
  await expectAccessible(page);
  await form.pick(company.name);
  await form.switchOn();
  await expect(lab.company(company.name)).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 375, height: 800 });
  await expectAccessible(page, ['light']);
  await expectNoSidewaysScroll(page);
});

test('a profile, with fields that were refused and as text, and a write', async ({ page, organisation, signInAs }) => {
  await offerReferences(organisation);
  const company = await connect(organisation, 'Pemberton Tools');
  await allowWrites(organisation, company);
  await writeContact(organisation, company, 'Zebra Interiors');
  await signInAs('operator');
  const shown = await CompanyPage.open(page, company);
  const profile = await shown.openProfile();
  const contact = profile.section('Contact');
  for (const one of ['Add a phone', 'Add a phone', 'Add an address']) await contact.press(one);
  await contact.field('Phone 1').fill('+44 1');
  await contact.save();
  const codes = profile.section('Codes');
  await codes.field('DUNS number').fill('12');
  await codes.send();
  await expect(codes.problem('DUNS number')).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 375, height: 800 });
  await expectAccessible(page, ['light']);
  await expectNoSidewaysScroll(page);
  const syncs = await shown.openSyncs();
  await syncs.filterBy('Writes');
  const run = await syncs.openNewest();
  await run.written.first().getByText('What was done').click();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await signInAs('viewer');
  await (await CompanyPage.open(page, company)).openProfile();
  await expectAccessible(page);
});

test('dialogs and menus', async ({ page, organisation, signInAs }) => {
  const company = await connect(organisation, 'Pemberton Tools');
  await signInAs('owner');
  const dialog = await (await OverviewPage.open(page)).inviteCompany();
  await dialog.submit();
  await expect(dialog.companyName).toHaveAttribute('aria-invalid', 'true');
  await expectAccessible(page);
  await dialog.fillCompany({ companyName: 'Another one' });
  await page.getByRole('switch', { name: 'As the sync defaults have it' }).click();
  await expectAccessible(page);
  await dialog.fillData({ companyName: 'Another one' });
  await expectAccessible(page);
  await dialog.submit();
  await expect(dialog.link).toBeVisible();
  await expectAccessible(page);
  const shown = await CompanyPage.open(page, company);
  await shown.act('Disconnect');
  await expect(shown.question('Disconnect Pemberton Tools?')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  const models = await shown.openModels();
  await models.edit('Contacts');
  await expectAccessible(page);
});

test('the settings, their forms, and a refusal', async ({ page, organisation, signInAs }) => {
  const ctx = nowIn(organisation);
  const { id } = await createReference(ctx, { kind: 'tax-rate', name: 'Standard', percentage: '19' });
  await createCompany(ctx, { name: 'Pemberton Tools', defaultTaxRateId: id });
  await signInAs('owner');
  const settings = await SettingsPage.open(page);
  const rates = await settings.part('Tax rates');
  await expectAccessible(page);
  await expect(await rates.delete('Standard')).toContainText('It was not deleted');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  const projects = await settings.part('Projects');
  await expectAccessible(page, ['light']);
  const project = await projects.add('Add a project');
  await project.submit();
  await expect(project.name).toHaveAttribute('aria-invalid', 'true');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  const fields = await settings.part('Custom fields');
  const field = await fields.add('Add a field');
  await field.dialog.getByLabel('Type').selectOption({ label: 'Several of a list' });
  await expectAccessible(page);
});

test('the dialogs of sync defaults and access tokens', async ({ page, signInAs }) => {
  await signInAs('owner');
  const defaults = await SyncDefaultsPage.open(page, 'Sandbox');
  const dialog = await defaults.edit('Invoices');
  await expectAccessible(page);
  await dialog.interval.fill('3');
  await dialog.proceed();
  await expect(dialog.audience('Connected companies too')).toBeVisible();
  await expectAccessible(page);
  const tokens = await AccessTokensPage.open(page);
  const token = await tokens.create();
  await token.choose('Connector');
  await expectAccessible(page);
  await token.name.fill('Desk');
  await token.submit();
  await expect(token.dialog.getByRole('textbox', { name: 'Client token' })).toBeVisible();
  await expectAccessible(page);
  await token.done();
  await expectAccessible(page);
});

test('webhooks, their form, and a delivery that was refused', async ({ page, organisation, signInAs }) => {
  const { webhook } = await createWebhook(nowIn(organisation), {
    name: 'Billing service',
    url: 'http://127.0.0.1:9/hooks',
    webhookType: 'SYNC_COMPLETED',
  });
  const { deliveryId } = await sendTestEvent(nowIn(organisation), { webhookId: webhook.id });
  await signInAs('owner');
  const webhooks = await WebhooksPage.open(page);
  await expectAccessible(page);
  const dialog = await webhooks.edit('Billing service');
  await dialog.name.fill('');
  await dialog.submit();
  await expect(dialog.name).toHaveAttribute('aria-invalid', 'true');
  await expectAccessible(page);
  await page.goto(`/webhooks/deliveries/${deliveryId}`);
  await expect(page.getByText('is a private address').first()).toBeVisible();
  await expectAccessible(page);
  await page.goto('/webhooks/deliveries');
  await expect(page.getByText('1 delivery')).toBeVisible();
  await expectAccessible(page);
  const bar = new BulkBar(page, 'deliveries');
  await bar.choosePage();
  await expect(await bar.ask('Replay')).toContainText('will be sent again');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 375, height: 800 });
  await expectAccessible(page, ['light']);
  await expectNoSidewaysScroll(page);
});

test('the connect page at every step', async ({ page, organisation }) => {
  const book = await makeBook();
  const company = await invite(organisation, 'Pemberton Tools', { integrationCategory: 'ACCOUNTING' });
  const connectPage = await ConnectPage.open(page, company.url);
  await expect(connectPage.heading('Choose your platform')).toBeVisible();
  await expectAccessible(page);
  const form = await connectPage.choosePlatform('Sandbox');
  await form.submit();
  await form.problemOf('Secret', /required/i);
  await expectAccessible(page);

  await setFaults(book, [{ kind: 'slow', delayMs: 8000, model: 'contacts' }]);
  const { companyKey, secret } = book.credentials;
  const firstSync = await (await form.connect({ 'Company key': companyKey, Secret: secret })).shown();
  await expectAccessible(page);
  await firstSync.done();
  await expectAccessible(page);
});

test('the connect page in an organisation’s colours and another language', async ({ page, organisation }) => {
  await brand(organisation);
  const company = await connect(organisation, 'Pemberton Tools');
  const connectPage = await ConnectPage.open(page, company.url);
  await connectPage.chooseLanguage('हिन्दी');
  await expect(page.locator('html')).toHaveAttribute('lang', 'hi');
  await expectAccessible(page);
});

test('a closed link, and a page that is not there', async ({ page, expectedErrors }) => {
  expectedErrors.push(/status of 404/);
  await page.goto('/connect/0b8f4f36-60c7-4f3c-9c8e-2f7c1a0b9d11');
  await expectAccessible(page);
  await page.goto('/no-such-page');
  await expectAccessible(page);
});

test('incidents, the message to a customer and the timeline', async ({ page, organisation, signInAs }) => {
  const companies = [await connect(organisation, 'Finch & Daughters'), await connect(organisation, 'Pemberton Tools')];
  await fail(companies, 'credentials', { to: 'EXPIRED' });
  await signInAs('owner');
  await OverviewPage.open(page);
  await expect(page.getByRole('link', { name: 'Write to 2 customers' })).toBeVisible();
  await page.getByRole('button', { name: 'Notify me' }).click();
  await expect(page.getByRole('switch', { name: 'Mail me new incidents' })).toBeVisible();
  await expectAccessible(page);
  await page.goto('/incidents');
  await expect(page.getByRole('link', { name: 'Sign-in refused' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Sign-in refused' }).click();
  await page.getByRole('button', { name: 'Write to customer: Pemberton Tools' }).click();
  await expect(page.getByLabel('Subject')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expectAccessible(page);
  await CompanyPage.open(page, { companyId: companies[0]?.companyId ?? 0, name: 'Finch & Daughters' });
  await expect(page.getByRole('list', { name: 'Timeline' })).toBeVisible();
  await expectAccessible(page);
});

test('choosing companies, what is asked of them, and what came of it', async ({ page, organisation, signInAs }) => {
  await invite(organisation, 'Chosen One');
  await signInAs('operator');
  await page.goto('/companies');
  await page.getByRole('checkbox', { name: 'Choose Chosen One' }).click();
  await expectAccessible(page);
  await page.setViewportSize({ width: 375, height: 800 });
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.getByRole('button', { name: 'Archive', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('1 company will be archived.');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Archive' }).click();
  await expect(dialog).toContainText('1 archived', { timeout: 30_000 });
  await expectAccessible(page);
  await dialog.getByRole('link', { name: 'What came of each company' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Archive, 1 company' })).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 375, height: 800 });
  await expectNoSidewaysScroll(page);
  await page.goto('/companies/bulk-actions');
  await expect(page.getByRole('heading', { level: 1, name: 'Bulk actions' })).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});

test('a view of a list that is being kept', async ({ page, organisation, signInAs }) => {
  await invite(organisation, 'Viewed Ltd');
  await signInAs('operator');
  await page.goto('/companies?q=viewed');
  await choose(page.getByRole('button', { name: 'Views' }), 'Save as a view…');
  await expect(page.getByRole('dialog', { name: 'Save as a view' })).toBeVisible();
  await expectAccessible(page);
});

test('organisation, members with an invitation and their dialogs, and security', async ({
  page,
  organisation,
  signInAs,
}) => {
  await makePerson(organisation, 'viewer');
  await createMemberInvitation(nowIn(organisation), { email: 'nora@example.com', role: 'operator' });
  await signInAs('owner');
  await (await SettingsPage.open(page)).part('Organisation');
  await expectAccessible(page);
  const members = await MembersPage.open(page);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Invite a member' }).click();
  await expect(members.dialog).toBeVisible();
  await expectAccessible(page, ['light']);
  await page.goto('/settings/security');
  await expect(page.getByRole('table', { name: 'Your sessions' })).toBeVisible();
  await expect(page.getByText('Sealing key')).toBeVisible();
  await expectAccessible(page);
});

test('the ways in: joining, a new password, a forgotten one', async ({ page, organisation }) => {
  const ctx = nowIn(organisation);
  const invitation = await createMemberInvitation(ctx, {
    email: `nora-${organisation.id}@example.com`,
    role: 'viewer',
  });
  const reset = await createResetLink(ctx, await makePerson(organisation, 'viewer'));
  for (const { url, title } of [
    { url: invitation.url, title: `Join ${organisation.name}` },
    { url: '/join/lm_cut-off', title: 'There is no such invitation' },
    { url: reset.url, title: 'Choose a new password' },
    { url: '/forgot-password', title: 'Forgot your password?' },
  ]) {
    await page.goto(url);
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await expectAccessible(page);
  }
});
