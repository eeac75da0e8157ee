import { TableSkeleton } from '@/components/data-table/table-skeleton.tsx';

export default function CompanyContactsLoading() {
  return <TableSkeleton columns={6} />;
}
