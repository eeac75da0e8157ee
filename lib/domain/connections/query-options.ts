import { queryOptions } from '@tanstack/react-query';
import type { JobStatus, ParentModel } from '../../../db/schema/enums.ts';
import { getJson } from '../../get-json.ts';

/** What the connect page shows of a running sync. */
export interface LinkProgress {
  isActive: boolean;
  /** Set while the platform asked to wait. */
  resumeAt: string | null;
  recordsRead: number;
  jobs: { dataModel: ParentModel; status: JobStatus; recordsRead: number }[];
}

/** The running sync behind an invite link, from the server that the page came from. */
export const linkProgressQuery = (inviteLinkId: string) =>
  queryOptions({
    queryKey: ['invite-link', inviteLinkId, 'progress'],
    queryFn: ({ signal }) => getJson<LinkProgress>(`/api/internal/connect/${inviteLinkId}/progress`, signal),
  });
