import { Skeleton } from '../ui/skeleton.tsx';
import { SkeletonRows } from './table-states.tsx';

/** A whole list before it is there: toolbar, head, rows. For `loading.tsx` and Suspense. */
export function TableSkeleton({ columns = 6, rows = 10 }: { columns?: number; rows?: number }) {
  return (
    <div data-slot="table-skeleton" aria-busy className="grid gap-3">
      <span role="status" className="sr-only">
        Loading
      </span>
      <Skeleton className="h-8 w-60" />
      <div className="overflow-clip rounded-md border bg-surface">
        <table className="w-full table-fixed" aria-hidden>
          <tbody>
            <SkeletonRows columns={columns} rows={rows} height="h-11" />
          </tbody>
        </table>
      </div>
    </div>
  );
}
