import { CloudAlert, SearchX } from 'lucide-react';
import { Button } from '../ui/button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { Empty } from '../ui/empty.tsx';
import { Skeleton } from '../ui/skeleton.tsx';

/** Nothing matches search and filters. */
export function NothingMatches({ noun, onClear }: { noun: string; onClear: () => void }) {
  return (
    <Empty
      icon={SearchX}
      title={`No ${noun} match`}
      description="Search and filters together leave nothing."
      action={<Button onClick={onClear}>Clear search and filters</Button>}
    />
  );
}

/** What went wrong, in words for people, with the id that finds it in the logs. */
export interface TableFault {
  message: string;
  requestId?: string | null;
}

/** The rows could not be fetched. */
export function TableError({ fault, noun, onRetry }: { fault: TableFault; noun: string; onRetry?: () => void }) {
  return (
    <Empty
      role="alert"
      icon={CloudAlert}
      title={`The ${noun} could not be loaded`}
      description={fault.message}
      action={
        <div className="grid justify-items-center gap-2">
          {onRetry && <Button onClick={onRetry}>Try again</Button>}
          {fault.requestId && (
            <p className="flex items-center gap-1 text-muted-foreground text-xs">
              Request <span className="code">{fault.requestId}</span>
              <CopyButton value={fault.requestId} label="Copy request id" />
            </p>
          )}
        </div>
      }
    />
  );
}

const widths = ['w-3/5', 'w-2/5', 'w-1/2', 'w-1/3'];

/** Rows in the shape of what comes. */
export function SkeletonRows({ columns, rows, height }: { columns: number; rows: number; height: string }) {
  return Array.from({ length: rows }, (_, row) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: nothing but the index tells these rows apart
    <tr key={row} className="group/row">
      {Array.from({ length: columns }, (_, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same
        <td key={column} className={`${height} border-b px-3 first:pl-4 last:pr-4 group-last/row:border-b-0`}>
          <Skeleton className={`h-3 ${widths[(row + column * 3) % widths.length]}`} />
        </td>
      ))}
    </tr>
  ));
}
