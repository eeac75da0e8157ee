import { Quantity } from '@/components/ui/amount.tsx';

export interface SyncCountsProps {
  created: number;
  updated: number;
  unchanged: number;
  deleted: number;
  failed: number;
}

/** What a run did to the records, in one quiet line; what is zero is left out. */
export function SyncCounts({ created, updated, unchanged, deleted, failed }: SyncCountsProps) {
  const parts = [
    { label: 'new', value: created },
    { label: 'changed', value: updated },
    { label: 'deleted', value: deleted },
    { label: 'kept aside', value: failed, tone: 'text-warning' },
    { label: 'unchanged', value: unchanged, tone: 'text-muted-foreground' },
  ].filter((part) => part.value > 0);
  if (parts.length === 0) return <span className="text-muted-foreground">No records</span>;
  return (
    <span className="flex flex-wrap gap-x-3">
      {parts.map((part) => (
        <span key={part.label} className={part.tone}>
          <Quantity value={part.value} /> {part.label}
        </span>
      ))}
    </span>
  );
}
