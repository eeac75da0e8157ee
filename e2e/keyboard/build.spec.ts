import { createWebhook } from '../../lib/domain/webhooks/mutations.ts';
import { nowIn } from '../arrange/companies.ts';
import { expect, test } from '../fixtures.ts';
import { AccessTokensPage } from '../pages/access-tokens-page.ts';
import { ApiKeysPage } from '../pages/api-keys-page.ts';
import { Keys } from '../pages/keys.ts';
import { DeliveryPage, WebhooksPage } from '../pages/webhooks-page.ts';

test('an API key is made, rotated and revoked by keys', async ({ page, signInAs }) => {
  await signInAs('admin');
  const shown = await ApiKeysPage.open(page);
  const keys = new Keys(page);
  const create = page.getByRole('button', { name: 'Create key' }).first();
  await keys.use(create);
  const dialog = page.getByRole('dialog');
  await keys.fill(dialog.getByLabel('Name'), 'Billing');
  await keys.pick(dialog.getByRole('group', { name: 'Access' }), 'Read only');
  await keys.use(dialog.getByRole('button', { name: 'Create key' }));
  await expect(dialog.getByRole('textbox', { name: 'API key' })).toBeVisible();
  await keys.isShutIn(dialog);
  await keys.use(dialog.getByRole('button', { name: 'Done' }));
  await expect(shown.row('Billing')).toContainText('Read-only');
  await keys.isHeld();

  const rotate = page.getByRole('button', { name: 'Rotate Billing' });
  await keys.use(rotate);
  await keys.isShutIn(dialog);
  await keys.press('Escape');
  await expect(dialog).toHaveCount(0);
  await keys.isAt(rotate);
  await keys.use(page.getByRole('button', { name: 'Revoke Billing' }));
  const question = page.getByRole('alertdialog');
  await keys.isShutIn(question);
  await keys.use(question.getByRole('button', { name: 'Revoke' }));
  await expect(shown.row('Billing')).toContainText('Revoked');
  await keys.isHeld();
});

test('an access token is made and revoked by keys', async ({ page, signInAs }) => {
  await signInAs('admin');
  const tokens = await AccessTokensPage.open(page);
  const keys = new Keys(page);
  await keys.use(page.getByRole('button', { name: 'Create token' }).first());
  const dialog = page.getByRole('dialog');
  await keys.fill(dialog.getByLabel('Name', { exact: true }), 'CRM');
  await keys.press('Enter');
  await expect(dialog.getByRole('textbox', { name: 'Token', exact: true })).toBeVisible();
  await keys.use(dialog.getByRole('button', { name: 'Done' }));
  await expect(tokens.row('JSON:API tokens', 'CRM')).toContainText('Active');
  await keys.isHeld();
  await keys.use(page.getByRole('button', { name: 'Revoke CRM', exact: true }));
  await keys.use(page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }));
  await expect(tokens.row('JSON:API tokens', 'CRM')).toContainText('Revoked');
  await keys.isHeld();
});

test('a webhook is added, tested, replayed, switched off and deleted by keys', async ({
  page,
  organisation,
  signInAs,
}) => {
  await signInAs('admin');
  const webhooks = await WebhooksPage.open(page);
  const keys = new Keys(page);
  await keys.use(page.getByRole('button', { name: 'Add a webhook' }).first());
  const dialog = page.getByRole('dialog');
  await keys.fill(dialog.getByLabel('Name', { exact: true }), 'Billing service');
  await keys.fill(dialog.getByLabel('Address'), 'http://127.0.0.1:9/hooks');
  await keys.press('Enter');
  await expect(dialog).toContainText('is a private address');
  await keys.isShutIn(dialog);
  await keys.press('Escape');
  await expect(dialog).toHaveCount(0);
  await keys.isHeld();

  await createWebhook(nowIn(organisation), {
    name: 'Billing service',
    url: 'http://127.0.0.1:9/hooks',
    webhookType: 'SYNC_COMPLETED',
  });
  await page.reload();
  const actions = page.getByRole('button', { name: 'Actions for Billing service' });
  await keys.choose(actions, 'Send a test');
  const delivery = await new DeliveryPage(page).shown();
  await expect(page.getByText('is a private address').first()).toBeVisible();
  await keys.isHeld();
  const replay = page.getByRole('button', { name: /^(Replay|Send now)$/ });
  await keys.use(replay);
  await expect(delivery.attempt(2)).toBeVisible();
  await keys.isHeld();

  await page.goBack();
  await webhooks.shown();
  await keys.choose(actions, 'Switch off');
  await expect(webhooks.row('Billing service')).toContainText('Off');
  await keys.isAt(actions);
  await keys.choose(actions, 'Edit');
  await keys.isAt(dialog.getByLabel('Name', { exact: true }));
  await keys.press('Escape');
  await expect(dialog).toHaveCount(0);
  await keys.isAt(actions);
  await keys.choose(actions, 'Delete');
  await keys.use(page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }));
  await expect(page.getByText('No webhooks yet')).toBeVisible();
  await keys.isHeld();
});
