import { randomUUID } from 'node:crypto';
import { makeCompany, makeConnection } from '../../../../db/testing/factories.ts';
import type { Context } from '../../../context.ts';
import { createInviteLink } from '../../../domain/invite-links/mutations.ts';
import { startSync } from '../../../domain/syncs/mutations.ts';
import { sendTestEvent } from '../../../domain/webhooks/sending.ts';
import { makeWebhook } from '../../../domain/webhooks/testing/listeners.ts';

export const outOfReachName = 'Out of sight';

/** A company that has what paths can name: an invite link, a sync that waits, and a webhook with its log. */
export async function companyWithAll(ctx: Context): Promise<Record<string, string>> {
  const { companyId } = await makeCompany(ctx, { name: outOfReachName, integration: 'SANDBOX' });
  const link = await createInviteLink(ctx, { companyId, integrationCategory: 'ACCOUNTING' });
  await makeConnection(ctx, { companyId });
  const sync = await startSync(ctx, { companyId });
  const { webhook } = await makeWebhook(ctx, { webhookType: 'SYNC_STARTED' });
  const { deliveryId } = await sendTestEvent(ctx, { webhookId: webhook.id });
  return {
    company_id: String(companyId),
    invite_link_id: link.id,
    sync_id: sync.id,
    rootfi_id: '1',
    webhook_config_id: String(webhook.id),
    webhook_log_id: deliveryId,
  };
}

/** A declared path with its places filled; those that nothing is said of get the id of nothing. */
export const fillPath = (path: string, values: Record<string, string>) =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? randomUUID());
