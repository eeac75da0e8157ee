import { connect } from '../arrange/companies.ts';
import { expect, test } from '../fixtures.ts';
import { CompanyPage } from '../pages/company-page.ts';
import { Keys } from '../pages/keys.ts';
import { ModelsTab } from '../pages/models-tab.ts';
import { toasts } from '../pages/toasts.ts';

test('a company is renamed, synced, paused, read and erased by keys', async ({ page, organisation, signInAs }) => {
  // One company for the whole walk: connecting one takes as long as the walk.
  test.slow();
  const company = await connect(organisation, 'Pemberton Tools');
  await signInAs('owner');
  const shown = await CompanyPage.open(page, company);
  const keys = new Keys(page);
  const tabs = page.getByRole('navigation', { name: 'Pemberton', exact: false });
  const tab = (name: string) => tabs.first().getByRole('link', { name, exact: true });

  const rename = page.getByRole('button', { name: 'Rename' });
  await keys.use(rename);
  await keys.fill(page.getByRole('dialog').getByLabel('Company name'), 'Pemberton & Sons');
  await keys.press('Enter');
  await new CompanyPage(page, 'Pemberton & Sons').shown();
  await keys.isAt(rename);

  await keys.use(page.getByRole('button', { name: 'Sync now' }));
  await shown.syncDone();
  await keys.isHeld();
  const actions = page.getByRole('button', { name: 'Actions', exact: true });
  await keys.choose(actions, 'Pause syncs');
  await expect(shown.health).toContainText('paused its syncs');
  await keys.isAt(actions);
  await keys.backTo(page.getByRole('button', { name: 'Resume', exact: true }));
  await keys.press('Enter');
  await expect(shown.health).toContainText('the last sync went well');
  await keys.isHeld();
  await keys.choose(actions, 'Disconnect');
  const question = page.getByRole('alertdialog');
  await keys.isShutIn(question);
  await keys.press('Escape');
  await expect(question).toHaveCount(0);
  await keys.isAt(actions);

  for (const name of ['Contacts', 'Invoices and payments', 'Syncs', 'Audit']) {
    await keys.use(tab(name));
    await expect(tab(name)).toHaveAttribute('aria-current', 'page');
    await keys.isAt(tab(name));
    const first = page.getByRole('table').locator('tbody').getByRole('link').first();
    await expect(first).toBeVisible();
    if (name === 'Syncs') continue;
    await keys.use(first);
    const drawer = page.getByRole('dialog');
    await expect(drawer).toBeVisible();
    await keys.isShutIn(drawer);
    await keys.press('Escape');
    await expect(drawer).toHaveCount(0);
    await keys.isAt(first);
    await keys.backTo(tab(name));
  }

  await keys.backTo(tab('Access'));
  await keys.press('Enter');
  const erase = page.getByRole('button', { name: 'Erase for good' });
  await keys.use(erase);
  const dialog = page.getByRole('dialog', { name: 'Erase Pemberton & Sons for good?' });
  await keys.isAt(dialog.getByLabel(/^Type/));
  await keys.press('Escape');
  await expect(dialog).toHaveCount(0);
  await keys.isAt(erase);
  await keys.press('Enter');
  await keys.fill(dialog.getByLabel(/^Type/), 'Pemberton & Sons');
  await keys.press('Enter');
  await expect(page.getByText('Nothing is left')).toBeVisible({ timeout: 30_000 });
  await keys.isHeld();
});

test('models are switched, edited, undone and paused by keys', async ({ page, organisation, signInAs }) => {
  const company = await connect(organisation, 'Pemberton Tools');
  await signInAs('operator');
  await page.goto(`/companies/${company.companyId}/models`);
  const models = await new ModelsTab(page).shown();
  const keys = new Keys(page);

  const toggle = models.toggle('Contacts');
  await keys.use(toggle, 'Space');
  const question = models.question('Contacts', 'off');
  await expect(question).toContainText('all of them kept');
  await keys.isShutIn(question);
  await keys.use(question.getByRole('button', { name: 'Switch off' }));
  await expect(toggle).not.toBeChecked();
  await keys.isAt(toggle);
  // The corner of the notices has a key of its own.
  await expect(toasts(page)).toContainText('no longer synced');
  await keys.press('Alt+t');
  await keys.use(toasts(page).getByRole('button', { name: 'Undo' }));
  await expect(toggle).toBeChecked();
  await keys.isHeld();

  const actions = page.getByRole('button', { name: 'Actions for invoices', exact: true });
  await keys.choose(actions, 'Edit schedule and range');
  const dialog = page.getByRole('dialog', { name: 'Invoices', exact: true });
  await keys.fill(dialog.getByLabel('Every', { exact: true }), '6');
  await keys.select(dialog.getByLabel('Unit'), 'Hours');
  await keys.use(dialog.getByRole('button', { name: 'Save' }));
  await expect(models.row('Invoices')).toContainText('Every 6 h');
  await keys.isAt(actions);
  await keys.choose(actions, 'Pause invoices');
  await expect(models.row('Invoices')).toContainText('Paused since');
  await keys.isAt(actions);
  await keys.choose(actions, 'Reset to the default');
  await expect(models.row('Invoices')).toContainText('Default');
  await keys.isAt(actions);
});
