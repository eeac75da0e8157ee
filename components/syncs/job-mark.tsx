import { CircleCheck, CircleDashed, LoaderCircle, TriangleAlert } from 'lucide-react';
import type { JobStatus } from '@/db/schema/enums.ts';

const names: Record<JobStatus, string> = { SUCCESS: 'Done', FAILED: 'Failed', RUNNING: 'Reading', CREATED: 'Waiting' };

/** How a model stands, as an icon with a name. */
export function JobMark({ status, name = names[status] }: { status: JobStatus; name?: string }) {
  switch (status) {
    case 'SUCCESS':
      return <CircleCheck role="img" aria-label={name} className="size-4 shrink-0 text-success" />;
    case 'FAILED':
      return <TriangleAlert role="img" aria-label={name} className="size-4 shrink-0 text-danger" />;
    case 'RUNNING':
      return <LoaderCircle role="img" aria-label={name} className="size-4 shrink-0 animate-spin text-info" />;
    case 'CREATED':
      return <CircleDashed role="img" aria-label={name} className="size-4 shrink-0 text-muted-foreground" />;
  }
}
