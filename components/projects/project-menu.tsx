'use client';

import { useQueryClient } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useMayWrite } from '@/components/companies/may-write.tsx';
import { EntryMenu } from '@/components/settings/entry-menu.tsx';
import { deleteProject } from '@/lib/domain/reference-data/actions.ts';
import type { ProjectView } from '@/lib/domain/reference-data/schema.ts';

const ProjectDialog = dynamic(() => import('./project-dialog.tsx').then((module) => module.ProjectDialog));

/** What can be done with a project, for those who may. */
export function ProjectMenu({ project }: { project: ProjectView }) {
  const queries = useQueryClient();
  if (!useMayWrite()) return null;
  return (
    <EntryMenu
      name={project.name}
      editLabel="Rename"
      edit={(close) => <ProjectDialog project={project} onClose={close} />}
      remove={{
        description: `It is a project of ${project.companyName}, which stays as it is. This can't be undone.`,
        act: async () => {
          const result = await deleteProject({ projectId: project.id });
          if (result.ok) await queries.invalidateQueries({ queryKey: ['projects'] });
          return result;
        },
      }}
    />
  );
}
