import type { CsvColumn } from '../../format/csv.ts';
import type { InviteLinkListItem } from './invite-link-list.ts';

/** The invite links table as a file. */
export const inviteLinkCsv: readonly CsvColumn<InviteLinkListItem>[] = [
  { head: 'Id', value: (link) => link.id },
  { head: 'Company id', value: (link) => link.companyId },
  { head: 'Company', value: (link) => link.companyName },
  { head: 'Platform', value: (link) => link.platform },
  { head: 'Status', value: (link) => link.status },
  { head: 'Came to', value: (link) => link.reached },
  { head: 'Opened', value: (link) => link.openedCount },
  { head: 'Created', value: (link) => link.createdAt },
  { head: 'Expires', value: (link) => link.expiresAt },
  { head: 'Link', value: (link) => link.url },
];
