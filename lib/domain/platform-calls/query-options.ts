import { infiniteQueryOptions } from '@tanstack/react-query';
import { getJson } from '../../get-json.ts';
import type { CallPage } from './call-page.ts';

/** What a job said with its platform, newest first, page after page. */
export const jobCallsQuery = (job: { companyId: number; syncId: string; jobId: string }) =>
  infiniteQueryOptions({
    queryKey: ['company', job.companyId, 'calls', job.syncId, job.jobId],
    queryFn: ({ signal, pageParam }) =>
      getJson<CallPage>(
        `/api/internal/companies/${job.companyId}/syncs/${job.syncId}/calls?job=${job.jobId}${pageParam ? `&after=${pageParam}` : ''}`,
        signal,
      ),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => page.next,
  });
