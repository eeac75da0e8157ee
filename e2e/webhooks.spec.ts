import { eq } from 'drizzle-orm';
import { db } from '../db/client.ts';
import { webhookConfigs, webhookDeliveries } from '../db/schema/webhooks.ts';
import { startSync } from '../lib/domain/syncs/mutations.ts';
import { createWebhook } from '../lib/domain/webhooks/mutations.ts';
import { sendTestEvent } from '../lib/domain/webhooks/sending.ts';
import { connect, nowIn, syncEnded } from './arrange/companies.ts';
import { type Receiver, startReceiver } from './arrange/receiver.ts';
import { expect, test } from './fixtures.ts';
import { BulkBar } from './pages/bulk-bar.ts';
import { OverviewPage } from './pages/overview-page.ts';
import { toasts } from './pages/toasts.ts';
import { WebhooksPage } from './pages/webhooks-page.ts';

// There is one address that may be listened at.
test.describe.configure({ mode: 'serial' });

let receiver: Receiver;
test.beforeEach(async () => {
  receiver = await startReceiver();
});
test.afterEach(() => receiver.stop());

test('a webhook is added, tested, and told of a sync as it ends, signed with the key that was shown once', async ({
  page,
  organisation,
  signInAs,
}) => {
  const company = await connect(organisation, 'Pemberton Tools');
  await signInAs('admin');
  const webhooks = await WebhooksPage.open(page);
  await expect(page.getByText('No webhooks yet')).toBeVisible();
  const dialog = await webhooks.add();
  await dialog.name.fill('Billing service');
  await dialog.address.fill('http://10.0.0.1/hooks');
  await dialog.chooseEvents('Sync ended');
  await dialog.only('Done');
  await dialog.addHeader('X-Token', 'open sesame');
  await dialog.submit();
  await expect(dialog.dialog).toContainText('is a private address');
  await expect(dialog.address).toHaveAttribute('aria-invalid', 'true');
  await dialog.address.fill(receiver.url);
  await dialog.submit();
  const signingKey = await dialog.takeKey();
  expect(signingKey).toMatch(/^whsec_/);
  await expect(webhooks.row('Billing service')).toContainText('On');
  await page.reload();
  await expect(page.getByText(signingKey)).toHaveCount(0);

  const tested = await webhooks.sendTest('Billing service');
  await tested.isIn('Delivered');
  await expect(tested.payload).toContainText('"test": true');
  await expect(tested.attempt(1)).toContainText('200');
  receiver.verify(0, signingKey);
  expect(receiver.received[0]?.headers['x-token']).toBe('open sesame');

  await startSync(nowIn(organisation), { companyId: company.companyId });
  await syncEnded(organisation, company);
  await expect.poll(() => receiver.received.length).toBe(2);
  receiver.verify(1, signingKey);
  expect(receiver.received[1]?.payload).toMatchObject({ type: 'SYNC_COMPLETED', data: { status: 'SUCCESS' } });
  const deliveries = await (await WebhooksPage.open(page)).deliveries();
  await expect(deliveries.table.count).toHaveText('2 deliveries');
  const newest = await deliveries.openNewest();
  await expect(newest.payload).toContainText('"company_id"');
});

test('what fails is tried again, seen with its answer, and replayed once the receiver works', async ({
  page,
  signInAs,
}) => {
  receiver.status = 500;
  await signInAs('admin');
  const webhooks = await WebhooksPage.open(page);
  const dialog = await webhooks.add();
  await dialog.name.fill('Billing service');
  await dialog.address.fill(receiver.url);
  await dialog.submit();
  await dialog.takeKey();
  const delivery = await webhooks.sendTest('Billing service');
  await expect(page.getByText('The receiver answered 500.')).toBeVisible();
  await expect(page.getByText('Nothing is lost.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Answer to try 1' })).toHaveText('out of order');
  receiver.status = 200;
  await delivery.replay();
  await delivery.isIn('Delivered');
  await expect(page.getByText('It is tried again')).toHaveCount(0);

  const again = await WebhooksPage.open(page);
  await again.act('Billing service', 'Switch off');
  await expect(again.row('Billing service')).toContainText('Off');
  const edited = await again.edit('Billing service');
  await edited.name.fill('Renamed');
  await edited.submit();
  await expect(toasts(page)).toContainText('Renamed is saved');
  await again.act('Renamed', 'Switch on');
  await expect(again.row('Renamed')).toContainText('On');
  await again.act('Renamed', 'Delete');
  await page.getByRole('alertdialog', { name: 'Delete Renamed?' }).getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('No webhooks yet')).toBeVisible();
});

test('what failed while a receiver was down is chosen and sent again at once', async ({
  page,
  organisation,
  signInAs,
}) => {
  const { webhook } = await createWebhook(nowIn(organisation), {
    name: 'Billing service',
    url: receiver.url,
    webhookType: 'SYNC_COMPLETED',
  });
  for (const _ of [1, 2]) await sendTestEvent(nowIn(organisation), { webhookId: webhook.id });
  await expect.poll(() => receiver.received.length).toBe(2);
  await signInAs('admin');
  const { table } = await (await WebhooksPage.open(page)).deliveries();
  await expect(page.getByRole('row').filter({ hasText: 'Delivered' })).toHaveCount(2);
  await db()
    .update(webhookDeliveries)
    .set({ state: 'FAILED' })
    .where(eq(webhookDeliveries.organisationId, organisation.id));
  await table.filter('State', 'Failed');
  await expect(table.names).toHaveCount(2);
  const bar = new BulkBar(page, 'deliveries');
  await bar.choosePage();
  const dialog = await bar.ask('Replay');
  await expect(dialog).toContainText('2 deliveries will be sent again: 2 failed.');
  await dialog.getByRole('button', { name: 'Replay' }).click();
  await expect(dialog).toHaveCount(0);
  await expect.poll(() => receiver.received.length).toBe(4);
  await expect(page.getByText('No deliveries match')).toBeVisible();
});

test('one that was switched off because it failed is told of on the overview, and works again once switched on', async ({
  page,
  organisation,
  signInAs,
}) => {
  await signInAs('admin');
  const webhooks = await WebhooksPage.open(page);
  const dialog = await webhooks.add();
  await dialog.name.fill('Billing service');
  await dialog.address.fill(receiver.url);
  await dialog.submit();
  await dialog.takeKey();
  await db()
    .update(webhookConfigs)
    .set({ state: 'DISABLED', disabledReason: 'FAILING', disabledAt: new Date() })
    .where(eq(webhookConfigs.organisationId, organisation.id));
  await OverviewPage.open(page);
  const notice = page.getByRole('listitem').filter({ hasText: 'Webhook switched off' });
  await expect(notice).toContainText('Acts: You');
  await notice.getByRole('link', { name: 'Billing service' }).click();
  await webhooks.shown();
  await expect(webhooks.row('Billing service')).toContainText('Switched off, failing');
  await webhooks.act('Billing service', 'Switch on');
  await expect(webhooks.row('Billing service')).toContainText('On');
  await OverviewPage.open(page);
  await expect(notice).toHaveCount(0);
});

test('who may not change webhooks sees them without a way to', async ({ page, signInAs }) => {
  await signInAs('viewer');
  await WebhooksPage.open(page);
  await expect(page.getByText('No webhooks yet')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add a webhook' })).toHaveCount(0);
});
