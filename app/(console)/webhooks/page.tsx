import type { Metadata } from 'next';
import { webhookRow } from '@/components/webhooks/webhook-row.ts';
import { WebhooksTable } from '@/components/webhooks/webhooks-table.tsx';
import { may } from '@/lib/auth/permissions.ts';
import { requireSession } from '@/lib/auth/session-gate.ts';
import { linkablePlatforms } from '@/lib/domain/connections/available.ts';
import { listWebhooks } from '@/lib/domain/webhooks/data.ts';

export const metadata: Metadata = { title: 'Webhooks' };

export default async function WebhooksPage() {
  const { ctx } = await requireSession();
  const webhooks = await listWebhooks(ctx);
  const platforms = linkablePlatforms();
  const mayChange = may(ctx.actor, 'webhooks.write');
  return <WebhooksTable webhooks={webhooks.map(webhookRow)} platforms={platforms} mayChange={mayChange} />;
}
