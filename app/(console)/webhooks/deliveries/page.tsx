import type { Metadata } from 'next';
import { readTableParams, tableQuery } from '@/components/data-table/table-params.ts';
import { DeliveriesTable } from '@/components/webhooks/deliveries-table.tsx';
import { deliveryList } from '@/components/webhooks/delivery-list.ts';
import { may } from '@/lib/auth/permissions.ts';
import { requireSession } from '@/lib/auth/session-gate.ts';
import { countLater } from '@/lib/count-later.ts';
import { listWebhooks } from '@/lib/domain/webhooks/data.ts';
import { deliveryListCount, deliveryListPage } from '@/lib/domain/webhooks/delivery-list.ts';
import { followViewLink, SavedViews } from '../../_components/saved-views.tsx';

export const metadata: Metadata = { title: 'Webhook deliveries' };

export default async function DeliveriesPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  await followViewLink('/webhooks/deliveries', 'deliveries', searchParams);
  const [{ ctx }, params] = await Promise.all([requireSession(), readTableParams(deliveryList, searchParams)]);
  const query = tableQuery(params);
  const [page, webhooks] = await Promise.all([deliveryListPage(ctx, query), listWebhooks(ctx)]);
  return (
    <DeliveriesTable
      views={<SavedViews list="deliveries" />}
      initial={{ query: query.toString(), page, total: countLater(query, page, () => deliveryListCount(ctx, query)) }}
      mayReplay={may(ctx.actor, 'webhooks.write')}
      webhooks={webhooks.map(({ id, name }) => ({ id, name }))}
    />
  );
}
