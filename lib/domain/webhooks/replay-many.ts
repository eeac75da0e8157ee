import { and, inArray, sql } from 'drizzle-orm';
import { db, sqlClient } from '../../../db/client.ts';
import type { DeliveryState } from '../../../db/schema/enums.ts';
import { webhookConfigs, webhookDeliveries } from '../../../db/schema/webhooks.ts';
import { requirePermission, requireWholeOrganisation } from '../../auth/permissions.ts';
import type { Context } from '../../context.ts';
import { invalid } from '../../errors.ts';
import { recordAudit } from '../audit/mutations.ts';
import { arrayLiteral } from '../records/array-literal.ts';
import { checkedInput } from '../sync-config/checked-input.ts';
import { deliveryIds } from './data.ts';
import { deliveryListInput } from './delivery-list.ts';
import { replayableStates } from './delivery-state.ts';
import { mostReplayed, type ReplayInput, type ReplayPreview, replayInput } from './schema.ts';
import { duePlan } from './sending.ts';
import { liveWebhook } from './webhook-view.ts';

/** What sending the chosen deliveries again would do, counted and not done. Throws forbidden. */
export async function previewReplay(ctx: Context, given: ReplayInput): Promise<ReplayPreview> {
  requirePermission(ctx, 'webhooks.write');
  requireWholeOrganisation(ctx);
  const ids = await chosenIds(ctx, given);
  const rows = await sqlClient()<{ state: DeliveryState; isOn: boolean; count: number }[]>`
    select d.state, w.state = 'ENABLED' and w.deleted_at is null as "isOn", count(*)::int as count
    from webhook_deliveries d
    join webhook_configs w on w.organisation_id = d.organisation_id and w.id = d.config_id
    where d.organisation_id = ${ctx.organisationId} and d.id = any(${ids}::uuid[])
    group by 1, 2`;
  const countOf = (wanted: (row: (typeof rows)[number]) => boolean) =>
    rows.filter(wanted).reduce((sum, { count }) => sum + count, 0);
  const on = (state: DeliveryState) => countOf((row) => row.isOn && row.state === state);
  return {
    total: ids.length,
    isTooMany: ids.length > mostReplayed,
    failed: on('FAILED'),
    waiting: on('PENDING'),
    delivered: on('DELIVERED'),
    sending: on('PROCESSING'),
    off: countOf((row) => !row.isOn),
  };
}

/**
 * Sends the chosen deliveries again, or at once if they wait: the same events under the same ids. Left out are those that
 * are being sent just now, and those whose webhook is off or gone. Throws forbidden, and invalid for too many.
 */
export async function replayDeliveries(ctx: Context, given: ReplayInput): Promise<{ replayed: number }> {
  requirePermission(ctx, 'webhooks.write');
  requireWholeOrganisation(ctx);
  const ids = await chosenIds(ctx, given);
  if (ids.length > mostReplayed) {
    throw invalid({ path: 'query', message: `matches more than ${mostReplayed} deliveries; narrow the list first` });
  }
  return db().transaction(async (tx) => {
    // Locked as for one replay, so that none goes to a webhook that is switched off or deleted meanwhile.
    const webhooks = await tx
      .select({ id: webhookConfigs.id, name: webhookConfigs.name })
      .from(webhookConfigs)
      .where(and(liveWebhook(ctx), sql`${webhookConfigs.state} = 'ENABLED'`))
      .orderBy(webhookConfigs.id)
      .for('update');
    const on = webhooks.map(({ id }) => id);
    const replayed = await tx
      .update(webhookDeliveries)
      .set(duePlan(ctx))
      .where(
        and(
          sql`${webhookDeliveries.organisationId} = ${ctx.organisationId}`,
          sql`${webhookDeliveries.id} = any(${arrayLiteral(ids)}::uuid[])`,
          inArray(webhookDeliveries.configId, on),
          inArray(webhookDeliveries.state, [...replayableStates]),
        ),
      )
      .returning({ webhookId: webhookDeliveries.configId });
    for (const { id, name } of webhooks) {
      const deliveries = replayed.filter(({ webhookId }) => webhookId === id).length;
      if (deliveries === 0) continue;
      await recordAudit(tx, ctx, { action: 'webhook.replayed', subjectId: String(id), after: { name, deliveries } });
    }
    return { replayed: replayed.length };
  });
}

/** The deliveries that are meant; one more than may be, where there are too many. */
async function chosenIds(ctx: Context, given: ReplayInput): Promise<string[]> {
  const chosen = checkedInput(replayInput, given);
  if ('ids' in chosen) return chosen.ids;
  const place = { after: null, limit: 1 };
  return deliveryIds(ctx, deliveryListInput(new URLSearchParams(chosen.query), place), mostReplayed + 1);
}
