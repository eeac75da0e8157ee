import type { ReactNode } from 'react';
import { NavTabs } from '@/components/ui/nav-tabs.tsx';
import { PageBody, PageHead } from '@/components/ui/page-head.tsx';
import { CreateWebhookButton } from '@/components/webhooks/create-webhook-button.tsx';
import { may } from '@/lib/auth/permissions.ts';
import { requireSession } from '@/lib/auth/session-gate.ts';
import { linkablePlatforms } from '@/lib/domain/connections/available.ts';

/** What the receivers and what they were sent share. */
export default async function WebhooksLayout({ children }: { children: ReactNode }) {
  const { ctx } = await requireSession();
  return (
    <PageBody>
      <PageHead
        title="Webhooks"
        description="Programs of yours that are told what happens, and what each was told."
        actions={may(ctx.actor, 'webhooks.write') && <CreateWebhookButton platforms={linkablePlatforms()} />}
      />
      <NavTabs
        label="Webhooks"
        tabs={[
          { href: '/webhooks', label: 'Endpoints', exact: true },
          { href: '/webhooks/deliveries', label: 'Deliveries' },
        ]}
      />
      {children}
    </PageBody>
  );
}
