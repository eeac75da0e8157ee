import { createWebhook } from '../../lib/domain/webhooks/mutations.ts';
import { sendTestEvent } from '../../lib/domain/webhooks/sending.ts';
import { nowIn } from '../arrange/companies.ts';
import { BulkBar } from '../pages/bulk-bar.ts';
import { InviteDialog } from '../pages/invite-dialog.ts';
import { test } from './shoot.ts';

/** The lists: each with much, without anything, with nothing that matches, while it loads, and when it can't. */
const lists = [
  { screen: 'companies', path: '/companies', rows: '**/api/internal/companies?*' },
  { screen: 'invite-links', path: '/invite-links', rows: '**/api/internal/invite-links?*' },
  { screen: 'syncs', path: '/syncs', rows: '**/api/internal/syncs?*' },
  { screen: 'audit', path: '/audit', rows: '**/api/internal/audit?*' },
] as const;

for (const { screen, path, rows } of lists) {
  test(`${screen} of a lived-in organisation`, async ({ signInToDemo, visit, shoot }) => {
    await signInToDemo();
    await visit(path);
    await shoot(screen, 'much');
  });

  test(`${screen} of a new organisation`, async ({ signInAs, visit, shoot }) => {
    await signInAs('owner');
    await visit(path);
    await shoot(screen, 'empty');
  });

  test(`${screen} that are still to come, and that can not be had`, async ({
    page,
    signInToDemo,
    visit,
    shoot,
    upset,
    expectedErrors,
  }) => {
    expectedErrors.push(/status of 500/);
    await signInToDemo();
    await visit(path);
    await upset(rows, 'hold');
    await page.getByRole('searchbox').first().fill('a');
    await page.locator('[data-slot=data-table] [aria-busy=true]').waitFor();
    await shoot(screen, 'to-come', 'window');
    await page.unrouteAll();
    await visit(path);
    await upset(rows, 'fail');
    await page.getByRole('searchbox').first().fill('b');
    await page.getByRole('button', { name: 'Try again' }).waitFor();
    await shoot(screen, 'error', 'window');
  });
}

test('companies of which none matches, and a row with its menu', async ({ page, signInToDemo, visit, shoot }) => {
  await signInToDemo();
  await visit('/companies?q=zzzz');
  await shoot('companies', 'no-match');
  await visit('/companies?q=ha');
  await shoot('companies', 'search');
  await page
    .getByRole('button', { name: /^Actions for/ })
    .first()
    .click();
  await page.getByRole('menu').waitFor();
  // On phones the company's own page has its actions.
  await shoot('companies', 'menu', 'window', [1440, 768]);
  await page.keyboard.press('Escape');
  await page.getByRole('menu').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Display', exact: true }).click();
  await page.getByRole('menu').waitFor();
  await shoot('companies', 'display', 'window');
});

test('webhooks and their deliveries', async ({ page, organisation, signInAs, visit, shoot }) => {
  await signInAs('owner');
  await visit('/webhooks');
  await shoot('webhooks', 'empty');
  const { webhook } = await createWebhook(nowIn(organisation), {
    name: 'Billing service',
    url: 'http://127.0.0.1:9/hooks',
    webhookType: 'SYNC_COMPLETED',
  });
  const { deliveryId } = await sendTestEvent(nowIn(organisation), { webhookId: webhook.id });
  await visit('/webhooks');
  await shoot('webhooks', 'little');
  await page.getByRole('button', { name: 'Add a webhook' }).click();
  await page.getByRole('dialog').getByLabel('Name', { exact: true }).waitFor();
  await shoot('webhooks', 'form', 'window');
  await visit(`/webhooks/deliveries/${deliveryId}`);
  await page.getByText('is a private address').first().waitFor();
  await shoot('webhook-delivery', 'refused');
  await visit('/webhooks/deliveries');
  await shoot('webhook-deliveries', 'little');
  const bar = new BulkBar(page, 'deliveries');
  await bar.choosePage();
  await shoot('webhook-deliveries', 'chosen', 'window');
  await (await bar.ask('Replay')).getByText('will be sent again').waitFor();
  await shoot('webhook-deliveries', 'replay', 'window');
});

test('the invitation', async ({ page, signInAs, visit, shoot }) => {
  await signInAs('operator');
  await visit('/companies');
  await page
    .getByRole('button', { name: /invite/i })
    .first()
    .click();
  await page.getByRole('dialog').waitFor();
  const dialog = new InviteDialog(page);
  await shoot('invitation', '1-company', 'window');
  await dialog.fillCompany({ companyName: 'Pemberton Tools' });
  await page.getByRole('switch', { name: 'As the sync defaults have it' }).click();
  await shoot('invitation', '2-data', 'window');
  await dialog.fillData({ companyName: 'Pemberton Tools' });
  await shoot('invitation', '3-link', 'window');
  await dialog.submit();
  await dialog.link.waitFor();
  await shoot('invitation', '4-ready', 'window');
});
