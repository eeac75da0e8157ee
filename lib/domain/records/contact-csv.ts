import type { CsvColumn } from '../../format/csv.ts';
import type { ContactListItem } from './contact-list.ts';

/** A company's contacts table as a file. */
export const contactCsv: readonly CsvColumn<ContactListItem>[] = [
  { head: 'Id', value: (contact) => contact.rootfiId },
  { head: 'Id on the platform', value: (contact) => contact.platformId },
  { head: 'Name', value: (contact) => contact.name },
  { head: 'Contact person', value: (contact) => contact.contactName },
  { head: 'Type', value: (contact) => contact.contactType },
  { head: 'Status', value: (contact) => contact.status },
  { head: 'E-mail', value: (contact) => contact.email },
  { head: 'Phone', value: (contact) => contact.phone },
  { head: 'City', value: (contact) => contact.city },
  { head: 'Country', value: (contact) => contact.country },
  { head: 'Changed', value: (contact) => contact.updatedAt },
  { head: 'Deleted', value: (contact) => contact.deletedAt },
];
