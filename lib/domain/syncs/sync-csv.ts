import type { CsvColumn } from '../../format/csv.ts';
import type { SyncListItem } from './sync-list.ts';

/** The syncs table as a file. */
export const syncCsv: readonly CsvColumn<SyncListItem>[] = [
  { head: 'Id', value: (sync) => sync.id },
  { head: 'Company id', value: (sync) => sync.companyId },
  { head: 'Company', value: (sync) => sync.companyName },
  { head: 'Platform', value: (sync) => sync.platform },
  { head: 'Direction', value: (sync) => sync.jobType },
  { head: 'Kind', value: (sync) => sync.syncType },
  { head: 'Full', value: (sync) => sync.fullSync },
  { head: 'Outcome', value: (sync) => sync.status },
  { head: 'Models', value: (sync) => sync.models },
  { head: 'Created', value: (sync) => sync.records.created },
  { head: 'Updated', value: (sync) => sync.records.updated },
  { head: 'Unchanged', value: (sync) => sync.records.unchanged },
  { head: 'Deleted', value: (sync) => sync.records.deleted },
  { head: 'Kept aside', value: (sync) => sync.records.failed },
  { head: 'Failure', value: (sync) => sync.failure },
  { head: 'Queued at', value: (sync) => sync.createdAt },
  { head: 'Started at', value: (sync) => sync.startTime },
  { head: 'Ended at', value: (sync) => sync.endTime },
];
