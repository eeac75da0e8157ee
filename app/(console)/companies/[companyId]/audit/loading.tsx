import { TableSkeleton } from '@/components/data-table/table-skeleton.tsx';

export default function CompanyAuditLoading() {
  return <TableSkeleton columns={5} />;
}
