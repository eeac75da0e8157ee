import { beforeEach, expect, test } from 'vitest';
import { sqlClient } from '../../../db/client.ts';
import { createTestDatabase } from '../../../db/testing/database.ts';
import { contextFor, makeOrganisation } from '../../../db/testing/factories.ts';
import type { Context } from '../../context.ts';
import { updateWebhook } from './mutations.ts';
import { previewReplay, replayDeliveries } from './replay-many.ts';
import { sendTestEvent } from './sending.ts';
import { makeWebhook } from './testing/listeners.ts';

await createTestDatabase();

let ctx: Context;
beforeEach(async () => {
  ctx = contextFor((await makeOrganisation()).organisationId, { role: 'admin' });
});

const stateOf = async (id: string) =>
  (await sqlClient()`select state from webhook_deliveries where id = ${id}`)[0]?.state;

async function delivery(webhookId: number, state: 'PENDING' | 'FAILED' | 'DELIVERED' | 'PROCESSING'): Promise<string> {
  const { deliveryId } = await sendTestEvent(ctx, { webhookId });
  await sqlClient()`update webhook_deliveries set state = ${state} where id = ${deliveryId}`;
  return deliveryId;
}

/** A webhook that is on, with a delivery in each state; and one that is off, with one that failed. */
async function arrange() {
  const { webhook: on } = await makeWebhook(ctx, { webhookType: 'SYNC_COMPLETED', name: 'On' });
  const { webhook: off } = await makeWebhook(ctx, { webhookType: 'SYNC_COMPLETED', name: 'Off' });
  const failed = await delivery(on.id, 'FAILED');
  const delivered = await delivery(on.id, 'DELIVERED');
  const sending = await delivery(on.id, 'PROCESSING');
  const ofOff = await delivery(off.id, 'FAILED');
  await updateWebhook(ctx, { webhookId: off.id, state: 'DISABLED' });
  return { on, failed, delivered, sending, ofOff };
}

test('says before what would be sent again and what not, and does just that', async () => {
  const { on, failed, delivered, sending, ofOff } = await arrange();
  const chosen = { ids: [failed, delivered, sending, ofOff] };
  expect(await previewReplay(ctx, chosen)).toEqual({
    total: 4,
    isTooMany: false,
    failed: 1,
    waiting: 0,
    delivered: 1,
    sending: 1,
    off: 1,
  });
  expect(await replayDeliveries(ctx, chosen)).toEqual({ replayed: 2 });
  expect(await Promise.all([failed, delivered, sending, ofOff].map(stateOf))).toEqual([
    'PENDING',
    'PENDING',
    'PROCESSING',
    'FAILED',
  ]);
  const entries = await sqlClient()`
    select subject_id, after from audit_log where organisation_id = ${ctx.organisationId} and action = 'webhook.replayed'`;
  expect(entries).toMatchObject([{ subject_id: String(on.id), after: { name: 'On', deliveries: 2 } }]);
});

test('takes all that an address of the table matches', async () => {
  const { failed, delivered } = await arrange();
  expect(await previewReplay(ctx, { query: 'state=FAILED' })).toMatchObject({ failed: 1, delivered: 0, off: 1 });
  expect(await replayDeliveries(ctx, { query: 'state=FAILED&sort=-createdAt' })).toEqual({ replayed: 1 });
  expect([await stateOf(failed), await stateOf(delivered)]).toEqual(['PENDING', 'DELIVERED']);
  expect(await replayDeliveries(ctx, { query: 'state=FAILED' })).toEqual({ replayed: 0 });
});

test("is for who may change webhooks, and leaves another organisation's alone", async () => {
  const { failed } = await arrange();
  const viewer = contextFor(ctx.organisationId, { role: 'viewer' });
  await expect(replayDeliveries(viewer, { ids: [failed] })).rejects.toMatchObject({ code: 'forbidden' });
  await expect(previewReplay(viewer, { ids: [failed] })).rejects.toMatchObject({ code: 'forbidden' });
  const stranger = contextFor((await makeOrganisation()).organisationId, { role: 'admin' });
  expect(await replayDeliveries(stranger, { ids: [failed] })).toEqual({ replayed: 0 });
  expect(await replayDeliveries(stranger, { query: '' })).toEqual({ replayed: 0 });
  expect(await stateOf(failed)).toBe('FAILED');
});
