import type { Metadata } from 'next';
import { readTableParams, tableQuery } from '@/components/data-table/table-params.ts';
import { AddProjectButton } from '@/components/projects/add-project-button.tsx';
import { projectList } from '@/components/projects/project-list.ts';
import { ProjectsTable } from '@/components/projects/projects-table.tsx';
import { may } from '@/lib/auth/permissions.ts';
import { requireSession } from '@/lib/auth/session-gate.ts';
import { countLater } from '@/lib/count-later.ts';
import { projectListCount, projectListPage } from '@/lib/domain/reference-data/project-list.ts';
import { onlyOperators, SettingsPart } from '../_components/settings-part.tsx';

export const metadata: Metadata = { title: 'Projects' };

export default async function ProjectsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const [{ ctx }, params] = await Promise.all([requireSession(), readTableParams(projectList, searchParams)]);
  const query = tableQuery(params);
  const page = await projectListPage(ctx, query);
  const mayChange = may(ctx.actor, 'companies.write');
  const add = mayChange ? <AddProjectButton /> : null;
  const isEmpty = page.rows.length === 0 && params.after === null && !params.search;
  return (
    <SettingsPart
      title="Projects"
      description="Pieces of work, each for one company."
      action={!isEmpty && add}
      note={mayChange ? null : onlyOperators}
    >
      <ProjectsTable
        initial={{ query: query.toString(), page, total: countLater(query, page, () => projectListCount(ctx, query)) }}
        mayWrite={mayChange}
        add={add}
      />
    </SettingsPart>
  );
}
