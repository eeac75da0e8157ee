import { Quantity } from '@/components/ui/amount.tsx';
import { Progress } from '@/components/ui/progress.tsx';
import { StatusText } from '@/components/ui/status-pill.tsx';
import type { BulkActionView } from '@/lib/domain/bulk-actions/schema.ts';
import { bulkKindWords, bulkState } from './bulk-words.ts';

/** How far a bulk action is: a bar, and the companies by what came of them. */
export function BulkFigures({ action }: { action: BulkActionView }) {
  const { total, done, skipped, failed, kind } = action;
  const { label, tone } = bulkState(action);
  const waiting = total - done - skipped - failed;
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <StatusText tone={tone}>{label}</StatusText>
        <span className="num text-muted-foreground text-xs">
          <Quantity value={total - waiting} /> of <Quantity value={total} />
        </span>
      </div>
      <Progress value={total === 0 ? 100 : ((total - waiting) / total) * 100} label={bulkKindWords[kind].doing} />
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-muted-foreground text-xs">
        <Figure value={done} words={bulkKindWords[kind].done} always />
        <Figure value={skipped} words="with nothing to do" />
        <Figure value={failed} words="not done" />
        <Figure value={action.endedAt ? waiting : 0} words="left as they were" />
      </ul>
    </div>
  );
}

function Figure({ value, words, always = false }: { value: number; words: string; always?: boolean }) {
  if (value === 0 && !always) return null;
  return (
    <li className="num">
      <Quantity value={value} className="font-medium text-foreground" /> {words}
    </li>
  );
}
