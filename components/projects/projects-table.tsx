'use client';

import { FolderKanban } from 'lucide-react';
import type { ReactNode } from 'react';
import { MayWriteProvider } from '@/components/companies/may-write.tsx';
import { DataTable } from '@/components/data-table/data-table.tsx';
import { ExportButton } from '@/components/data-table/export-button.tsx';
import { tableQuery } from '@/components/data-table/table-params.ts';
import { type InitialList, useListPage } from '@/components/data-table/use-list-page.ts';
import { useTableParams } from '@/components/data-table/use-table-params.ts';
import { Empty } from '@/components/ui/empty.tsx';
import type { ProjectListPage } from '@/lib/domain/reference-data/project-list.ts';
import { projectCountQuery, projectsQuery } from '@/lib/domain/reference-data/query-options.ts';
import { projectColumns } from './columns.tsx';
import { projectList } from './project-list.ts';

/** Every project of the organisation's companies, newest first. */
export function ProjectsTable({
  initial,
  mayWrite,
  add,
}: {
  initial: InitialList<ProjectListPage>;
  mayWrite: boolean;
  add: ReactNode;
}) {
  const control = useTableParams(projectList);
  const search = tableQuery(control.params);
  const page = useListPage(initial, search, projectsQuery(search), projectCountQuery(search));
  return (
    <MayWriteProvider value={mayWrite}>
      <DataTable
        {...page}
        noun={['project', 'projects']}
        columns={projectColumns}
        rowId={(row) => String(row.id)}
        control={control}
        searchLabel="Search projects"
        toolbarEnd={<ExportButton path="/api/internal/projects/export" query={search} noun="projects" />}
        empty={
          <Empty
            icon={FolderKanban}
            title="No projects yet"
            description="A project is a piece of work for one company; programs find companies by it."
            action={add}
          />
        }
      />
    </MayWriteProvider>
  );
}
