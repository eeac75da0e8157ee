import { TableSkeleton } from '@/components/data-table/table-skeleton.tsx';

export default function DeliveriesLoading() {
  return <TableSkeleton columns={6} rows={10} />;
}
