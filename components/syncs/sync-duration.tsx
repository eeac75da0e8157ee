'use client';

import { useNow } from '@/components/ui/viewer.tsx';
import { formatDuration } from '@/lib/format/duration.ts';

/** How long a run took, or takes so far. */
export function SyncDuration({ startTime, endTime }: { startTime: string | null; endTime: string | null }) {
  const now = useNow();
  if (!startTime) return <span className="text-muted-foreground">—</span>;
  const end = endTime ? Date.parse(endTime) : Math.max(now, Date.parse(startTime));
  return <span className="num">{formatDuration(end - Date.parse(startTime))}</span>;
}
