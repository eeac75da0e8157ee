import type { CsvColumn } from '../../format/csv.ts';
import type { AuditListItem } from './audit-list.ts';

/** The audit log as a file, for those who keep or check it elsewhere. */
export const auditCsv: readonly CsvColumn<AuditListItem>[] = [
  { head: 'When', value: (entry) => entry.createdAt },
  { head: 'Who', value: (entry) => entry.actorLabel },
  { head: 'Through', value: (entry) => entry.door },
  { head: 'Action', value: (entry) => entry.action },
  { head: 'Company id', value: (entry) => entry.company?.id },
  { head: 'Company', value: (entry) => entry.company?.name },
  { head: 'Subject', value: (entry) => entry.subjectId },
  { head: 'Before', value: (entry) => entry.before && JSON.stringify(entry.before) },
  { head: 'After', value: (entry) => entry.after && JSON.stringify(entry.after) },
  { head: 'Request id', value: (entry) => entry.requestId },
  { head: 'Batch id', value: (entry) => entry.batchId },
  { head: 'Entry id', value: (entry) => entry.id },
];
