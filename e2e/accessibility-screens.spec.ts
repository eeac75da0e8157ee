import { createMemberInvitation } from '../lib/domain/member-invitations/mutations.ts';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.ts';
import { connect, expire, invite, nowIn, revokeLink } from './arrange/companies.ts';
import { makePerson } from './arrange/organisations.ts';
import { allowWrites } from './arrange/writes.ts';
import { expect, test } from './fixtures.ts';
import { ApiKeysPage } from './pages/api-keys-page.ts';
import { ConnectedPage, ConnectPage } from './pages/connect-page.ts';
import { InviteLinksPage } from './pages/invite-links-page.ts';
import { MembersPage } from './pages/members-page.ts';

// Each page is looked at several times over.
test.slow();

test('the parts of the settings that have no test of their own', async ({ page, signInAs }) => {
  await signInAs('owner');
  for (const part of ['sync-defaults', 'subsidiaries', 'document-types']) {
    await page.goto(`/settings/${part}`);
    await expect(page.getByRole('heading', { level: 2 })).toBeVisible();
    await expectAccessible(page);
  }
});

test('what a role can not see says so', async ({ page, signInAs }) => {
  await signInAs('operator');
  for (const path of ['/api-keys', '/access-tokens', '/settings/fault-lab']) {
    await page.goto(path);
    await expect(page.getByText(/^Your role can't see/)).toBeVisible();
    await expectAccessible(page);
  }
  await page.setViewportSize({ width: 375, height: 800 });
  await expectNoSidewaysScroll(page);
});

test('what is not there, or can not be had', async ({ page, signInToDemo, expectedErrors }) => {
  expectedErrors.push(/status of (404|500)/);
  await signInToDemo();
  for (const path of ['/companies/999999999', '/incidents/0197b2d0-6c1e-7c2e-8a54-0d2f4f1f7e11', '/settings/nothing']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { name: /^There (is|are) no/ })).toBeVisible();
    await expectAccessible(page);
  }
  await page.goto('/companies');
  await page.route('**/api/internal/companies?*', (route) =>
    route.fulfill({ status: 500, json: { message: 'Something went wrong', requestId: 'b1e4c0de' } }),
  );
  await page.getByRole('searchbox').fill('a');
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
  await expectAccessible(page);
});

test('the lists of payments, what was sent, and the record of an erasure', async ({ page, organisation, signInAs }) => {
  const company = await connect(organisation, 'Pemberton Tools');
  await allowWrites(organisation, company);
  await signInAs('owner');
  for (const part of ['payments', 'sent']) {
    await page.goto(`/companies/${company.companyId}/invoices/${part}`);
    await expect(page.getByRole('status', { name: 'Loading' })).toHaveCount(0);
    await expectAccessible(page);
  }
  await page.goto(`/companies/${company.companyId}/access`);
  await page.getByRole('button', { name: 'Erase for good' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Type/).fill(company.name);
  await dialog.getByRole('button', { name: 'Erase for good' }).click();
  await expect(page.getByText('Nothing is left')).toBeVisible({ timeout: 30_000 });
  await expectAccessible(page);
});

test('the dialogs of an invite link: its code, more time, and an end', async ({ page, organisation, signInAs }) => {
  await invite(organisation, 'Westlake Storage');
  await signInAs('operator');
  const links = await InviteLinksPage.open(page);
  const dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'));
  for (const action of ['Show as QR code', 'Extend', 'Revoke'] as const) {
    await links.act('Westlake Storage', action);
    await expect(dialog).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  }
});

test('the dialogs of an API key: made, shown this once, rotated, revoked', async ({ page, signInAs }) => {
  await signInAs('admin');
  await ApiKeysPage.open(page);
  const dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'));
  await page.getByRole('button', { name: 'Create key' }).first().click();
  await dialog.getByLabel('Name').fill('Billing');
  await dialog.getByRole('radio', { name: 'Only some' }).check();
  await expectAccessible(page);
  await dialog.getByRole('radio', { name: 'Every company' }).check();
  await dialog.getByRole('button', { name: 'Create key' }).click();
  await expect(dialog.getByRole('textbox', { name: 'API key' })).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Done' }).click();
  for (const verb of ['Rotate', 'Revoke']) {
    await page.getByRole('button', { name: `${verb} Billing` }).click();
    await expect(dialog).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  }
});

test('the dialogs of a member: role, reset link, and the end of it', async ({ page, organisation, signInAs }) => {
  const operator = await makePerson(organisation, 'operator');
  await createMemberInvitation(nowIn(organisation), { email: 'nora@example.com', role: 'operator' });
  await signInAs('owner');
  const members = await MembersPage.open(page);
  const dialog = members.dialog.or(members.question);
  for (const action of ['Change role', 'Make a reset link', 'Remove']) {
    await members.act(operator.name, action);
    await expect(dialog).toBeVisible();
    await expectAccessible(page);
    if (action === 'Make a reset link') {
      await dialog.getByRole('button', { name: 'Make the link' }).click();
      await expect(dialog.getByLabel('Reset link', { exact: true })).toBeVisible();
      await expectAccessible(page);
    }
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  }
});

test('an entry of the audit log', async ({ page, organisation, signInAs }) => {
  await invite(organisation, 'Westlake Storage');
  await signInAs('owner');
  await page.goto('/audit');
  await page.getByRole('table').getByRole('link').first().click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectAccessible(page);
});

test('what a customer meets at the end of a link, in two languages', async ({ page, organisation }) => {
  const late = await invite(organisation, 'Westlake Storage');
  await expire(late);
  const withdrawn = await invite(organisation, 'Yellowfin Seafood');
  await revokeLink(organisation, withdrawn);
  const open = await invite(organisation, 'Pemberton Tools', { integrationCategory: 'ACCOUNTING' });
  for (const url of [late.url, withdrawn.url, open.url]) {
    const shown = await ConnectPage.open(page, url);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(page);
    if (url !== open.url) continue;
    await shown.chooseLanguage('Deutsch');
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');
    await expectAccessible(page);
    await page.getByRole('link', { name: /^Sandbox/ }).click();
    await expect(page.getByRole('textbox').first()).toBeVisible();
    await expectAccessible(page);
  }
  const connected = await connect(organisation, 'Fernwood Books');
  await ConnectPage.open(page, connected.url);
  await page.getByRole('main').getByRole('combobox').selectOption({ label: 'English' });
  await new ConnectedPage(page, 'Sandbox').shown();
  await page.getByRole('button', { name: 'Disconnect' }).click();
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await expectAccessible(page);
});
