import { TableSkeleton } from '@/components/data-table/table-skeleton.tsx';

export default function CompanyRecordsOfModelLoading() {
  return <TableSkeleton columns={6} />;
}
