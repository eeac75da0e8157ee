import { ArrowLeft } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { PageCrumbs } from '@/components/shell/page-crumbs.tsx';
import { DeliveryDetails } from '@/components/webhooks/delivery-details.tsx';
import { may } from '@/lib/auth/permissions.ts';
import { requireSession } from '@/lib/auth/session-gate.ts';
import { deliveryDetail } from '@/lib/domain/webhooks/delivery-list.ts';
import { orNotFound } from '../../../_components/or-not-found.ts';

export const metadata: Metadata = { title: 'A webhook delivery' };

/** One delivery with its payload and tries. */
export default async function DeliveryPage({ params }: { params: Promise<{ deliveryId: string }> }) {
  const [{ ctx }, { deliveryId }] = await Promise.all([requireSession(), params]);
  const delivery = await orNotFound(() => deliveryDetail(ctx, { deliveryId }));
  return (
    <div className="grid grid-cols-1 gap-4">
      <PageCrumbs items={[{ label: 'Delivery' }]} />
      <Link
        href="/webhooks/deliveries"
        className="focus-ring inline-flex w-fit items-center gap-1.5 rounded-sm text-muted-foreground hover:text-foreground"
      >
        <ArrowLeft aria-hidden className="size-3.5" />
        All deliveries
      </Link>
      <DeliveryDetails initial={delivery} mayReplay={may(ctx.actor, 'webhooks.write')} />
    </div>
  );
}
