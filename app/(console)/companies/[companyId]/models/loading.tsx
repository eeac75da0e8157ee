import { TableSkeleton } from '@/components/data-table/table-skeleton.tsx';

export default function CompanyModelsLoading() {
  return <TableSkeleton columns={8} rows={5} />;
}
