import { TableSkeleton } from '@/components/data-table/table-skeleton.tsx';

/** A part's head and its list before they are there. */
export default function SettingsLoading() {
  return <TableSkeleton columns={4} rows={6} />;
}
