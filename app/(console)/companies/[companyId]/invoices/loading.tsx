import { TableSkeleton } from '@/components/data-table/table-skeleton.tsx';

export default function CompanyInvoicesLoading() {
  return <TableSkeleton columns={6} />;
}
