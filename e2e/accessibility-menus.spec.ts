import { expectAccessible } from './accessible.ts';
import { connect, invite } from './arrange/companies.ts';
import { joinOrganisation, makeOrganisation } from './arrange/organisations.ts';
import { allowWrites } from './arrange/writes.ts';
import { expect, test } from './fixtures.ts';
import { BulkBar } from './pages/bulk-bar.ts';
import { OpenMenu } from './pages/open-menu.ts';

// Each page is looked at several times over.
test.slow();

test('every menu of a list: display, filters, views, a row, chosen rows', async ({ page, organisation, signInAs }) => {
  await connect(organisation, 'Pemberton Tools');
  await signInAs('operator');
  await page.goto('/companies');
  for (const name of ['Display', 'Health', 'Views', 'Actions for Pemberton Tools']) {
    const menu = await OpenMenu.of(page, name);
    await expectAccessible(page);
    await menu.close();
  }
  const menu = await OpenMenu.of(page, 'Health');
  await menu.item('Healthy').click();
  await menu.close();
  await expect(page.getByRole('button', { name: 'Health Healthy' })).toBeVisible();
  await expectAccessible(page, ['light']);
  await new BulkBar(page).choosePage();
  await OpenMenu.of(page, 'More');
  await expectAccessible(page);
});

test('a menu that is longer than the window is scrolled by keys', async ({ page, organisation, signInAs }) => {
  await invite(organisation, 'Pemberton Tools');
  await signInAs('operator');
  await page.setViewportSize({ width: 1280, height: 320 });
  await page.goto('/companies');
  const menu = await OpenMenu.of(page, 'Display');
  await expectAccessible(page);
  await page.keyboard.press('End');
  await expect(menu.item('500')).toBeFocused();
  await expect(menu.item('500')).toBeInViewport();
});

test('the menus of the frame: the account, the organisations, on a phone too', async ({
  page,
  organisation,
  signInAs,
}) => {
  const person = await signInAs('viewer');
  await joinOrganisation(person, await makeOrganisation('Southgate Partners'), 'viewer');
  await page.goto('/');
  for (const name of [/^Account of/, `Organisation ${organisation.name}, switch`]) {
    const menu = await OpenMenu.of(page, name);
    await expectAccessible(page);
    await menu.close();
  }
  await page.setViewportSize({ width: 375, height: 800 });
  await page.getByRole('button', { name: 'Open menu' }).click();
  await expect(page.getByRole('dialog', { name: 'Menu' })).toBeVisible();
  await expectAccessible(page);
  await OpenMenu.of(page, `Organisation ${organisation.name}, switch`);
  await expectAccessible(page);
});

test('what explains itself when it is pointed at', async ({ page, organisation, signInAs }) => {
  await connect(organisation, 'Pemberton Tools');
  await signInAs('viewer');
  await page.goto('/syncs');
  await page.getByRole('button', { name: 'Fold sidebar' }).click();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Companies' }).hover();
  await expect(page.getByRole('tooltip')).toHaveText('Companies');
  await expectAccessible(page);
});

test('the panels that open at their button: a payment’s invoice, a mother company', async ({
  page,
  organisation,
  signInAs,
}) => {
  const company = await connect(organisation, 'Pemberton Tools');
  await allowWrites(organisation, company);
  await signInAs('operator');
  await page.goto(`/companies/${company.companyId}/invoices/new-payment`);
  await page.getByLabel('Invoice', { exact: true }).click();
  await expect(page.getByRole('dialog').getByRole('listitem').first()).toBeVisible();
  await expectAccessible(page);
  await page.goto(`/companies/${company.companyId}/profile`);
  await page.getByLabel('Mother company', { exact: true }).click();
  await expect(page.getByRole('dialog').getByRole('searchbox')).toBeVisible();
  await expectAccessible(page);
});

test('the menus of a company: its own, a model’s', async ({ page, organisation, signInAs }) => {
  const company = await connect(organisation, 'Pemberton Tools');
  await signInAs('operator');
  await page.goto(`/companies/${company.companyId}/models`);
  for (const name of ['Actions', 'Actions for contacts']) {
    const menu = await OpenMenu.of(page, name);
    await expectAccessible(page);
    await menu.close();
  }
});
