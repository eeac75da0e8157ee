import type { CsvColumn } from '../../format/csv.ts';
import type { CompanyListItem } from './company-list.ts';

/** The companies table as a file. */
export const companyCsv: readonly CsvColumn<CompanyListItem>[] = [
  { head: 'Id', value: (company) => company.id },
  { head: 'Company code', value: (company) => company.companyCode },
  { head: 'Company', value: (company) => company.name },
  { head: 'Platform', value: (company) => company.platform },
  { head: 'Category', value: (company) => company.category },
  { head: 'Health', value: (company) => company.health.label },
  { head: 'Health since', value: (company) => company.health.since },
  { head: 'Syncing', value: (company) => company.isSyncing },
  { head: 'Last synced', value: (company) => company.lastSyncedAt },
  { head: 'Models', value: (company) => company.modelsEnabled },
  { head: 'Tags', value: (company) => company.tags.join(', ') },
  { head: 'Created', value: (company) => company.createdAt },
  { head: 'Last activity', value: (company) => company.lastActivityAt },
];
