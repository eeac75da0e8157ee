import { TableSkeleton } from '@/components/data-table/table-skeleton.tsx';
import { Card } from '@/components/ui/card.tsx';
import { PageBody } from '@/components/ui/page-head.tsx';
import { Skeleton } from '@/components/ui/skeleton.tsx';

export default function IncidentsLoading() {
  return (
    <PageBody>
      <Skeleton className="h-12 w-72" />
      <Card>
        <TableSkeleton columns={5} rows={6} />
      </Card>
    </PageBody>
  );
}
