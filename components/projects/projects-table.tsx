'use client';

import { useQuery } from '@tanstack/react-query';
import { FolderKanban } from 'lucide-react';
import type { ReactNode } from 'react';
import { MayWriteProvider } from '@/components/companies/may-write.tsx';
import { DataTable } from '@/components/data-table/data-table.tsx';
import { ExportButton } from '@/components/data-table/export-button.tsx';
import { tableQuery } from '@/components/data-table/table-params.ts';
import { useInitialPage } from '@/components/data-table/use-initial-page.ts';
import { useTableParams } from '@/components/data-table/use-table-params.ts';
import { Empty } from '@/components/ui/empty.tsx';
import type { ProjectListPage } from '@/lib/domain/reference-data/project-list.ts';
import { projectsQuery } from '@/lib/domain/reference-data/query-options.ts';
import { faultOf } from '@/lib/get-json.ts';
import { projectColumns } from './columns.tsx';
import { projectList } from './project-list.ts';

/** Every project of the organisation's companies, newest first. */
export function ProjectsTable({
  initial,
  mayWrite,
  add,
}: {
  initial: { query: string; page: ProjectListPage };
  mayWrite: boolean;
  add: ReactNode;
}) {
  const control = useTableParams(projectList);
  const search = tableQuery(control.params);
  const query = useQuery({ ...projectsQuery(search), ...useInitialPage(initial, search.toString()) });
  return (
    <MayWriteProvider value={mayWrite}>
      <DataTable
        noun={['project', 'projects']}
        columns={projectColumns}
        rows={query.data?.rows}
        rowId={(row) => String(row.id)}
        total={query.data?.total ?? null}
        next={query.data?.next ?? null}
        control={control}
        searchLabel="Search projects"
        toolbarEnd={<ExportButton path="/api/internal/projects/export" query={search} noun="projects" />}
        refreshing={query.isPlaceholderData}
        fault={query.data ? null : faultOf(query.error)}
        onRetry={query.refetch}
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
