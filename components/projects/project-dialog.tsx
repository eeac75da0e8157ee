'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { CompanyPicker, type PickedCompany } from '@/components/companies/company-picker.tsx';
import { EntryDialog } from '@/components/settings/entry-dialog.tsx';
import { NameField, nameOf } from '@/components/settings/name-field.tsx';
import { FieldError } from '@/components/ui/field.tsx';
import { createProject, renameProject } from '@/lib/domain/reference-data/actions.ts';
import type { ProjectView } from '@/lib/domain/reference-data/schema.ts';

/** Adds a project to a company, or gives one another name. */
export function ProjectDialog({ project, onClose }: { project: ProjectView | null; onClose: () => void }) {
  const [picked, setPicked] = useState<PickedCompany[]>([]);
  const queries = useQueryClient();
  const save = async (form: FormData) => {
    const name = nameOf(form);
    const result = project
      ? await renameProject({ projectId: project.id, name })
      : await createProject({ companyId: picked[0]?.id ?? 0, name });
    if (result.ok) await queries.invalidateQueries({ queryKey: ['projects'] });
    return result;
  };
  return (
    <EntryDialog
      title={project ? `Rename ${project.name}` : 'Add a project'}
      description={
        project
          ? `It stays a project of ${project.companyName}.`
          : 'A piece of work for one company, which it stays with.'
      }
      submitLabel={project ? 'Save' : 'Add project'}
      save={save}
      saved={(form) => `${nameOf(form)} is ${project ? 'saved' : 'added'}`}
      onClose={onClose}
    >
      {(problems) => (
        <>
          <NameField value={project?.name} error={problems.name} placeholder="Roof of the new hall" />
          {!project && (
            <fieldset className="grid grid-cols-1 gap-2">
              <legend className="mb-1.5 font-medium text-sm">Company</legend>
              <CompanyPicker single picked={picked} onPick={setPicked} />
              {problems.companyId && <FieldError>Choose the company that it is for</FieldError>}
            </fieldset>
          )}
        </>
      )}
    </EntryDialog>
  );
}
