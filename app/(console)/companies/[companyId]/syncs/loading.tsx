import { TableSkeleton } from '@/components/data-table/table-skeleton.tsx';

export default function CompanySyncsLoading() {
  return <TableSkeleton columns={6} />;
}
