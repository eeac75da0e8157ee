'use client';

import { CodeCell, TextCell } from '@/components/data-table/cells.tsx';
import { RowLink } from '@/components/data-table/row-link.tsx';
import { SearchMatch } from '@/components/data-table/search-match.tsx';
import { createAppColumnHelper } from '@/components/data-table/table-kit.ts';
import type { ProjectView } from '@/lib/domain/reference-data/schema.ts';
import { ProjectMenu } from './project-menu.tsx';

const helper = createAppColumnHelper<ProjectView>();

export const projectColumns = helper.columns([
  helper.accessor('name', {
    header: 'Project',
    meta: { className: 'max-md:max-w-40 md:min-w-52' },
    cell: ({ row }) => (
      <TextCell className="font-medium">
        <SearchMatch text={row.original.name} />
      </TextCell>
    ),
  }),
  helper.accessor('companyName', {
    header: 'Company',
    meta: { className: 'max-md:max-w-32 md:min-w-52' },
    cell: ({ row }) => (
      <RowLink
        href={`/companies/${row.original.companyId}`}
        className="focus-ring block truncate rounded-sm hover:underline"
      >
        <SearchMatch text={row.original.companyName} />
      </RowLink>
    ),
  }),
  helper.accessor('id', {
    header: 'Id',
    meta: { className: 'w-28', from: 'md' },
    cell: ({ row }) => <CodeCell>{row.original.id}</CodeCell>,
  }),
  helper.display({
    id: 'actions',
    header: 'Actions',
    meta: { hiddenHead: true, className: 'w-20' },
    cell: ({ row }) => <ProjectMenu project={row.original} />,
  }),
]);
