import type { CsvColumn } from '../../format/csv.ts';
import type { ProjectView } from './schema.ts';

/** The projects table as a file. */
export const projectCsv: readonly CsvColumn<ProjectView>[] = [
  { head: 'Id', value: (project) => project.id },
  { head: 'Project', value: (project) => project.name },
  { head: 'Company id', value: (project) => project.companyId },
  { head: 'Company', value: (project) => project.companyName },
];
