import { TableSkeleton } from '@/components/data-table/table-skeleton.tsx';
import { PageBody } from '@/components/ui/page-head.tsx';

export default function AccessTokensLoading() {
  return (
    <PageBody>
      <TableSkeleton columns={6} rows={5} />
    </PageBody>
  );
}
