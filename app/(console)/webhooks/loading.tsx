import { TableSkeleton } from '@/components/data-table/table-skeleton.tsx';

export default function WebhooksLoading() {
  return <TableSkeleton columns={5} rows={4} />;
}
