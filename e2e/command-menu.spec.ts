import { addContact, makeBook } from './arrange/books.ts';
import { connect, invite } from './arrange/companies.ts';
import { expect, test } from './fixtures.ts';
import { CommandMenu } from './pages/command-menu.ts';
import { CompaniesPage } from './pages/companies-page.ts';
import { CompanyPage } from './pages/company-page.ts';
import { OverviewPage } from './pages/overview-page.ts';

test('it leads to a company, a contact and a screen by name, and gives the focus back', async ({
  page,
  organisation,
  signInAs,
}) => {
  const book = await makeBook({ contacts: 3 });
  await addContact(book, { name: 'Zebra Interiors' });
  const company = await connect(organisation, 'Pemberton Tools', { book });
  await signInAs('viewer');
  await OverviewPage.open(page);
  await (await CommandMenu.open(page)).run('pember', 'Pemberton Tools Sandbox');
  await new CompanyPage(page, 'Pemberton Tools').shown();
  await (await CommandMenu.open(page)).run('zebra', /^Zebra Interiors/);
  await expect(page.getByRole('dialog', { name: 'Zebra Interiors' })).toBeVisible();
  await page.keyboard.press('Escape');
  await (await CommandMenu.open(page)).run('tax rates', 'Settings: Tax rates');
  await expect(page).toHaveURL(/\/settings\/tax-rates$/);

  const field = page.getByRole('button', { name: 'Search or do anything' });
  await field.click();
  await new CommandMenu(page).input.press('Escape');
  await expect(new CommandMenu(page).dialog).toHaveCount(0);
  await expect(field).toBeFocused();
  await (await CommandMenu.open(page)).run(String(company.companyId), 'Pemberton Tools Sandbox');
  await new CompanyPage(page, 'Pemberton Tools').shown();
});

test('it does what the screen can do, and what another one can', async ({ page, organisation, signInAs }) => {
  const company = await connect(organisation, 'Pemberton Tools');
  await signInAs('operator');
  const shown = await CompanyPage.open(page, company);
  await (await CommandMenu.open(page)).run('sync now', 'Sync now');
  await shown.syncDone();
  await (await CommandMenu.open(page)).run('archive', 'Archive');
  await shown.question('Archive Pemberton Tools?').getByRole('button', { name: 'Cancel' }).click();
  await (await CommandMenu.open(page)).run('invite a', 'Invite a company');
  await expect(page.getByRole('dialog').getByLabel('Company name')).toBeFocused();
  await page.keyboard.press('Escape');
  await new CompaniesPage(page).shown();
});

test('a viewer is offered nothing that changes anything', async ({ page, organisation, signInAs }) => {
  const company = await invite(organisation, 'Quarry Road Garage');
  await signInAs('viewer');
  await CompanyPage.open(page, company);
  const menu = await CommandMenu.open(page);
  await expect(menu.option('Copy as curl…')).toBeVisible();
  for (const name of ['Sync now', 'Archive', 'Invite a company', 'Create an API key']) {
    await expect(menu.option(name)).toHaveCount(0);
  }
  await menu.input.fill('no such words anywhere');
  await expect(menu.dialog.getByText('Nothing has these words')).toBeVisible();
});

test('what a screen shows is copied as a command, in each API that has it, and the command works', async ({
  page,
  context,
  organisation,
  signInAs,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const company = await invite(organisation, 'Quarry Road Garage');
  await signInAs('viewer');
  await CompanyPage.open(page, company);
  const menu = await CommandMenu.open(page);
  await menu.run('curl', 'Copy as curl…');
  for (const api of ['Core API', 'JSON:API', 'Connector API']) {
    await expect(menu.dialog.getByText(api, { exact: true })).toBeVisible();
  }
  await menu.run('core get', /^Get a company/);
  await expect(page.getByText('The command is copied')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(
    `curl '${new URL(page.url()).origin}/v4/core/companies/${company.companyId}' \\\n  -H "api_key: $API_KEY"`,
  );

  await page.goto('/api-keys');
  await (await CommandMenu.open(page)).run('curl', 'Copy as curl…');
  await expect(menu.dialog.getByText('None of the three APIs has what this screen shows.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(menu.option('Copy as curl…')).toBeVisible();
});
