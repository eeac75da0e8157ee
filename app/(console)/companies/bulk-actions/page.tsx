import { ListChecks } from 'lucide-react';
import type { Metadata } from 'next';
import { BulkActionsList } from '@/components/bulk-actions/bulk-actions-list.tsx';
import { PageCrumbs } from '@/components/shell/page-crumbs.tsx';
import { Card } from '@/components/ui/card.tsx';
import { Empty } from '@/components/ui/empty.tsx';
import { PageBody, PageHead } from '@/components/ui/page-head.tsx';
import { requireSession } from '@/lib/auth/session-gate.ts';
import { listBulkActions } from '@/lib/domain/bulk-actions/data.ts';

export const metadata: Metadata = { title: 'Bulk actions' };

export default async function BulkActionsPage() {
  const { ctx } = await requireSession();
  const actions = await listBulkActions(ctx);
  return (
    <PageBody>
      <PageCrumbs items={[{ label: 'Bulk actions' }]} />
      <PageHead title="Bulk actions" description="What was done to many companies at once, newest first." />
      <Card className="overflow-clip">
        {actions.length > 0 ? (
          <BulkActionsList actions={actions} />
        ) : (
          <Empty
            icon={ListChecks}
            title="Nothing was done to many at once yet"
            description="Tick companies in their list, or choose all that match, and a bar offers what can be done."
          />
        )}
      </Card>
    </PageBody>
  );
}
